-- The digest of a personal value, which stays when the value goes.
UPDATE audit_personal SET digest = :digest
 WHERE audit_id = :audit AND field = :field AND side = :side AND digest IS NULL
