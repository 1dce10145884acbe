-- The client that a command made.
SELECT row_id FROM audit WHERE command_id = :command AND table_name = 'client' AND action = 'insert'
