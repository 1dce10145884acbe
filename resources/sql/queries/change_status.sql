-- Another status on the version that was seen; no row when another version stands there or the status is that already.
UPDATE appointment
   SET status = :status, status_at = :now, status_reason = :reason,
       status_before = CASE WHEN :status = 'cancelled' THEN status END,
       held_until = CASE WHEN :status = 'held' THEN CAST(:held_until AS BIGINT) END,
       version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id AND version = :seen AND status <> :status
RETURNING version
