-- Triggers of the guard that don't stand as the migration made them.
SELECT g.table_name, g.name,
       CASE WHEN t.oid IS NULL THEN 'gone' WHEN t.tgenabled NOT IN ('O', 'A') THEN 'switched off' ELSE 'another one' END AS state
  FROM guard_trigger g
  LEFT JOIN pg_class c ON c.relname = g.table_name AND c.relnamespace = 'public'::regnamespace
  LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = g.name
  LEFT JOIN pg_proc p ON p.oid = t.tgfoid
 WHERE t.oid IS NULL OR t.tgenabled NOT IN ('O', 'A') OR md5(t.tgtype || p.prosrc) <> g.definition
 ORDER BY g.table_name, g.name
