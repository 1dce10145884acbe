-- Messages to clients. A row says what is to be told, of which appointment, by which channel and when; the text is rendered when it is
-- sent. It waits for the undo window, and whatever is unsent is withdrawn by the next change, which then compares what the client was
-- last told (the start it told is its not_after) with what is true now.
CREATE FUNCTION tell_client(a appointment, was text, moved boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  now_s bigint := floor(extract(epoch FROM clock_timestamp()));
  wait bigint; by_email smallint; by_sms smallint;
BEGIN
  SELECT undo_seconds, email_on, sms_on INTO wait, by_email, by_sms FROM business WHERE id = 1;
  IF NOT FOUND OR (by_email = 0 AND by_sms = 0) OR a.client_id IS NULL OR a.starts_at <= now_s THEN RETURN; END IF;
  INSERT INTO outbox (kind, channel, appointment_id, command_id, due, not_after)
  SELECT m.kind, m.channel, a.id, a.command_id, least(now_s + wait, a.starts_at), a.starts_at
    FROM (SELECT ch.channel,
                 CASE WHEN a.status = 'booked' THEN
                        CASE WHEN told.kind IS NULL AND (was IS NULL OR was IN ('held', 'expired') OR announced) THEN 'booked'
                             WHEN told.kind IS NULL THEN CASE WHEN moved THEN 'moved' END
                             WHEN was = 'cancelled' AND told.kind IN ('cancelled', 'correction') THEN 'correction'
                             WHEN told.not_after <> a.starts_at THEN 'moved' END
                      WHEN a.status = 'cancelled' AND was IN ('booked', 'arrived', 'parked') THEN
                        CASE WHEN told.kind IS NULL AND (announced OR a.status_reason = 'undone') THEN NULL
                             WHEN told.kind = 'cancelled' THEN NULL
                             WHEN a.status_reason = 'undone' THEN 'correction'
                             ELSE 'cancelled' END
                 END AS kind
            FROM client c
            CROSS JOIN (VALUES ('email'), ('sms')) AS ch(channel)
            CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM outbox o
                                                WHERE o.appointment_id = a.id AND o.channel = ch.channel AND o.kind = 'booked') AS announced) before
            LEFT JOIN LATERAL (SELECT o.kind, o.not_after FROM outbox o
                                WHERE o.appointment_id = a.id AND o.channel = ch.channel AND o.sent_at IS NOT NULL AND o.kind <> 'reminder'
                                ORDER BY o.sent_at DESC, o.id DESC LIMIT 1) told ON true
           WHERE c.id = a.client_id
             AND CASE ch.channel WHEN 'email' THEN by_email = 1 AND c.email <> '' ELSE by_sms = 1 AND c.phone_e164 IS NOT NULL END) m
   WHERE m.kind IS NOT NULL;
END $$;

CREATE FUNCTION outbox_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
  UPDATE outbox SET withdrawn_at = floor(extract(epoch FROM clock_timestamp()))
   WHERE appointment_id = NEW.id AND sent_at IS NULL AND withdrawn_at IS NULL;
  PERFORM tell_client(NEW, OLD.status, NEW.starts_at <> OLD.starts_at);
  RETURN NULL;
END $$;
CREATE TRIGGER outbox AFTER UPDATE ON appointment FOR EACH ROW
  WHEN (NEW.status <> OLD.status OR NEW.starts_at <> OLD.starts_at OR NEW.client_id IS DISTINCT FROM OLD.client_id)
  EXECUTE FUNCTION outbox_change();

-- No message outlives the start of what it is about, and what was sent stays sent.
CREATE FUNCTION outbox_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.due > NEW.not_after OR (NEW.sent_at IS NOT NULL AND NEW.withdrawn_at IS NOT NULL) THEN PERFORM refuse('outbox'); END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = NEW.appointment_id AND NEW.not_after <= a.starts_at) THEN
      PERFORM refuse('outbox');
    END IF;
  ELSIF (NEW.id, NEW.kind, NEW.channel, NEW.appointment_id, NEW.not_after) <> (OLD.id, OLD.kind, OLD.channel, OLD.appointment_id, OLD.not_after)
        OR NEW.sent_at IS NULL AND OLD.sent_at IS NOT NULL THEN
    PERFORM refuse('immutable');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_before();
