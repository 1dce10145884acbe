-- What the guard's triggers share. A trigger here can't fill NEW and takes only a literal in RAISE: a refusal is the text
-- 'frontdesk:CODE', and the program asks in a second statement of the same transaction who is in the way. No trigger leans on a
-- constraint's conflict policy, foreign_keys or recursive_triggers, because the shell has them off and OR REPLACE and OR IGNORE
-- override the first.

-- The claims that the rows ask for: the triggers write exactly these and refuse any other hand; `frontdesk-admin check` compares.
CREATE VIEW appointment_claim_due AS
SELECT a.id AS appointment_id, NULL AS desk_hold_id, t.key AS take_no, json_extract(t.value, '$.resource') AS resource_id,
       a.starts_at + json_extract(t.value, '$.from') AS starts_at,
       CASE WHEN a.status IN ('completed', 'no_show') THEN min(a.starts_at + json_extract(t.value, '$.to'), a.status_at)
            ELSE a.starts_at + json_extract(t.value, '$.to') END AS ends_at,
       json_extract(t.value, '$.units') AS units, a.held_until
  FROM appointment a, json_each(a.takes) t
 WHERE a.session_id IS NULL
   AND ((a.status = 'booked' OR a.status = 'arrived' OR a.status = 'in_service') OR (a.status = 'held' AND a.held_until > unixepoch())
        OR (a.status IN ('completed', 'no_show') AND a.starts_at + json_extract(t.value, '$.from') < a.status_at));

CREATE VIEW desk_hold_claim_due AS
SELECT NULL AS appointment_id, h.id AS desk_hold_id, t.key AS take_no, json_extract(t.value, '$.resource') AS resource_id,
       h.starts_at + json_extract(t.value, '$.from') AS starts_at, h.starts_at + json_extract(t.value, '$.to') AS ends_at,
       json_extract(t.value, '$.units') AS units, h.held_until
  FROM desk_hold h, json_each(h.takes) t
 WHERE h.held_until > unixepoch();

CREATE VIEW claim_due AS SELECT * FROM appointment_claim_due UNION ALL SELECT * FROM desk_hold_claim_due;

-- The status ways (schema.md), as rows because triggers share no functions. Cancelled returns to the status it had. A view, so that
-- no hand adds a way.
CREATE VIEW status_way AS
SELECT column1 AS old_status, column2 AS new_status FROM (VALUES
  ('held', 'booked'), ('held', 'cancelled'), ('held', 'expired'),
  ('booked', 'arrived'), ('booked', 'in_service'), ('booked', 'completed'), ('booked', 'no_show'), ('booked', 'cancelled'),
  ('booked', 'parked'),
  ('arrived', 'in_service'), ('arrived', 'completed'), ('arrived', 'no_show'), ('arrived', 'cancelled'), ('arrived', 'booked'),
  ('in_service', 'completed'), ('in_service', 'arrived'),
  ('completed', 'in_service'), ('completed', 'arrived'), ('completed', 'booked'),
  ('no_show', 'booked'), ('no_show', 'arrived'),
  ('parked', 'booked'), ('parked', 'cancelled'),
  ('expired', 'held'), ('expired', 'booked'));
