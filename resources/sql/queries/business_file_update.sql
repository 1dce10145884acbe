-- The changed business row from a business file, upon the version that was read.
UPDATE business
   SET name = :name, undo_seconds = :undo_seconds, changed_by = :changed_by, changed_desk = :changed_desk,
       command_id = :command_id, version = version + 1
 WHERE id = :id AND version = :seen
RETURNING id
