-- A booking in one trigger: claims, audit, message, hint. The same as what other rows and updates get from several (40_audit.sql,
-- 45_outbox.sql, 46_notify.sql), written out because bookings are what is measured: the general audit's query alone takes as long as
-- all of this.
CREATE FUNCTION appointment_inserted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  entry bigint;
  channels int;
  zone_there text;
  done text;   -- of what is called for its effect: PERFORM would be a query
BEGIN
  done := place_claims(NEW.id, NULL, NEW.starts_at, NEW.takes, keeps_until(NEW.status, NEW.status_at, NEW.session_id), NEW.held_until,
                       NEW.squeezed);

  -- What is null, empty or 0 is left out, as in audit_change(): concat() passes over null.
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (floor(extract(epoch FROM clock_timestamp())), 'appointment', NEW.id, NEW.version, 'insert', concat(
    '{"location_id": [null, ', NEW.location_id,
    '], "client_id": [null, ' || NEW.client_id,
    '], "service_id": [null, ' || NEW.service_id,
    '], "staff_id": [null, ' || NEW.staff_id,
    '], "starts_at": [null, ' || NULLIF(NEW.starts_at, 0),
    '], "ends_at": [null, ' || NULLIF(NEW.ends_at, 0),
    '], "local_start": [null, ' || to_json(NULLIF(NEW.local_start, '')),
    '], "zone": [null, ' || to_json(NULLIF(NEW.zone, '')),
    '], "buffer_before": [null, ' || NULLIF(NEW.buffer_before, 0),
    '], "buffer_after": [null, ' || NULLIF(NEW.buffer_after, 0),
    '], "takes": [null, ', NEW.takes,
    '], "price_minor": [null, ' || NULLIF(NEW.price_minor, 0),
    '], "currency": [null, ', to_json(NEW.currency),
    '], "status": [null, "', NEW.status,
    '"], "confirmation": [null, "', NEW.confirmation,
    '"], "source": [null, "', NEW.source,
    '"], "seats": [null, ', NEW.seats,
    '], "status_at": [null, ' || NULLIF(NEW.status_at, 0),
    '], "status_before": [null, ' || to_json(NEW.status_before),
    '], "held_until": [null, ' || NEW.held_until,
    '], "squeezed": [null, ' || NULLIF(NEW.squeezed, 0),
    '], "booking_key": [null, ' || to_json(NULLIF(NEW.booking_key, '')),
    '], "visit_id": [null, ' || NEW.visit_id,
    '], "series_id": [null, ' || NEW.series_id,
    '], "session_id": [null, ' || NEW.session_id, ']}')::jsonb,
    NEW.changed_by, NEW.changed_desk, NEW.command_id)
  RETURNING id, (SELECT b.email_on + b.sms_on FROM business b WHERE b.id = 1), (SELECT l.zone FROM location l WHERE l.id = NEW.location_id)
    INTO entry, channels, zone_there;
  -- What is coming is promised in the zone of its place. Read behind the resources' locks, which a change of the zone takes too.
  IF zone_there <> NEW.zone THEN
    IF NEW.status <> 'cancelled' AND NEW.starts_at > unixepoch() THEN PERFORM refuse('location_zone'); END IF;
  END IF;
  IF concat(NEW.status_reason, NEW.squeeze_reason, NEW.override_reason, NEW.label, NEW.note) <> '' THEN
    INSERT INTO audit_personal (audit_id, field, side, salt, value)
    SELECT entry, v.field, 'new', replace(gen_random_uuid()::text, '-', ''), v.value
      FROM (VALUES ('status_reason', NEW.status_reason), ('squeeze_reason', NEW.squeeze_reason), ('override_reason', NEW.override_reason),
                   ('label', NEW.label), ('note', NEW.note)) AS v(field, value)
     WHERE v.value <> '';
  END IF;

  IF channels > 0 AND NEW.status = 'booked' AND NEW.client_id IS NOT NULL AND NEW.source <> 'import' THEN
    PERFORM tell_client(NEW, NULL, false);
  END IF;
  done := hint_at_booking('appointment');
  RETURN NULL;
END $$;
CREATE TRIGGER appointment_inserted AFTER INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION appointment_inserted();
