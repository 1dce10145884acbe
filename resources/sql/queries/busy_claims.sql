-- Claims in force of a location's resources in [from, to).
SELECT c.resource_id, c.starts_at, c.ends_at, c.units, c.appointment_id, c.desk_hold_id
  FROM resource r
  JOIN claim c ON c.resource_id = r.id AND c.starts_at < :to_second AND c.starts_at > CAST(:from_second AS BIGINT) - 86400
              AND c.ends_at > :from_second
 WHERE r.location_id = :location AND (c.held_until IS NULL OR c.held_until > :now)
