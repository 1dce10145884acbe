-- Claims: what is due for each row, and the one place that writes them. All of it runs under the locks of the resources.

-- The claims that the rows ask for; `claim` holds these, and beside them at most some of holds that ran out. For the triggers'
-- twin on SQLite and for `frontdesk-admin check`.
CREATE VIEW claim_due AS
SELECT a.id AS appointment_id, NULL::bigint AS desk_hold_id, t.no - 1 AS take_no, (t.take->>'resource')::bigint AS resource_id,
       a.starts_at + (t.take->>'from')::bigint AS starts_at,
       least(a.starts_at + (t.take->>'to')::bigint, keeps_until(a.status, a.status_at, a.session_id)) AS ends_at,
       (t.take->>'units')::bigint AS units, a.held_until
  FROM appointment a, jsonb_array_elements(a.takes) WITH ORDINALITY AS t(take, no)
 WHERE a.starts_at + (t.take->>'from')::bigint < keeps_until(a.status, a.status_at, a.session_id)
   AND (a.held_until IS NULL OR a.held_until > unixepoch())
UNION ALL
SELECT NULL, h.id, t.no - 1, (t.take->>'resource')::bigint, h.starts_at + (t.take->>'from')::bigint,
       h.starts_at + (t.take->>'to')::bigint, (t.take->>'units')::bigint, h.held_until
  FROM desk_hold h, jsonb_array_elements(h.takes) WITH ORDINALITY AS t(take, no)
 WHERE h.held_until > unixepoch();

-- The largest sum of units at one moment, own and foreign: refuses with the claim that is in the way. Moments to look at are the
-- starts of the own claims and of those that begin inside them, since the sum only grows there.
CREATE FUNCTION refuse_if_crowded(start bigint, takes jsonb, until bigint, squeezed smallint, now_s bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  moment record;
BEGIN
  WITH mine AS MATERIALIZED (
    SELECT t.resource AS resource_id, start + t."from" AS starts_at, least(start + t."to", until) AS ends_at, t.units,
           CASE WHEN squeezed = 1 THEN COALESCE(r.squeeze_capacity, r.capacity) ELSE r.capacity END AS room
      FROM jsonb_to_recordset(takes) AS t(resource bigint, "from" bigint, "to" bigint, units bigint)
      JOIN resource r ON r.id = t.resource
     WHERE start + t."from" < until
  ), near AS MATERIALIZED (
    SELECT DISTINCT c.id, c.resource_id, c.starts_at, c.ends_at, c.units, c.appointment_id, c.desk_hold_id
      FROM mine m
      JOIN claim c ON c.resource_id = m.resource_id AND c.starts_at > m.starts_at - 86400 AND c.starts_at < m.ends_at
                  AND c.ends_at > m.starts_at AND (c.held_until IS NULL OR c.held_until > now_s)
  ), every AS (
    SELECT NULL::bigint AS id, resource_id, starts_at, ends_at, units FROM mine
    UNION ALL SELECT id, resource_id, starts_at, ends_at, units FROM near
  )
  SELECT m.resource_id, greatest(e.starts_at, m.starts_at) AS at INTO moment
    FROM mine m
    JOIN every e ON e.resource_id = m.resource_id AND e.starts_at < m.ends_at AND e.ends_at > m.starts_at
   WHERE (SELECT sum(x.units) FROM every x
           WHERE x.resource_id = m.resource_id AND x.starts_at <= greatest(e.starts_at, m.starts_at)
             AND x.ends_at > greatest(e.starts_at, m.starts_at)) > m.room
   ORDER BY at, m.resource_id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'FD002', MESSAGE = (
      SELECT json_build_object('outcome', 'taken', 'by', c.appointment_id, 'hold', c.desk_hold_id, 'resource', moment.resource_id,
                               'starts_at', c.starts_at, 'ends_at', c.ends_at)::text
        FROM (SELECT 1) one
        LEFT JOIN claim c ON c.resource_id = moment.resource_id AND c.starts_at <= moment.at AND c.starts_at > moment.at - 86400
              AND c.ends_at > moment.at AND (c.held_until IS NULL OR c.held_until > now_s)
       ORDER BY c.id DESC LIMIT 1);
  END IF;
END $$;

-- Writes the claims of one row. Most bookings take one resource and meet nobody: one statement asks and writes. Only who meets somebody
-- sweeps. A hold that ran out loses its claims here, its row is left alone: writing that deadlocked with whoever extended the hold.
CREATE FUNCTION place_claims(appointment bigint, hold bigint, start bigint, takes jsonb, until bigint, held bigint,
                             squeezed smallint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  now_s bigint := floor(extract(epoch FROM clock_timestamp()));
  many int := jsonb_array_length(takes);
  meets boolean;
  taken bigint; s bigint; e bigint;
BEGIN
  IF until IS NULL OR held <= now_s OR many = 0 THEN RETURN; END IF;
  IF many = 1 THEN
    taken := (takes->0->'resource')::bigint;
    s := start + (takes->0->'from')::bigint;
    e := least(start + (takes->0->'to')::bigint, until);
    INSERT INTO claim (appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until)
    SELECT appointment, hold, 0, taken, s, e, (takes->0->'units')::bigint, r.capacity = 1 AND squeezed = 0, held
      FROM resource r
     WHERE r.id = taken AND s < e AND (takes->0->'units')::bigint <= r.capacity
       AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.resource_id = taken AND c.starts_at > s - 86400 AND c.starts_at < e AND c.ends_at > s);
    IF FOUND THEN RETURN; END IF;
  END IF;
  SELECT count(DISTINCT r.id) < many OR bool_or(t.units > r.capacity OR EXISTS (
           SELECT 1 FROM claim c WHERE c.resource_id = r.id AND c.starts_at > start + t."from" - 86400
                                   AND c.starts_at < least(start + t."to", until) AND c.ends_at > start + t."from"))
    INTO meets FROM jsonb_to_recordset(takes) AS t(resource bigint, "from" bigint, "to" bigint, units bigint)
    JOIN resource r ON r.id = t.resource;
  IF meets THEN
    DELETE FROM claim c USING jsonb_to_recordset(takes) AS t(resource bigint, "from" bigint, "to" bigint)
     WHERE c.resource_id = t.resource AND c.held_until <= now_s
       AND c.starts_at < least(start + t."to", until) AND c.ends_at > start + t."from";
    PERFORM refuse_if_crowded(start, takes, until, squeezed, now_s);
  END IF;
  INSERT INTO claim (appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until)
  SELECT appointment, hold, t.no - 1, r.id, start + (t.take->'from')::bigint, least(start + (t.take->'to')::bigint, until),
         (t.take->'units')::bigint, r.capacity = 1 AND squeezed = 0, held
    FROM jsonb_array_elements(takes) WITH ORDINALITY AS t(take, no)
    JOIN resource r ON r.id = (t.take->'resource')::bigint
   WHERE start + (t.take->'from')::bigint < until;
END $$;

-- Claims are written again only when what they are made of changes: booked → arrived → in_service touches none.
CREATE FUNCTION appointment_claims() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
  DELETE FROM claim WHERE appointment_id = NEW.id;
  PERFORM place_claims(NEW.id, NULL, NEW.starts_at, NEW.takes, keeps_until(NEW.status, NEW.status_at, NEW.session_id),
                       NEW.held_until, NEW.squeezed);
  RETURN NULL;
END $$;
CREATE TRIGGER appointment_claims AFTER UPDATE ON appointment FOR EACH ROW
  WHEN (NEW.starts_at <> OLD.starts_at OR NEW.takes <> OLD.takes OR NEW.squeezed <> OLD.squeezed
        OR NEW.held_until IS DISTINCT FROM OLD.held_until
        OR keeps_until(NEW.status, NEW.status_at, NEW.session_id) IS DISTINCT FROM keeps_until(OLD.status, OLD.status_at, OLD.session_id))
  EXECUTE FUNCTION appointment_claims();
