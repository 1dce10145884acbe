-- Of the claims in force, the first with which one of these takes would be more than its resource can hold. Takes are a
-- JSON array as in appointment.takes. The PostgreSQL twin differs in its JSON functions and in what keeps the plan.
SELECT c.resource_id, c.appointment_id, c.desk_hold_id, c.starts_at, c.ends_at
  FROM (SELECT json_extract(value, '$.resource') AS resource, json_extract(value, '$.from') AS "from",
               json_extract(value, '$.to') AS "to", json_extract(value, '$.units') AS units
          FROM json_each(:takes)) t
  JOIN resource r ON r.id = t.resource
  JOIN claim c ON c.resource_id = r.id AND c.starts_at < CAST(:starts_at AS BIGINT) + t."to"
              AND c.starts_at > CAST(:starts_at AS BIGINT) + t."from" - 86400
              AND c.ends_at > CAST(:starts_at AS BIGINT) + t."from"
 WHERE (c.held_until IS NULL OR c.held_until > CAST(:now AS BIGINT))
   AND COALESCE(c.appointment_id, -1) <> CAST(:except_appointment AS BIGINT)
   AND COALESCE(c.desk_hold_id, -1) <> CAST(:except_hold AS BIGINT)
   AND t.units + (SELECT SUM(n.units) FROM claim n
                   WHERE n.resource_id = r.id AND (n.held_until IS NULL OR n.held_until > CAST(:now AS BIGINT))
                     AND COALESCE(n.appointment_id, -1) <> CAST(:except_appointment AS BIGINT)
                     AND COALESCE(n.desk_hold_id, -1) <> CAST(:except_hold AS BIGINT)
                     AND n.starts_at <= MAX(c.starts_at, CAST(:starts_at AS BIGINT) + t."from")
                     AND n.starts_at > MAX(c.starts_at, CAST(:starts_at AS BIGINT) + t."from") - 86400
                     AND n.ends_at > MAX(c.starts_at, CAST(:starts_at AS BIGINT) + t."from"))
       > CASE WHEN CAST(:squeezed AS BIGINT) = 1 THEN COALESCE(r.squeeze_capacity, r.capacity) ELSE r.capacity END
 ORDER BY r.kind DESC, c.starts_at, c.id
 LIMIT 1
