-- A booking in one trigger: claims, audit, message, hint. The same as what other rows and updates get from several (40_audit.sql,
-- 45_outbox.sql, 46_notify.sql), written out because bookings are what is measured: the general audit's query alone takes as long as
-- all of this.
CREATE FUNCTION appointment_inserted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
  a appointment := NEW;
  entry bigint;
BEGIN
  PERFORM place_claims(a.id, NULL, a.starts_at, a.takes, keeps_until(a.status, a.status_at, a.session_id), a.held_until, a.squeezed);

  -- What is null, empty or 0 is left out, as in audit_change().
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (floor(extract(epoch FROM clock_timestamp())), 'appointment', a.id, a.version, 'insert',
    ('{"location_id": [null, ' || a.location_id
     || CASE WHEN a.client_id IS NULL THEN '' ELSE '], "client_id": [null, ' || a.client_id END
     || CASE WHEN a.service_id IS NULL THEN '' ELSE '], "service_id": [null, ' || a.service_id END
     || CASE WHEN a.staff_id IS NULL THEN '' ELSE '], "staff_id": [null, ' || a.staff_id END
     || CASE WHEN a.starts_at = 0 THEN '' ELSE '], "starts_at": [null, ' || a.starts_at END
     || CASE WHEN a.ends_at = 0 THEN '' ELSE '], "ends_at": [null, ' || a.ends_at END
     || CASE WHEN a.local_start = '' THEN '' ELSE '], "local_start": [null, ' || to_json(a.local_start) END
     || CASE WHEN a.zone = '' THEN '' ELSE '], "zone": [null, ' || to_json(a.zone) END
     || CASE WHEN a.buffer_before = 0 THEN '' ELSE '], "buffer_before": [null, ' || a.buffer_before END
     || CASE WHEN a.buffer_after = 0 THEN '' ELSE '], "buffer_after": [null, ' || a.buffer_after END
     || '], "takes": [null, ' || a.takes
     || CASE WHEN a.price_minor = 0 THEN '' ELSE '], "price_minor": [null, ' || a.price_minor END
     || '], "currency": [null, ' || to_json(a.currency)
     || '], "status": [null, "' || a.status
     || CASE WHEN a.status_at = 0 THEN '"' ELSE '"], "status_at": [null, ' || a.status_at END
     || CASE WHEN a.status_before IS NULL THEN '' ELSE '], "status_before": [null, ' || to_json(a.status_before) END
     || '], "confirmation": [null, "' || a.confirmation
     || CASE WHEN a.held_until IS NULL THEN '"' ELSE '"], "held_until": [null, ' || a.held_until END
     || CASE WHEN a.squeezed = 0 THEN '' ELSE '], "squeezed": [null, ' || a.squeezed END
     || '], "source": [null, "' || a.source
     || CASE WHEN COALESCE(a.booking_key, '') = '' THEN '"' ELSE '"], "booking_key": [null, ' || to_json(a.booking_key) END
     || CASE WHEN a.visit_id IS NULL THEN '' ELSE '], "visit_id": [null, ' || a.visit_id END
     || CASE WHEN a.series_id IS NULL THEN '' ELSE '], "series_id": [null, ' || a.series_id END
     || CASE WHEN a.session_id IS NULL THEN '' ELSE '], "session_id": [null, ' || a.session_id END
     || '], "seats": [null, ' || a.seats || ']}')::jsonb,
    a.changed_by, a.changed_desk, a.command_id)
  RETURNING id INTO entry;
  IF a.status_reason <> '' OR a.squeeze_reason <> '' OR a.override_reason <> '' OR a.label <> '' OR a.note <> '' THEN
    INSERT INTO audit_personal (audit_id, field, side, salt, value)
    SELECT entry, v.field, 'new', replace(gen_random_uuid()::text, '-', ''), v.value
      FROM (VALUES ('status_reason', a.status_reason), ('squeeze_reason', a.squeeze_reason), ('override_reason', a.override_reason),
                   ('label', a.label), ('note', a.note)) AS v(field, value)
     WHERE v.value <> '';
  END IF;

  IF a.status = 'booked' AND a.client_id IS NOT NULL AND a.source <> 'import' THEN PERFORM tell_client(a, NULL, false); END IF;
  PERFORM hint_at_booking('appointment');
  RETURN NULL;
END $$;
CREATE TRIGGER appointment_inserted AFTER INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION appointment_inserted();
