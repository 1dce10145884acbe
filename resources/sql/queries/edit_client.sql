UPDATE client
   SET name = :name, phone = :phone, phone_e164 = :phone_e164, phone_last4 = :phone_last4, alert = :alert,
       alert_stops = :alert_stops, note = :note,
       version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id AND version = :seen
RETURNING version
