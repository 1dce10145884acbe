-- A client's row. The PostgreSQL twin locks it until the transaction ends.
SELECT id, version, name, phone, phone_e164, phone_last4, alert, alert_stops, note, erased_at, merged_into, command_id
  FROM client WHERE id = :id
