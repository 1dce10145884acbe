-- A new row of closure from a business file.
INSERT INTO closure (location_id, starts_at, ends_at, reason, retired_at, changed_by, changed_desk, command_id)
VALUES (:location_id, :starts_at, :ends_at, :reason, :retired_at, :changed_by, :changed_desk, :command_id)
RETURNING id
