-- The business row, if there is one.
SELECT id, version, name, undo_seconds
  FROM business
