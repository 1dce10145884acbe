-- The row of a table that a command inserted.
SELECT row_id FROM audit WHERE command_id = :command AND table_name = :table_name AND action = 'insert'
