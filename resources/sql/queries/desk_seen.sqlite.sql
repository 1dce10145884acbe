-- This desk is there and has that row open in a form.
INSERT INTO desk (name, person_id, connected_at, seen_at, editing_table, editing_id)
VALUES (:name, :person, unixepoch(), unixepoch(), :editing_table, :editing_id)
ON CONFLICT (name) DO UPDATE
  SET person_id = excluded.person_id, seen_at = excluded.seen_at, editing_table = excluded.editing_table,
      editing_id = excluded.editing_id
