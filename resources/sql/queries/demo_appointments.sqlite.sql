-- Appointments of a batch, one array each, in the order of the columns.
INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone, buffer_before,
                         buffer_after, takes, price_minor, currency, status, status_at, status_before, status_reason,
                         confirmation, held_until, squeezed, squeeze_reason, label, note, source, created_at, changed_by,
                         changed_desk, visit_id, series_id, seats)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
       value ->> 9, value -> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14, value ->> 15, value ->> 16,
       value ->> 17, value ->> 18, value ->> 19, value ->> 20, value ->> 21, value ->> 22, value ->> 23, value ->> 24,
       value ->> 25, value ->> 26, value ->> 27, value ->> 28, value ->> 29
  FROM json_each(:rows)
 ORDER BY key
