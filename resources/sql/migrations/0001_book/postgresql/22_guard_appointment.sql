-- What an appointment may look like, judged before it is stored. Claims come after (23_guard_claims.sql), so that a repeated
-- booking_key is found by its unique index before the time can be called taken.

-- Everything about a row by itself, without a look at another one; null when it is sound.
CREATE FUNCTION broken_rule_of(a appointment, inserted boolean) RETURNS text LANGUAGE sql STABLE
  RETURN CASE
    WHEN (a.status IS NOT DISTINCT FROM 'held') <> (a.held_until IS NOT NULL) THEN 'held_until'
    WHEN a.ends_at <= a.starts_at OR a.ends_at - a.starts_at > 86400 OR a.starts_at NOT BETWEEN -2208988800 AND 253402300799
      THEN 'length'
    WHEN a.squeezed = 1 AND (a.squeeze_reason <> '') IS NOT TRUE THEN 'squeeze_reason'
    WHEN a.squeezed = 1 AND inserted AND a.source = 'online' THEN 'squeeze_online'
    WHEN NOT takes_are_sound(a.takes) THEN 'takes'
  END;

-- Who squeezes somebody in works at the desk: never the online side, whatever source it writes. By hand (null) is the owner.
CREATE FUNCTION broken_squeeze_of(a appointment) RETURNS text LANGUAGE sql STABLE
  RETURN CASE WHEN EXISTS (SELECT 1 FROM person p WHERE p.id = a.changed_by AND p.person_group NOT IN ('receptionist', 'manager'))
              THEN 'squeeze_person' END;

-- What a CHECK would say of single columns, in the words of SQLite's, which has them as CHECKs: here each statement would parse them
-- anew, which took 60 of the 80 microseconds that a bare insert took. Judged last, as CHECKs are.
CREATE FUNCTION broken_column_of(a appointment) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN a.buffer_after NOT BETWEEN 0 AND 14400 THEN 'buffer_after'
    WHEN a.buffer_before NOT BETWEEN 0 AND 14400 THEN 'buffer_before'
    WHEN a.confirmation NOT IN ('not_asked', 'asked', 'message_left', 'confirmed', 'running_late') THEN 'confirmation'
    WHEN length(a.currency) <> 3 THEN 'currency'
    WHEN a.id <= 0 THEN 'id'
    WHEN length(a.label) > 400 THEN 'label'
    WHEN a.price_minor < 0 THEN 'price_minor'
    WHEN a.seats NOT BETWEEN 1 AND 10000 THEN 'seats'
    WHEN a.source NOT IN ('desk', 'online', 'import', 'admin') THEN 'source'
    WHEN a.squeezed NOT IN (0, 1) THEN 'squeezed'
    WHEN a.status NOT IN ('held', 'booked', 'arrived', 'in_service', 'completed', 'no_show', 'cancelled', 'expired', 'parked') THEN 'status'
  END;

CREATE FUNCTION broken_way_of(o appointment, n appointment) RETURNS text LANGUAGE sql STABLE
  RETURN CASE
    WHEN n.version IS DISTINCT FROM o.version + 1 THEN 'update_version'
    WHEN n.id <> o.id OR n.created_at IS DISTINCT FROM o.created_at OR n.source IS DISTINCT FROM o.source OR n.booking_key IS DISTINCT FROM o.booking_key
      THEN 'immutable'
    WHEN (n.session_id IS NULL) <> (o.session_id IS NULL) THEN 'session'
    WHEN n.status <> o.status AND NOT may_follow(o.status, n.status, o.status_before) THEN 'status_way'
    WHEN n.status_before IS DISTINCT FROM CASE WHEN n.status <> 'cancelled' THEN NULL
                                               WHEN o.status = 'cancelled' THEN o.status_before ELSE o.status END
      THEN 'status_before'
    WHEN n.status = 'no_show' AND (o.status <> 'no_show' OR n.starts_at <> o.starts_at) AND n.starts_at > floor(extract(epoch FROM clock_timestamp()))
      THEN 'no_show_before_start'
  END;

-- What the row says about others: references, retired ones, who is able. The flags name what changed and so has to be judged; an old
-- booking isn't refused for what became of its service since. Small selects by key in a loop: one joined query takes ten times as long
-- to start as these to run.
CREATE FUNCTION broken_reference_of(a appointment, fresh_service boolean, fresh_client boolean, fresh_takes boolean,
                                    places boolean) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  takes jsonb := a.takes;
  many int := jsonb_array_length(takes);
  take jsonb;
  taken bigint;
  location bigint; retired boolean; able boolean;
  any_elsewhere boolean := false; any_retired boolean := false; any_unable boolean := false; takes_staff boolean := false;
  lowest bigint; highest bigint;
BEGIN
  FOR n IN 0 .. many - 1 LOOP
    take := takes->n;
    taken := (take->'resource')::bigint;
    SELECT r.location_id, r.retired_at IS NOT NULL,
           EXISTS (SELECT 1 FROM service_resource x WHERE x.service_id = a.service_id AND x.resource_id = taken)
      INTO location, retired, able FROM resource r WHERE r.id = taken;
    any_elsewhere := any_elsewhere OR location IS DISTINCT FROM a.location_id;
    any_retired := any_retired OR retired;
    any_unable := any_unable OR NOT able;
    takes_staff := takes_staff OR taken = a.staff_id;
    lowest := least(lowest, (take->'from')::bigint);
    highest := greatest(highest, (take->'to')::bigint);
  END LOOP;
  -- A resource that stands there proves its location.
  IF many = 0 OR any_elsewhere THEN
    IF NOT EXISTS (SELECT 1 FROM location l WHERE l.id = a.location_id) THEN RETURN 'references'; END IF;
  END IF;
  IF a.service_id IS NOT NULL THEN
    SELECT s.retired_at IS NOT NULL INTO retired FROM service s WHERE s.id = a.service_id;
    IF NOT FOUND THEN RETURN 'references'; END IF;
    IF fresh_service AND retired THEN RETURN 'service_retired'; END IF;
  END IF;
  IF a.client_id IS NOT NULL AND fresh_client THEN
    SELECT c.erased_at IS NOT NULL OR c.merged_into IS NOT NULL INTO retired FROM client c WHERE c.id = a.client_id;
    IF NOT FOUND THEN RETURN 'references'; END IF;
    IF retired THEN RETURN 'client_retired'; END IF;
  END IF;
  IF a.visit_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = a.visit_id) THEN RETURN 'references'; END IF;
  END IF;
  IF a.series_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT 1 FROM series s WHERE s.id = a.series_id) THEN RETURN 'references'; END IF;
  END IF;
  IF any_elsewhere THEN RETURN 'takes'; END IF;
  IF places AND any_retired THEN RETURN 'resource_retired'; END IF;
  IF a.service_id IS NOT NULL AND (fresh_takes OR fresh_service) AND any_unable THEN RETURN 'staff_unable'; END IF;
  IF many > 0 AND a.staff_id IS NOT NULL AND NOT takes_staff THEN RETURN 'takes_staff'; END IF;
  IF many = 0 AND a.staff_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT 1 FROM resource r WHERE r.id = a.staff_id AND r.location_id = a.location_id) THEN RETURN 'references'; END IF;
  END IF;
  IF a.service_id IS NOT NULL AND a.session_id IS NULL
     AND (lowest IS DISTINCT FROM -a.buffer_before OR highest IS DISTINCT FROM a.ends_at - a.starts_at + a.buffer_after) THEN
    RETURN 'takes_span';
  END IF;
  RETURN NULL;
END $$;

-- Seats: a seat lies in a session that stands, at its time and of its service; a session keeps what its seats need. Read under
-- the session's lock.
CREATE FUNCTION counts_as_seat(status text, held_until bigint) RETURNS boolean LANGUAGE sql STABLE
  RETURN status IN ('booked', 'arrived', 'in_service', 'completed')
      OR (status = 'held' AND held_until > floor(extract(epoch FROM clock_timestamp())));

CREATE FUNCTION broken_session_of(a appointment, fresh_seat boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  s appointment;
  taken bigint;
BEGIN
  IF a.session_id IS NOT NULL THEN
    IF NOT fresh_seat THEN RETURN NULL; END IF;
    SELECT * INTO s FROM appointment x WHERE x.id = a.session_id;
    IF s.id IS NULL OR s.session_id IS NOT NULL OR s.client_id IS NOT NULL OR s.service_id IS NULL OR a.client_id IS NULL
       OR s.id = a.id OR (s.service_id, s.location_id, s.starts_at) IS DISTINCT FROM (a.service_id, a.location_id, a.starts_at)
    THEN RETURN 'session'; END IF;
    IF NOT counts_as_seat(a.status, a.held_until) THEN RETURN NULL; END IF;
    IF s.status NOT IN ('booked', 'arrived', 'in_service', 'completed') THEN RETURN 'session'; END IF;
    SELECT COALESCE(sum(x.seats), 0) INTO taken FROM appointment x
     WHERE x.session_id = a.session_id AND x.id <> a.id AND counts_as_seat(x.status, x.held_until);
    RETURN CASE WHEN taken + a.seats > s.seats THEN 'seats_full' END;
  END IF;
  IF EXISTS (SELECT 1 FROM appointment x WHERE x.session_id = a.id AND x.service_id IS DISTINCT FROM a.service_id) THEN RETURN 'session'; END IF;
  SELECT sum(x.seats) INTO taken FROM appointment x WHERE x.session_id = a.id AND counts_as_seat(x.status, x.held_until);
  RETURN CASE WHEN taken IS NULL THEN NULL
              WHEN a.client_id IS NOT NULL OR a.service_id IS NULL OR a.status IN ('held', 'cancelled', 'expired', 'parked', 'no_show')
                THEN 'session'
              WHEN taken > a.seats THEN 'seats_full' END;
END $$;

-- The common booking in one query: one take, of a resource that is there, not retired and able, everything named standing. False or
-- null only says that broken_reference_of() has to look.
CREATE FUNCTION appointment_insert_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  broken text;
  sound boolean;
  taken bigint;
  done text;   -- of what is called for its effect: PERFORM would be a query
BEGIN
  -- In a snapshot older than the lock the sweep would miss what others booked meanwhile.
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('isolation'); END IF;

  broken := CASE WHEN NEW.version IS DISTINCT FROM 1 THEN 'insert_version'
                 WHEN NEW.status = 'expired' THEN 'status_start'
                 WHEN NEW.status_before IS NOT NULL
                      AND (NEW.status <> 'cancelled' OR NOT may_follow(NEW.status_before, 'cancelled', NULL)) THEN 'status_before'
                 ELSE COALESCE(writer_problem(NEW.changed_by), broken_rule_of(NEW, true)) END;
  IF broken IS NULL AND NEW.squeezed = 1 THEN broken := broken_squeeze_of(NEW); END IF;
  IF broken IS NULL THEN
    IF jsonb_array_length(NEW.takes) = 1 AND NEW.visit_id IS NULL AND NEW.series_id IS NULL AND NEW.session_id IS NULL
       AND (NEW.service_id IS NULL OR ((NEW.takes->0->'from')::bigint = -NEW.buffer_before
            AND (NEW.takes->0->'to')::bigint = NEW.ends_at - NEW.starts_at + NEW.buffer_after)) THEN
      taken := (NEW.takes->0->'resource')::bigint;
      sound := COALESCE(NEW.staff_id, taken) = taken
        AND (SELECT r.location_id = NEW.location_id AND r.retired_at IS NULL FROM resource r WHERE r.id = taken)
        AND (NEW.service_id IS NULL OR (
              (SELECT s.retired_at IS NULL FROM service s WHERE s.id = NEW.service_id)
              AND EXISTS (SELECT 1 FROM service_resource x WHERE x.service_id = NEW.service_id AND x.resource_id = taken)))
        AND (NEW.client_id IS NULL
             OR (SELECT c.erased_at IS NULL AND c.merged_into IS NULL FROM client c WHERE c.id = NEW.client_id));
    END IF;
    IF sound IS NOT TRUE THEN
      broken := broken_reference_of(NEW, true, true, true, NEW.session_id IS NULL AND NEW.status IN ('held', 'booked', 'arrived', 'in_service'));
    END IF;
  END IF;
  IF broken IS NULL THEN
    IF keeps_until(NEW.status, NEW.status_at, NEW.session_id) IS NOT NULL THEN
      IF taken IS NULL THEN done := lock_resources(resources_of(NEW.takes)); ELSE done := pg_advisory_xact_lock(taken); END IF;
    ELSIF NEW.session_id IS NOT NULL THEN
      done := lock_resources(ARRAY[-NEW.session_id]);
      broken := broken_session_of(NEW, true);
    END IF;
  END IF;
  broken := COALESCE(broken, broken_column_of(NEW));

  IF broken IS NOT NULL THEN
    -- The answer to a repeat is the booking that it made, whatever became of its service since.
    IF EXISTS (SELECT 1 FROM appointment x WHERE x.booking_key = NEW.booking_key) THEN broken := 'booking_key'; END IF;
    PERFORM refuse(broken);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointment_insert_before BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION appointment_insert_before();

CREATE FUNCTION appointment_update_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
  broken text;
  places boolean;           -- it will claim time that it doesn't claim yet, or in another way
  rewrites boolean;         -- claims change at all
  fresh_takes boolean; fresh_service boolean; fresh_client boolean; fresh_references boolean;
  fresh_seat boolean; is_session boolean; moves_seats boolean;
  keys bigint[];
BEGIN
  -- In a snapshot older than the lock the sweep would miss what others booked meanwhile.
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('isolation'); END IF;

  broken := broken_way_of(OLD, NEW);
  fresh_takes := NEW.takes <> OLD.takes;
  rewrites := fresh_takes OR NEW.starts_at <> OLD.starts_at OR NEW.squeezed <> OLD.squeezed
              OR NEW.held_until IS DISTINCT FROM OLD.held_until
              OR keeps_until(NEW.status, NEW.status_at, NEW.session_id)
                 IS DISTINCT FROM keeps_until(OLD.status, OLD.status_at, OLD.session_id);
  places := rewrites AND NEW.session_id IS NULL AND NEW.status IN ('held', 'booked', 'arrived', 'in_service');
  fresh_service := NEW.service_id IS DISTINCT FROM OLD.service_id;
  fresh_client := NEW.client_id IS DISTINCT FROM OLD.client_id;
  fresh_references := places OR fresh_takes OR fresh_service OR fresh_client OR NEW.location_id <> OLD.location_id
    OR NEW.staff_id IS DISTINCT FROM OLD.staff_id OR NEW.visit_id IS DISTINCT FROM OLD.visit_id
    OR NEW.series_id IS DISTINCT FROM OLD.series_id OR NEW.session_id IS DISTINCT FROM OLD.session_id
    OR NEW.ends_at - NEW.starts_at <> OLD.ends_at - OLD.starts_at
    OR NEW.buffer_before IS DISTINCT FROM OLD.buffer_before OR NEW.buffer_after IS DISTINCT FROM OLD.buffer_after;
  fresh_seat := NEW.session_id IS NOT NULL AND (fresh_service OR NEW.session_id IS DISTINCT FROM OLD.session_id
    OR NEW.starts_at <> OLD.starts_at OR NEW.seats <> OLD.seats OR NEW.status <> OLD.status OR NEW.client_id IS NULL
    OR NEW.held_until IS DISTINCT FROM OLD.held_until OR NEW.location_id <> OLD.location_id);
  moves_seats := OLD.session_id IS NULL AND OLD.client_id IS NULL AND OLD.service_id IS NOT NULL
    AND (NEW.starts_at, NEW.ends_at, NEW.local_start, NEW.zone, NEW.location_id, NEW.staff_id)
        IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.local_start, OLD.zone, OLD.location_id, OLD.staff_id);
  is_session := OLD.session_id IS NULL AND OLD.client_id IS NULL AND OLD.service_id IS NOT NULL
    AND (fresh_service OR fresh_client OR NEW.seats <> OLD.seats OR NEW.status <> OLD.status);
  IF broken IS NULL THEN
    broken := COALESCE(writer_problem(NEW.changed_by), broken_rule_of(NEW, false));
  END IF;
  IF broken IS NULL AND NEW.squeezed = 1 AND places THEN broken := broken_squeeze_of(NEW); END IF;
  IF broken IS NULL AND fresh_references THEN
    broken := broken_reference_of(NEW, fresh_service, fresh_client, fresh_takes, places);
  END IF;
  IF broken IS NULL AND rewrites THEN
    keys := resources_of(NEW.takes) || resources_of(OLD.takes);
  END IF;
  IF broken IS NULL AND (NEW.session_id IS NOT NULL OR is_session OR moves_seats) THEN
    keys := keys || ARRAY[-NEW.session_id, -OLD.session_id];
    IF is_session OR moves_seats THEN keys := keys || ARRAY[-NEW.id]; END IF;
  END IF;
  IF broken IS NULL AND moves_seats THEN  -- who changes a seat has its row before the session's lock
    PERFORM 1 FROM appointment x WHERE x.session_id = NEW.id ORDER BY x.id FOR NO KEY UPDATE;
  END IF;
  IF keys IS NOT NULL AND broken IS NULL THEN PERFORM lock_resources(keys); END IF;
  IF broken IS NULL AND ((NEW.session_id IS NOT NULL AND fresh_seat) OR is_session) THEN
    broken := broken_session_of(NEW, fresh_seat);
  END IF;

  broken := COALESCE(broken, broken_column_of(NEW));
  IF broken IS NOT NULL THEN PERFORM refuse(broken); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointment_update_before BEFORE UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION appointment_update_before();

-- A seat's time and place are its session's: whoever moves that, by hand too, moves its seats, each as a change of its own with
-- version, audit and message. Named to come after the session's own audit and message.
CREATE FUNCTION appointment_seats() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
  UPDATE appointment x
     SET starts_at = NEW.starts_at, ends_at = NEW.ends_at, local_start = NEW.local_start, zone = NEW.zone, location_id = NEW.location_id,
         staff_id = CASE WHEN x.staff_id = OLD.staff_id THEN NEW.staff_id ELSE x.staff_id END,
         version = x.version + 1, changed_by = NEW.changed_by, changed_desk = NEW.changed_desk, command_id = NEW.command_id
   WHERE x.session_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER seats AFTER UPDATE ON appointment FOR EACH ROW
  WHEN (OLD.session_id IS NULL AND OLD.client_id IS NULL AND OLD.service_id IS NOT NULL
        AND (NEW.starts_at, NEW.ends_at, NEW.local_start, NEW.zone, NEW.location_id, NEW.staff_id)
            IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.local_start, OLD.zone, OLD.location_id, OLD.staff_id))
  EXECUTE FUNCTION appointment_seats();
