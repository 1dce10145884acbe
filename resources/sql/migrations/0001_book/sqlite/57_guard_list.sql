-- What stands guard, so that `frontdesk-admin check` can tell when somebody has dropped a trigger or put another in its place. A later
-- migration that changes triggers writes the list anew at its end.
CREATE TABLE guard_trigger (
  table_name TEXT NOT NULL,
  name       TEXT NOT NULL,
  definition TEXT NOT NULL,  -- its text
  PRIMARY KEY (table_name, name)
) STRICT;
INSERT INTO guard_trigger (table_name, name, definition) SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'trigger';
