-- Personal values in the history of a client and the client's appointments that are still there.
SELECT p.audit_id, p.field, p.side, p.salt, p.value, p.digest
  FROM audit_personal p
  JOIN audit a ON a.id = p.audit_id
  LEFT JOIN appointment x ON a.table_name = 'appointment' AND x.id = a.row_id
 WHERE p.value IS NOT NULL
   AND ((a.table_name = 'client' AND a.row_id = :id) OR (a.table_name = 'appointment' AND x.client_id = :id))
