-- Rules of single tables: persons, locations, clients, services.

-- A login belongs to one person for good: giving it to another would make old changes look like theirs.
CREATE FUNCTION person_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.role IS DISTINCT FROM OLD.role AND OLD.role IS NOT NULL THEN PERFORM refuse('immutable'); END IF;
  IF EXISTS (SELECT 1 FROM person p WHERE p.role = NEW.role AND p.id <> NEW.id) THEN PERFORM refuse('key_taken'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_role BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION person_before();

-- Everything that a booking to come at a location locks: its sessions and resources.
CREATE FUNCTION lock_location(location bigint) RETURNS void LANGUAGE sql AS $$
  SELECT lock_resources(ARRAY(SELECT r.id FROM resource r WHERE r.location_id = location
                              UNION ALL SELECT -a.id FROM appointment a
                                         WHERE a.starts_at > unixepoch() AND a.location_id = location AND a.session_id IS NULL
                                           AND a.client_id IS NULL AND a.service_id IS NOT NULL))
$$;

-- What was promised as 10:00 stays 10:00: the zone changes only once every coming appointment is promised in it (rezone does that). A
-- booking under way is waited for; one that waits for us finds the new zone and is refused (47_appointment_inserted.sql).
CREATE FUNCTION location_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('isolation'); END IF;
  PERFORM lock_location(NEW.id);
  IF EXISTS (SELECT 1 FROM appointment a
              WHERE a.starts_at > unixepoch() AND a.location_id = NEW.id AND a.zone <> NEW.zone
                AND a.status NOT IN ('cancelled', 'expired')) THEN
    PERFORM refuse('location_zone');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER location_zone BEFORE UPDATE ON location FOR EACH ROW WHEN (NEW.zone <> OLD.zone) EXECUTE FUNCTION location_before();

CREATE FUNCTION client_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.merged_into IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.merged_into IS DISTINCT FROM OLD.merged_into) AND (NEW.merged_into = NEW.id OR EXISTS (
       SELECT 1 FROM client c WHERE c.id = NEW.merged_into AND (c.merged_into IS NOT NULL OR c.erased_at IS NOT NULL))) THEN
    PERFORM refuse('client_retired');
  END IF;
  -- Only erase_client() forgets the history too, and it is the managers'.
  IF NEW.erased_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.erased_at IS NULL) THEN
    PERFORM calling_manager();
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.created_at IS DISTINCT FROM OLD.created_at OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS NULL) THEN PERFORM refuse('immutable'); END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER client_rules BEFORE INSERT OR UPDATE ON client FOR EACH ROW EXECUTE FUNCTION client_before();

-- Steps: whole seconds, kinds without repeats, a day at most with the buffers. The first and the last keep somebody busy, because
-- the takes of a booking must span it with its buffers.
CREATE FUNCTION broken_rule_of_service(steps jsonb, able jsonb, buffers bigint) RETURNS text LANGUAGE sql STABLE
  RETURN CASE
    WHEN steps::text ~ '"length": -?[0-9]+[.]' THEN 'steps'  -- 1.0 is a whole number to jsonb and no bigint
    WHEN jsonb_typeof(steps) <> 'array' OR jsonb_array_length(steps) NOT BETWEEN 1 AND 50
         OR jsonb_array_length(steps) <> jsonb_array_length(jsonb_path_query_array(steps, 'strict $[*] ? (
              @.length.type() == "number" && @.length == @.length.floor() && @.length > 0 && @.length <= 86400 &&
              @.keeps.type() == "array" && @.keeps.size() <= 3 &&
              !(exists(@.keeps[*] ? (@ != "staff" && @ != "room" && @ != "equipment"))))', '{}', true))
         OR jsonb_array_length(steps->0->'keeps') = 0 OR jsonb_array_length(steps->-1->'keeps') = 0
         OR (SELECT sum((s->>'length')::bigint) + buffers > 86400
                    OR bool_or(jsonb_array_length(s->'keeps') <> (SELECT count(DISTINCT k) FROM jsonb_array_elements(s->'keeps') k))
               FROM jsonb_array_elements(steps) s) THEN 'steps'
    WHEN jsonb_typeof(able) <> 'array' OR jsonb_path_exists(able, '$[*] ? (@.type() != "number" || @ != @.floor())')
         OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(able) x
                     WHERE NOT EXISTS (SELECT 1 FROM resource r WHERE r.id::text = x))
         OR jsonb_array_length(able) <> (SELECT count(DISTINCT x) FROM jsonb_array_elements(able) x) THEN 'able'
  END;

CREATE FUNCTION service_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  broken text := broken_rule_of_service(NEW.steps, NEW.able, NEW.buffer_before + NEW.buffer_after);
BEGIN
  IF broken IS NOT NULL THEN PERFORM refuse(broken); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER service_rules BEFORE INSERT OR UPDATE ON service FOR EACH ROW EXECUTE FUNCTION service_before();

-- service_step and service_resource are the same facts as rows, for joins.
CREATE FUNCTION service_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.steps <> OLD.steps THEN
    DELETE FROM service_step WHERE service_id = NEW.id;
    INSERT INTO service_step (service_id, step_no, starts_after, length, staff, room, equipment)
    SELECT NEW.id, no - 1, sum((s->>'length')::bigint) OVER (ORDER BY no) - (s->>'length')::bigint, (s->>'length')::bigint,
           (s->'keeps' ? 'staff')::int, (s->'keeps' ? 'room')::int, (s->'keeps' ? 'equipment')::int
      FROM jsonb_array_elements(NEW.steps) WITH ORDINALITY AS t(s, no);
  END IF;
  IF TG_OP = 'INSERT' OR NEW.able <> OLD.able THEN
    DELETE FROM service_resource WHERE service_id = NEW.id;
    INSERT INTO service_resource (service_id, resource_id) SELECT NEW.id, x::bigint FROM jsonb_array_elements_text(NEW.able) x;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER service_rows AFTER INSERT OR UPDATE ON service FOR EACH ROW EXECUTE FUNCTION service_rows();
