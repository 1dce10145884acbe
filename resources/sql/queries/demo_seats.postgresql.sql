-- Seats of a batch in group sessions that stand already, in the same order; the session is the one of that service at that time.
INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone, buffer_before,
                         buffer_after, takes, price_minor, currency, status, status_at, status_before, status_reason,
                         confirmation, held_until, squeezed, squeeze_reason, label, note, source, created_at, changed_by,
                         changed_desk, visit_id, series_id, seats, session_id)
SELECT (v ->> 0)::bigint, (v ->> 1)::bigint, (v ->> 2)::bigint, (v ->> 3)::bigint, (v ->> 4)::bigint, (v ->> 5)::bigint,
       v ->> 6, v ->> 7, (v ->> 8)::bigint, (v ->> 9)::bigint, v -> 10, (v ->> 11)::bigint, v ->> 12, v ->> 13,
       (v ->> 14)::bigint, v ->> 15, v ->> 16, v ->> 17, (v ->> 18)::bigint, (v ->> 19)::smallint, v ->> 20, v ->> 21,
       v ->> 22, v ->> 23, (v ->> 24)::bigint, (v ->> 25)::bigint, v ->> 26, (v ->> 27)::bigint, (v ->> 28)::bigint,
       (v ->> 29)::bigint,
       (SELECT s.id FROM appointment s
         WHERE s.starts_at = (v ->> 4)::bigint AND s.location_id = (v ->> 0)::bigint AND s.service_id = (v ->> 2)::bigint AND s.client_id IS NULL)
  FROM jsonb_array_elements(CAST(:rows AS jsonb)) WITH ORDINALITY AS e(v, n)
 ORDER BY n
