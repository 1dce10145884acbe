-- Clears a sealed personal value of an erased client.
UPDATE audit_personal SET salt = NULL, value = NULL WHERE audit_id = :audit AND field = :field AND side = :side
