-- The business row from a business file.
INSERT INTO business (id, name, undo_seconds, changed_by, changed_desk, command_id)
VALUES (1, :name, :undo_seconds, :changed_by, :changed_desk, :command_id)
RETURNING id
