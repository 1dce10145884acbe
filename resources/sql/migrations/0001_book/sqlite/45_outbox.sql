-- Messages to clients. A row says what is to be told, of which appointment, by which channel and when; the text is rendered when it is
-- sent. It waits for the undo window, and whatever is unsent is withdrawn by the next change, which then compares what the client was
-- last told (the start it told is its not_after) with what is true now.
CREATE TRIGGER appointment_outbox_insert AFTER INSERT ON appointment
WHEN NEW.client_id IS NOT NULL AND NEW.status = 'booked' AND NEW.source <> 'import'
  AND EXISTS (SELECT 1 FROM business b WHERE b.id = 1 AND (b.email_on OR b.sms_on)) BEGIN
  INSERT INTO outbox (kind, channel, appointment_id, command_id, due, not_after)
  SELECT 'booked', w.channel, NEW.id, NEW.command_id, min(unixepoch() + b.undo_seconds, NEW.starts_at), NEW.starts_at
    FROM business b
    JOIN (SELECT 'email' AS channel UNION ALL SELECT 'sms') w
    JOIN client c ON c.id = NEW.client_id
   WHERE b.id = 1 AND NEW.starts_at > unixepoch()
     AND CASE w.channel WHEN 'email' THEN b.email_on AND c.email <> '' ELSE b.sms_on AND c.phone_e164 IS NOT NULL END;
END;
CREATE TRIGGER appointment_outbox_update AFTER UPDATE ON appointment
WHEN NEW.status <> OLD.status OR NEW.starts_at <> OLD.starts_at OR NEW.client_id IS NOT OLD.client_id BEGIN
  UPDATE outbox SET withdrawn_at = unixepoch() WHERE appointment_id = NEW.id AND sent_at IS NULL AND withdrawn_at IS NULL;
  INSERT INTO outbox (kind, channel, appointment_id, command_id, due, not_after)
  SELECT m.kind, m.channel, NEW.id, NEW.command_id, min(unixepoch() + b.undo_seconds, NEW.starts_at), NEW.starts_at
    FROM business b, (
         SELECT t.channel,
                CASE WHEN NEW.status = 'booked' THEN
                       CASE WHEN t.told IS NULL AND (OLD.status IN ('held', 'expired') OR t.announced) THEN 'booked'
                            WHEN t.told IS NULL THEN CASE WHEN NEW.starts_at <> OLD.starts_at THEN 'moved' END
                            WHEN OLD.status = 'cancelled' AND t.told IN ('cancelled', 'correction') THEN 'correction'
                            WHEN t.told_start <> NEW.starts_at THEN 'moved' END
                     WHEN NEW.status = 'cancelled' AND (OLD.status = 'booked' OR OLD.status = 'arrived' OR OLD.status = 'parked') THEN
                       CASE WHEN t.told IS NULL AND (t.announced OR NEW.status_reason = 'undone') THEN NULL
                            WHEN t.told = 'cancelled' THEN NULL
                            WHEN NEW.status_reason = 'undone' THEN 'correction'
                            ELSE 'cancelled' END
                END AS kind
           FROM (SELECT w.channel,
                        EXISTS (SELECT 1 FROM outbox o WHERE o.appointment_id = NEW.id AND o.channel = w.channel
                          AND o.kind = 'booked') AS announced,
                        (SELECT o.kind FROM outbox o
                          WHERE o.appointment_id = NEW.id AND o.channel = w.channel AND o.sent_at IS NOT NULL AND o.kind <> 'reminder'
                          ORDER BY o.sent_at DESC, o.id DESC LIMIT 1) AS told,
                        (SELECT o.not_after FROM outbox o
                          WHERE o.appointment_id = NEW.id AND o.channel = w.channel AND o.sent_at IS NOT NULL AND o.kind <> 'reminder'
                          ORDER BY o.sent_at DESC, o.id DESC LIMIT 1) AS told_start
                   FROM (SELECT 'email' AS channel UNION ALL SELECT 'sms') w) t) m
    JOIN client c ON c.id = NEW.client_id
   WHERE b.id = 1 AND NEW.starts_at > unixepoch() AND m.kind IS NOT NULL
     AND CASE m.channel WHEN 'email' THEN b.email_on AND c.email <> '' ELSE b.sms_on AND c.phone_e164 IS NOT NULL END;
END;

-- No message outlives the start of what it is about, and what was sent stays sent.
CREATE TRIGGER outbox_insert BEFORE INSERT ON outbox BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM outbox o WHERE o.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.due > NEW.not_after OR (NEW.sent_at IS NOT NULL AND NEW.withdrawn_at IS NOT NULL)
         OR NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = NEW.appointment_id AND NEW.not_after <= a.starts_at)
      THEN RAISE(ABORT, 'frontdesk:rule:outbox')
  END;
END;
CREATE TRIGGER outbox_update BEFORE UPDATE ON outbox BEGIN
  SELECT CASE
    WHEN NEW.due > NEW.not_after OR (NEW.sent_at IS NOT NULL AND NEW.withdrawn_at IS NOT NULL) THEN RAISE(ABORT, 'frontdesk:rule:outbox')
    WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.channel <> OLD.channel OR NEW.appointment_id <> OLD.appointment_id
         OR NEW.not_after <> OLD.not_after OR (NEW.sent_at IS NULL AND OLD.sent_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:rule:immutable')
  END;
END;
