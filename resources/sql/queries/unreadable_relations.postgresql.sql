-- What of the book the login may not read, and pg_dump would stop at.
SELECT c.relname FROM pg_class c
 WHERE c.relnamespace = 'public'::regnamespace
   AND CASE c.relkind WHEN 'r' THEN NOT has_table_privilege(c.oid, 'SELECT') WHEN 'S' THEN NOT has_sequence_privilege(c.oid, 'SELECT')
       ELSE FALSE END
 ORDER BY c.relname
