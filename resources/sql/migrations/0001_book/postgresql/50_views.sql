-- What the programs and reports read. The columns are the same on SQLite; `models/tables/appointment_columns.h` names those of
-- appointment_row.

CREATE VIEW appointment_row AS
SELECT a.id, a.version, a.location_id, a.client_id, a.service_id, a.staff_id, a.starts_at, a.ends_at,
       a.buffer_before, a.buffer_after, a.takes, a.price_minor, a.currency,
       CASE WHEN a.status = 'held' AND a.held_until <= unixepoch() THEN 'expired' ELSE a.status END AS status,
       a.status_at, a.status_reason, a.confirmation, a.held_until, a.squeezed, a.squeeze_reason, a.label, a.note, a.source,
       a.visit_id, a.series_id, a.session_id, a.seats, a.zone, a.created_at,
       COALESCE(c.name, '') AS client_name, COALESCE(c.phone, '') AS client_phone, COALESCE(c.alert, '') AS client_alert,
       COALESCE(c.alert_stops, 0) AS client_alert_stops,
       COALESCE(s.name, '') AS service_name, COALESCE(s.colour, '') AS service_colour,
       COALESCE(r.name, '') AS staff_name,
       COALESCE((SELECT string_agg(DISTINCT o.name, ', ' ORDER BY o.name)
                   FROM jsonb_array_elements(a.takes) t JOIN resource o ON o.id = (t->>'resource')::bigint
                  WHERE o.kind <> 'staff'), '') AS other_resources,
       COALESCE(p.name, '') AS changed_by_name, COALESCE(a.changed_desk, '') AS changed_desk,
       CASE WHEN a.client_id IS NULL THEN 0
            ELSE (NOT EXISTS (SELECT 1 FROM appointment e WHERE e.client_id = a.client_id AND e.starts_at < a.starts_at
                                AND e.status NOT IN ('cancelled', 'expired', 'parked')))::int END AS first_visit,
       0 AS is_desk_hold
  FROM appointment a
  LEFT JOIN client c ON c.id = a.client_id
  LEFT JOIN service s ON s.id = a.service_id
  LEFT JOIN resource r ON r.id = a.staff_id
  LEFT JOIN person p ON p.id = a.changed_by;

-- Popup holds of all desks, in the shape of appointment_row; ids negative, so that they never meet an appointment's.
CREATE VIEW desk_hold_row AS
SELECT -h.id AS id, 0 AS version, h.location_id, NULL::bigint AS client_id, h.service_id, h.staff_id, h.starts_at, h.ends_at,
       0 AS buffer_before, 0 AS buffer_after, h.takes, 0::bigint AS price_minor, '' AS currency, 'held' AS status,
       h.held_until AS status_at, '' AS status_reason, 'not_asked' AS confirmation, h.held_until, 0 AS squeezed,
       '' AS squeeze_reason, h.desk AS label, '' AS note, 'desk' AS source,
       NULL::bigint AS visit_id, NULL::bigint AS series_id, NULL::bigint AS session_id, 1 AS seats, l.zone, h.held_until AS created_at,
       '' AS client_name, '' AS client_phone, '' AS client_alert, 0 AS client_alert_stops,
       COALESCE(s.name, '') AS service_name, COALESCE(s.colour, '') AS service_colour, COALESCE(r.name, '') AS staff_name,
       '' AS other_resources, COALESCE(p.name, '') AS changed_by_name, h.desk AS changed_desk, 0 AS first_visit,
       1 AS is_desk_hold
  FROM desk_hold h
  JOIN location l ON l.id = h.location_id
  LEFT JOIN service s ON s.id = h.service_id
  LEFT JOIN resource r ON r.id = h.staff_id
  LEFT JOIN person p ON p.id = h.person_id
 WHERE h.held_until > unixepoch();

-- What a calendar range shows.
CREATE VIEW calendar_row AS SELECT * FROM appointment_row WHERE session_id IS NULL UNION ALL SELECT * FROM desk_hold_row;

CREATE VIEW report_appointment AS
SELECT a.id, CASE WHEN a.status = 'held' AND a.held_until <= unixepoch() THEN 'expired' ELSE a.status END AS status,
       c.name AS client, s.name AS service,
       to_timestamp(a.starts_at) AS starts_at,
       to_timestamp(a.ends_at) AS ends_at,
       l.name AS location, a.session_id, to_timestamp(a.created_at) AS created_at, a.version
  FROM appointment a
  JOIN location l ON l.id = a.location_id
  LEFT JOIN client c ON c.id = a.client_id
  LEFT JOIN service s ON s.id = a.service_id;

-- Claims in force.
CREATE VIEW report_claim AS
SELECT k.appointment_id, r.name AS resource, r.kind,
       CASE WHEN COALESCE(a.squeezed, 0) = 1 THEN COALESCE(r.squeeze_capacity, r.capacity) ELSE r.capacity END AS capacity, k.units,
       to_timestamp(k.starts_at) AS starts_at,
       to_timestamp(k.ends_at) AS ends_at
  FROM claim k
  JOIN resource r ON r.id = k.resource_id
  LEFT JOIN appointment a ON a.id = k.appointment_id
 WHERE k.held_until IS NULL OR k.held_until > unixepoch();
