-- Clients of a batch: [[name, phone, e164, last4, email, alert, alert_stops, note, language, created_at, changed_by], …]
INSERT INTO client (name, phone, phone_e164, phone_last4, email, alert, alert_stops, note, language, created_at, changed_by)
SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, (v ->> 6)::smallint, v ->> 7, v ->> 8, (v ->> 9)::bigint,
       (v ->> 10)::bigint
  FROM jsonb_array_elements(CAST(:rows AS jsonb)) WITH ORDINALITY AS e(v, n)
 ORDER BY n
RETURNING id
