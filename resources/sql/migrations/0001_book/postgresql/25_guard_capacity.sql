-- A resource's capacity is part of every claim on it: changed under its lock, refused with the claims in the way, and carried
-- into `sole`. Claims that are over don't count; they may have been made under another capacity.
CREATE FUNCTION resource_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
  now_s bigint;
  in_the_way bigint[];
BEGIN
  IF NEW.kind <> OLD.kind OR NEW.location_id <> OLD.location_id THEN PERFORM refuse('immutable'); END IF;
  IF NEW.capacity = OLD.capacity AND NEW.squeeze_capacity IS NOT DISTINCT FROM OLD.squeeze_capacity THEN RETURN NEW; END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('isolation'); END IF;
  PERFORM lock_resources(ARRAY[NEW.id]);
  now_s := floor(extract(epoch FROM clock_timestamp()));
  WITH here AS MATERIALIZED (
    SELECT c.*, COALESCE(a.squeezed, 0) AS squeezed
      FROM claim c LEFT JOIN appointment a ON a.id = c.appointment_id
     WHERE c.resource_id = NEW.id AND c.starts_at > now_s - 86400 AND c.ends_at > now_s
       AND (c.held_until IS NULL OR c.held_until > now_s)
  )
  SELECT array_agg(DISTINCT COALESCE(e.appointment_id, -e.desk_hold_id)) INTO in_the_way
    FROM here e
   WHERE (SELECT sum(x.units) > CASE WHEN max(x.squeezed) = 1 THEN COALESCE(NEW.squeeze_capacity, NEW.capacity) ELSE NEW.capacity END
            FROM here x WHERE x.starts_at <= greatest(e.starts_at, now_s) AND x.ends_at > greatest(e.starts_at, now_s));
  IF in_the_way IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'FD005',
      MESSAGE = json_build_object('outcome', 'rule', 'rule', 'capacity', 'claims', in_the_way[1:20])::text;
  END IF;
  UPDATE claim c SET sole = (NEW.capacity = 1 AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = c.appointment_id AND a.squeezed = 1))
   WHERE c.resource_id = NEW.id AND c.starts_at > now_s - 86400 AND c.ends_at > now_s
     AND (c.held_until IS NULL OR c.held_until > now_s)
     AND c.sole <> (NEW.capacity = 1 AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = c.appointment_id AND a.squeezed = 1));
  RETURN NEW;
END $$;
CREATE TRIGGER resource_capacity BEFORE UPDATE ON resource FOR EACH ROW EXECUTE FUNCTION resource_before();
