-- Moves an appointment to the instant that its promised wall time means.
UPDATE appointment
   SET starts_at = :starts_at, ends_at = :ends_at, local_start = :local_start, zone = :zone,
       version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id AND version = :seen
RETURNING version
