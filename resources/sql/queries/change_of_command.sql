-- The newest version of a row that a command wrote: none when the command never took effect on it.
SELECT MAX(row_version) AS row_version
  FROM audit
 WHERE command_id = :command AND table_name = :table_name AND row_id = :id
