SELECT table_name, row_id, row_version, action, changes ->> '$.status[0]', changes ->> '$.status[1]',
       changes ->> '$.starts_at', changes ->> '$.client_id', changes ->> '$.staff_id'
  FROM audit
 WHERE (table_name, row_id, row_version) > (:table, :row, :version)
 ORDER BY table_name, row_id, row_version LIMIT :count
