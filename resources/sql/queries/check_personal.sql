-- Sealed personal values that still stand.
SELECT audit_id, field, side, salt, value, digest FROM audit_personal
 WHERE digest IS NOT NULL AND value IS NOT NULL AND audit_id > :after AND audit_id <= :last
 ORDER BY audit_id, field, side
