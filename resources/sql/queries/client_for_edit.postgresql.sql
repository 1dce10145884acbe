-- A client's row, locked until the transaction ends. The SQLite twin needs no lock: its transaction holds the only one.
SELECT id, version, name, phone, phone_e164, phone_last4, alert, alert_stops, note, erased_at, merged_into, command_id
  FROM client WHERE id = :id
   FOR UPDATE
