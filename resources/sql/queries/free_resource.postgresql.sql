-- A room or equipment (`kind`) that can host a service, free during these takes of it (a JSON array as in
-- appointment.takes, whose resource doesn't matter) if there is one, else the first that is. The SQLite twin differs in
-- its JSON functions alone.
SELECT ranked.id, ranked.busy
  FROM (SELECT r.id, r.position,
               CASE WHEN EXISTS (
                 SELECT 1
                   FROM jsonb_to_recordset(CAST(:takes AS JSONB)) AS t("from" bigint, "to" bigint)
                   JOIN claim c ON c.resource_id = r.id AND c.starts_at < CAST(:starts_at AS BIGINT) + t."to"
                               AND c.starts_at > CAST(:starts_at AS BIGINT) + t."from" - 86400
                               AND c.ends_at > CAST(:starts_at AS BIGINT) + t."from"
                               AND (c.held_until IS NULL OR c.held_until > CAST(:now AS BIGINT))
                               AND COALESCE(c.appointment_id, -1) <> CAST(:except_appointment AS BIGINT)
                               AND COALESCE(c.desk_hold_id, -1) <> CAST(:except_hold AS BIGINT)
                  WHERE (SELECT SUM(n.units) FROM claim n
                          WHERE n.resource_id = r.id AND (n.held_until IS NULL OR n.held_until > CAST(:now AS BIGINT))
                            AND COALESCE(n.appointment_id, -1) <> CAST(:except_appointment AS BIGINT)
                            AND COALESCE(n.desk_hold_id, -1) <> CAST(:except_hold AS BIGINT)
                            AND n.starts_at <= GREATEST(c.starts_at, CAST(:starts_at AS BIGINT) + t."from")
                            AND n.starts_at > GREATEST(c.starts_at, CAST(:starts_at AS BIGINT) + t."from") - 86400
                            AND n.ends_at > GREATEST(c.starts_at, CAST(:starts_at AS BIGINT) + t."from")) >= r.capacity)
                 THEN 1 ELSE 0 END AS busy
          FROM service_resource able
          JOIN resource r ON r.id = able.resource_id
         WHERE able.service_id = :service AND r.location_id = :location AND r.kind = :kind AND r.retired_at IS NULL
       ) ranked
 ORDER BY ranked.busy, ranked.position, ranked.id
 LIMIT 1
