-- Writes that a run-out hold has expired: one row a statement, so that no two rows' resources are locked out of order, and
-- none that somebody is just confirming or extending. The SQLite twin has one writer at a time.
UPDATE appointment
   SET status = 'expired', status_at = unixepoch(), held_until = NULL,
       version = version + 1, changed_by = :person, changed_desk = :desk, command_id = NULL
 WHERE id = (SELECT a.id FROM appointment a WHERE a.held_until <= unixepoch()
              ORDER BY a.held_until, a.id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id
