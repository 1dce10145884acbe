-- Triggers of the guard that don't stand as the migration made them.
SELECT g.table_name, g.name, CASE WHEN s.name IS NULL THEN 'gone' ELSE 'another one' END AS state
  FROM guard_trigger g
  LEFT JOIN sqlite_schema s ON s.type = 'trigger' AND s.name = g.name
 WHERE s.name IS NULL OR s.sql <> g.definition
 ORDER BY g.table_name, g.name
