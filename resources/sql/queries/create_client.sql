INSERT INTO client (name, phone, phone_e164, phone_last4, created_at, changed_by, changed_desk, command_id)
VALUES (:name, :phone, :phone_e164, :phone_last4, :now, :person, :desk, :command)
RETURNING id, version
