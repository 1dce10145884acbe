-- The same wall times in the location's new zone.
UPDATE time_off
   SET starts_at = :starts_at, ends_at = :ends_at,
       version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id AND version = :seen
RETURNING version
