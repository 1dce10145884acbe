-- In the order of the sweep, by pages.
SELECT id, appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until
  FROM claim
 WHERE (resource_id, starts_at, id) > (CAST(:resource AS BIGINT), CAST(:starts_at AS BIGINT), CAST(:after AS BIGINT))
 ORDER BY resource_id, starts_at, id LIMIT :count
