-- Claims of one resource in [from, to), a claim being a day long at most.
SELECT starts_at, ends_at, units, appointment_id
  FROM claim
 WHERE resource_id = :resource AND starts_at < :to_second AND starts_at > CAST(:from_second AS BIGINT) - 86400
   AND (held_until IS NULL OR held_until > :now)
