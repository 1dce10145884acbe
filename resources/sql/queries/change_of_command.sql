-- The newest version of a row that a command wrote: none when the command never took effect on it. Found by the row, which
-- has few versions.
SELECT MAX(row_version) AS row_version
  FROM audit
 WHERE table_name = :table_name AND row_id = :id AND command_id = :command
