-- Clients of a batch: [[name, phone, e164, last4, email, alert, alert_stops, note, language, created_at, changed_by], …]
INSERT INTO client (name, phone, phone_e164, phone_last4, email, alert, alert_stops, note, language, created_at, changed_by)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
       value ->> 9, value ->> 10
  FROM json_each(:rows)
 ORDER BY key
RETURNING id
