-- Closures of a location and time off of its resources that aren't over, with the zone that their wall times are in now.
SELECT 'closure' AS what, c.id, c.version, c.starts_at, c.ends_at, l.zone
  FROM closure c JOIN location l ON l.id = c.location_id
 WHERE c.location_id = :location AND c.retired_at IS NULL AND c.ends_at > :now
UNION ALL
SELECT 'time_off', t.id, t.version, t.starts_at, t.ends_at, l.zone
  FROM time_off t JOIN resource r ON r.id = t.resource_id JOIN location l ON l.id = r.location_id
 WHERE r.location_id = :location AND t.retired_at IS NULL AND t.ends_at > :now
