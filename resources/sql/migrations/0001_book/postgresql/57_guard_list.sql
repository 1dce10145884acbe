-- What stands guard, so that `frontdesk-admin check` can tell when somebody has dropped a trigger, switched it off or put another in its
-- place. A later migration that changes triggers writes the list anew at its end.
CREATE TABLE guard_trigger (
  table_name TEXT NOT NULL,
  name       TEXT NOT NULL,
  definition TEXT NOT NULL,  -- a digest of when it fires and what it does
  PRIMARY KEY (table_name, name)
);
INSERT INTO guard_trigger (table_name, name, definition)
SELECT c.relname, t.tgname, md5(t.tgtype || p.prosrc)
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid AND c.relnamespace = 'public'::regnamespace
  JOIN pg_proc p ON p.oid = t.tgfoid
 WHERE NOT t.tgisinternal;
