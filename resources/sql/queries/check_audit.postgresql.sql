SELECT table_name, row_id, row_version, action, changes -> 'status' ->> 0, changes -> 'status' ->> 1
  FROM audit
 WHERE (table_name, row_id, row_version) > (:table, :row, :version)
 ORDER BY table_name, row_id, row_version LIMIT :count
