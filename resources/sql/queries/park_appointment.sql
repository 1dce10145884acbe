-- Gives up the time of an appointment that is about to be placed anew in the same transaction.
UPDATE appointment
   SET status = 'parked', version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id AND version = :seen
RETURNING version
