-- The booking popup's hold: the same locks, claims and refusals as an appointment, no version and no audit. A hold that became
-- a booking is deleted in the booking's own transaction.
CREATE FUNCTION desk_hold_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
  keys bigint[];
  broken text;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('isolation'); END IF;
  IF TG_OP <> 'DELETE' THEN
    broken := writer_problem(NEW.person_id);
    IF broken IS NOT NULL THEN PERFORM refuse(broken); END IF;
    IF NEW.ends_at <= NEW.starts_at OR NEW.ends_at - NEW.starts_at > 86400
       OR NEW.starts_at NOT BETWEEN -2208988800 AND 253402300799 THEN PERFORM refuse('length'); END IF;
    IF NOT takes_are_sound(NEW.takes) THEN PERFORM refuse('takes'); END IF;
    IF EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.takes) t
                 LEFT JOIN resource r ON r.id = (t->>'resource')::bigint
                WHERE r.location_id IS DISTINCT FROM NEW.location_id) THEN PERFORM refuse('takes'); END IF;
    IF EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.takes) t JOIN resource r ON r.id = (t->>'resource')::bigint
                WHERE r.retired_at IS NOT NULL) THEN PERFORM refuse('resource_retired'); END IF;
    IF NOT EXISTS (SELECT 1 FROM location l WHERE l.id = NEW.location_id)
       OR (NEW.service_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service s WHERE s.id = NEW.service_id))
       OR (NEW.staff_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource r WHERE r.id = NEW.staff_id)) THEN
      PERFORM refuse('references');
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.id <> OLD.id THEN PERFORM refuse('immutable'); END IF;
    keys := resources_of(NEW.takes);
  END IF;
  IF TG_OP <> 'INSERT' THEN
    keys := keys || resources_of(OLD.takes);
  END IF;
  PERFORM lock_resources(keys);
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER desk_hold_before BEFORE INSERT OR UPDATE OR DELETE ON desk_hold FOR EACH ROW EXECUTE FUNCTION desk_hold_before();

CREATE FUNCTION desk_hold_claims() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM claim WHERE desk_hold_id = OLD.id; END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM place_claims(NULL, NEW.id, NEW.starts_at, NEW.takes, 9223372036854775807, NEW.held_until, 0::smallint);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER desk_hold_claims AFTER INSERT OR UPDATE OR DELETE ON desk_hold FOR EACH ROW EXECUTE FUNCTION desk_hold_claims();

-- A desk says as whom it is there: the others show that name ("Maya is editing this").
CREATE FUNCTION desk_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  broken text := writer_problem(NEW.person_id);
BEGIN
  IF broken IS NOT NULL THEN PERFORM refuse(broken); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER desk_before BEFORE INSERT OR UPDATE ON desk FOR EACH ROW EXECUTE FUNCTION desk_before();
