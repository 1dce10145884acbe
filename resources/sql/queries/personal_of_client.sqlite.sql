-- Personal values that tell of a client or of somebody merged into them and are still there: in the history of their rows, of
-- their appointments and visits, and of appointments that were theirs when it was written.
WITH RECURSIVE merged(id) AS (
  SELECT :id UNION SELECT c.id FROM client c JOIN merged m ON c.merged_into = m.id
),
told(table_name, row_id, whole) AS (
  SELECT 'client', m.id, 1 FROM merged m
  UNION SELECT 'appointment', x.id, 1 FROM appointment x WHERE x.client_id IN (SELECT m.id FROM merged m)
  UNION SELECT 'visit', x.visit_id, 1 FROM appointment x WHERE x.client_id IN (SELECT m.id FROM merged m)
  UNION SELECT 'appointment', b.row_id, 0 FROM audit b
         WHERE b.table_name = 'appointment' AND b.action = 'update'
           AND json_extract(b.changes, '$.client_id[0]') IN (SELECT m.id FROM merged m)
)
SELECT DISTINCT p.audit_id, p.field, p.side, p.salt, p.value, p.digest
  FROM told t
  JOIN audit a ON a.table_name = t.table_name AND a.row_id = t.row_id
  JOIN audit_personal p ON p.audit_id = a.id
 WHERE p.value IS NOT NULL
   AND (t.whole OR EXISTS (SELECT 1 FROM personal_once_of o
                            WHERE o.audit_id = p.audit_id AND o.field = p.field AND o.side = p.side
                              AND o.client_id IN (SELECT m.id FROM merged m)))
