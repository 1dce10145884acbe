-- Of the claims in force, the first with which one of these takes would be more than its resource can hold. Takes are a
-- JSON array as in appointment.takes. LATERAL and OFFSET 0 leave no plan but one look at the index a take: taking a JSON array for a
-- hundred rows, the planner read all claims. The SQLite twin differs in its JSON functions, and needs no such word.
SELECT c.resource_id, c.appointment_id, c.desk_hold_id, c.starts_at, c.ends_at
  FROM jsonb_to_recordset(CAST(:takes AS JSONB)) AS t(resource bigint, "from" bigint, "to" bigint, units bigint)
  JOIN resource r ON r.id = t.resource
  JOIN LATERAL (SELECT * FROM claim x
                 WHERE x.resource_id = r.id AND x.starts_at < CAST(:starts_at AS BIGINT) + t."to"
                   AND x.starts_at > CAST(:starts_at AS BIGINT) + t."from" - 86400
                   AND x.ends_at > CAST(:starts_at AS BIGINT) + t."from" OFFSET 0) c ON TRUE
 WHERE (c.held_until IS NULL OR c.held_until > CAST(:now AS BIGINT))
   AND COALESCE(c.appointment_id, -1) <> CAST(:except_appointment AS BIGINT)
   AND COALESCE(c.desk_hold_id, -1) <> CAST(:except_hold AS BIGINT)
   AND t.units + (SELECT SUM(n.units) FROM claim n
                   WHERE n.resource_id = r.id AND (n.held_until IS NULL OR n.held_until > CAST(:now AS BIGINT))
                     AND COALESCE(n.appointment_id, -1) <> CAST(:except_appointment AS BIGINT)
                     AND COALESCE(n.desk_hold_id, -1) <> CAST(:except_hold AS BIGINT)
                     AND n.starts_at <= GREATEST(c.starts_at, CAST(:starts_at AS BIGINT) + t."from")
                     AND n.starts_at > GREATEST(c.starts_at, CAST(:starts_at AS BIGINT) + t."from") - 86400
                     AND n.ends_at > GREATEST(c.starts_at, CAST(:starts_at AS BIGINT) + t."from"))
       > CASE WHEN CAST(:squeezed AS BIGINT) = 1 THEN COALESCE(r.squeeze_capacity, r.capacity) ELSE r.capacity END
 ORDER BY r.kind DESC, c.starts_at, c.id
 LIMIT 1
