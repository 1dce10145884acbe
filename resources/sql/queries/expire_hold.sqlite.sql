-- Writes that a run-out hold has expired. The PostgreSQL twin leaves alone what somebody is just confirming.
UPDATE appointment
   SET status = 'expired', status_at = unixepoch(), held_until = NULL,
       version = version + 1, changed_by = :person, changed_desk = :desk, command_id = NULL
 WHERE id = (SELECT a.id FROM appointment a WHERE a.held_until <= unixepoch() ORDER BY a.held_until, a.id LIMIT 1)
RETURNING id
