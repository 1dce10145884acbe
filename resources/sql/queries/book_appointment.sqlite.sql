-- Books an appointment in one statement: price, length and buffers from the service unless given, what it takes from the
-- service's steps (as takesFor() and stepsOfLength() of models/domain/takes.h do), a room or equipment that is free for
-- each kind the steps keep busy and `others` (a JSON array of ids) doesn't name. When none is free the first one is
-- taken, so that the guard answers by which claim. No row: there is no such service, or it can't have that length.
-- The PostgreSQL twin differs in its JSON functions alone.
INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone,
                         buffer_before, buffer_after, takes, price_minor, currency, status, status_at, squeezed,
                         squeeze_reason, override_reason, note, source, booking_key, seats, created_at, changed_by,
                         changed_desk, command_id)
WITH given AS (
  SELECT CAST(:service AS BIGINT) AS service_id, CAST(:location AS BIGINT) AS location_id, CAST(:staff AS BIGINT) AS staff_id,
         CAST(:client AS BIGINT) AS client_id, CAST(:starts_at AS BIGINT) AS starts_at, CAST(:length AS BIGINT) AS length,
         CAST(:buffer_before AS BIGINT) AS buffer_before, CAST(:buffer_after AS BIGINT) AS buffer_after,
         CAST(:now AS BIGINT) AS now
),
other AS (
  SELECT r.id, r.kind FROM json_each(:others) o JOIN resource r ON r.id = o.value
),
wanted AS (
  SELECT s.id, s.price_minor, s.currency, s.seats, COALESCE(g.buffer_before, s.buffer_before) AS buffer_before,
         COALESCE(g.buffer_after, s.buffer_after) AS buffer_after, t.last_no, t.flexible_no,
         COALESCE(g.length, t.total) AS length, COALESCE(g.length - t.total, 0) AS more
    FROM given g
    JOIN service s ON s.id = g.service_id
    JOIN (SELECT service_id, CAST(SUM(length) AS BIGINT) AS total, MAX(step_no) AS last_no,
                 MAX(CASE WHEN staff = 1 THEN step_no END) AS flexible_no -- the step that grows or shrinks
            FROM service_step WHERE service_id = (SELECT service_id FROM given) GROUP BY service_id) t ON t.service_id = s.id
),
step AS (
  SELECT p.step_no, p.staff, p.room, p.equipment,
         p.starts_after + CASE WHEN p.step_no > w.flexible_no THEN w.more ELSE 0 END AS starts_after,
         p.length + CASE WHEN p.step_no = w.flexible_no THEN w.more ELSE 0 END AS length
    FROM wanted w JOIN service_step p ON p.service_id = w.id
),
kept AS (
  SELECT k.kind, p.step_no, p.starts_after, p.starts_after + p.length AS ends_after,
         p.step_no - ROW_NUMBER() OVER (PARTITION BY k.kind ORDER BY p.step_no) AS island
    FROM step p
    JOIN (SELECT 'staff' AS kind UNION ALL SELECT 'room' UNION ALL SELECT 'equipment') k
      ON CASE k.kind WHEN 'staff' THEN p.staff WHEN 'room' THEN p.room ELSE p.equipment END = 1
),
island AS (
  SELECT k.kind,
         MIN(k.starts_after) - CASE WHEN MIN(k.step_no) = 0 THEN MAX(w.buffer_before) ELSE 0 END AS from_second,
         MAX(k.ends_after) + CASE WHEN MAX(k.step_no) = MAX(w.last_no) THEN MAX(w.buffer_after) ELSE 0 END AS to_second
    FROM kept k CROSS JOIN wanted w GROUP BY k.kind, k.island
),
candidate AS (
  SELECT r.id, r.kind, r.position,
         EXISTS (SELECT 1
                   FROM island i
                   JOIN claim c ON c.resource_id = r.id AND c.starts_at < g.starts_at + i.to_second
                               AND c.starts_at > g.starts_at + i.from_second - 86400
                               AND c.ends_at > g.starts_at + i.from_second
                               AND (c.held_until IS NULL OR c.held_until > g.now)
                  WHERE i.kind = r.kind
                    AND (SELECT SUM(n.units) FROM claim n
                          WHERE n.resource_id = r.id AND (n.held_until IS NULL OR n.held_until > g.now)
                            AND n.starts_at <= MAX(c.starts_at, g.starts_at + i.from_second)
                            AND n.starts_at > MAX(c.starts_at, g.starts_at + i.from_second) - 86400
                            AND n.ends_at > MAX(c.starts_at, g.starts_at + i.from_second)) >= r.capacity) AS busy
    FROM given g
    JOIN service_resource able ON able.service_id = g.service_id
    JOIN resource r ON r.id = able.resource_id AND r.location_id = g.location_id AND r.retired_at IS NULL
   WHERE r.kind <> 'staff' AND r.kind IN (SELECT kind FROM island) AND r.kind NOT IN (SELECT kind FROM other)
),
chosen AS (
  SELECT 'staff' AS kind, staff_id AS resource_id FROM given WHERE staff_id IS NOT NULL
  UNION ALL
  SELECT kind, id FROM other WHERE kind <> 'staff'
  UNION ALL
  SELECT kind, id FROM (SELECT kind, id, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY busy, position, id) AS place
                          FROM candidate) ranked WHERE place = 1
)
SELECT g.location_id, g.client_id, g.service_id, g.staff_id, g.starts_at, g.starts_at + w.length, :local_start, :zone,
       w.buffer_before, w.buffer_after,
       (SELECT json_group_array(json_object('resource', resource_id, 'from', from_second, 'to', to_second, 'units', 1))
          FROM (SELECT c.resource_id, i.from_second, i.to_second
                  FROM chosen c JOIN island i ON i.kind = c.kind
                 ORDER BY c.kind DESC, c.resource_id, i.from_second)),
       COALESCE(CAST(:price_minor AS BIGINT), w.price_minor), COALESCE(CAST(:currency AS TEXT), w.currency), 'booked', g.now,
       CAST(:squeezed AS SMALLINT), :squeeze_reason, :override_reason, :note, :source, :booking_key,
       CASE WHEN g.client_id IS NULL THEN w.seats ELSE 1 END, g.now, CAST(:person AS BIGINT), :desk, :command
  FROM given g CROSS JOIN wanted w
 WHERE w.more = 0 OR (SELECT length FROM step WHERE step_no = w.flexible_no) >= 300
RETURNING id, version
