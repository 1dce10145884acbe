-- Personal values of a page of the audit that are sealed and still stand, or that are gone without a seal.
SELECT audit_id, field, side, salt, value, digest FROM audit_personal
 WHERE audit_id > :after AND audit_id <= :last AND (digest IS NULL) = (value IS NULL)
 ORDER BY audit_id, field, side
