-- The audit: one row a change, with what isn't personal as {"field":[old,new]}; personal values go beside it, so that erasing a
-- client can clear them and the row still proves that something changed. What an insert leaves null, empty or 0 isn't listed. Written
-- as text, because building the object with JSON functions takes several times as long; format() passes over null.

CREATE TRIGGER appointment_audit_insert AFTER INSERT ON appointment BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'appointment', NEW.id, NEW.version, 'insert',
          format('{"location_id":[null,%d]%s%s%s%s%s%s%s%s%s,"takes":[null,%s]%s,"currency":[null,%s],'
                 || '"status":[null,"%s"]%s%s,"confirmation":[null,"%s"]%s%s,"source":[null,"%s"]%s%s%s%s,"seats":[null,%d]}',
            NEW.location_id,
            ',"client_id":[null,' || NEW.client_id || ']',
            ',"service_id":[null,' || NEW.service_id || ']',
            ',"staff_id":[null,' || NEW.staff_id || ']',
            ',"starts_at":[null,' || NULLIF(NEW.starts_at, 0) || ']',
            ',"ends_at":[null,' || NULLIF(NEW.ends_at, 0) || ']',
            CASE WHEN NEW.local_start <> '' THEN ',"local_start":[null,' || json_quote(NEW.local_start) || ']' END,
            CASE WHEN NEW.zone <> '' THEN ',"zone":[null,' || json_quote(NEW.zone) || ']' END,
            ',"buffer_before":[null,' || NULLIF(NEW.buffer_before, 0) || ']',
            ',"buffer_after":[null,' || NULLIF(NEW.buffer_after, 0) || ']',
            json(NEW.takes),
            ',"price_minor":[null,' || NULLIF(NEW.price_minor, 0) || ']',
            json_quote(NEW.currency), NEW.status,
            ',"status_at":[null,' || NULLIF(NEW.status_at, 0) || ']',
            ',"status_before":[null,"' || NEW.status_before || '"]',
            NEW.confirmation,
            ',"held_until":[null,' || NEW.held_until || ']',
            ',"squeezed":[null,' || NULLIF(NEW.squeezed, 0) || ']',
            NEW.source,
            CASE WHEN NEW.booking_key <> '' THEN ',"booking_key":[null,' || json_quote(NEW.booking_key) || ']' END,
            ',"visit_id":[null,' || NEW.visit_id || ']',
            ',"series_id":[null,' || NEW.series_id || ']',
            ',"session_id":[null,' || NEW.session_id || ']',
            NEW.seats),
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

-- Few bookings have any. Of the audit's row, because triggers of one table run in no promised order.
CREATE TRIGGER appointment_audit_insert_personal AFTER INSERT ON audit
WHEN NEW.table_name = 'appointment' AND NEW.action = 'insert'
  AND EXISTS (SELECT 1 FROM appointment a WHERE a.id = NEW.row_id
                 AND a.status_reason || a.squeeze_reason || a.override_reason || a.label || a.note <> '') BEGIN
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT NEW.id, v.field, 'new', lower(hex(randomblob(16))), v.value
    FROM (SELECT f.value AS field,
                 CASE f.value WHEN 'status_reason' THEN a.status_reason WHEN 'squeeze_reason' THEN a.squeeze_reason
                              WHEN 'override_reason' THEN a.override_reason WHEN 'label' THEN a.label ELSE a.note END AS value
            FROM appointment a, json_each('["status_reason", "squeeze_reason", "override_reason", "label", "note"]') f
           WHERE a.id = NEW.row_id) v
   WHERE v.value <> '';
END;

CREATE TRIGGER appointment_audit_update AFTER UPDATE ON appointment BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'appointment', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.location_id <> OLD.location_id THEN ',"location_id":[' || OLD.location_id || ',' || NEW.location_id || ']' ELSE '' END
        || CASE WHEN NEW.client_id IS NOT OLD.client_id THEN ',"client_id":[' || COALESCE(OLD.client_id, 'null') || ',' || COALESCE(NEW.client_id, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.service_id IS NOT OLD.service_id THEN ',"service_id":[' || COALESCE(OLD.service_id, 'null') || ',' || COALESCE(NEW.service_id, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.staff_id IS NOT OLD.staff_id THEN ',"staff_id":[' || COALESCE(OLD.staff_id, 'null') || ',' || COALESCE(NEW.staff_id, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.starts_at <> OLD.starts_at THEN ',"starts_at":[' || OLD.starts_at || ',' || NEW.starts_at || ']' ELSE '' END
        || CASE WHEN NEW.ends_at <> OLD.ends_at THEN ',"ends_at":[' || OLD.ends_at || ',' || NEW.ends_at || ']' ELSE '' END
        || CASE WHEN NEW.local_start <> OLD.local_start THEN ',"local_start":[' || json_quote(OLD.local_start) || ',' || json_quote(NEW.local_start) || ']' ELSE '' END
        || CASE WHEN NEW.zone <> OLD.zone THEN ',"zone":[' || json_quote(OLD.zone) || ',' || json_quote(NEW.zone) || ']' ELSE '' END
        || CASE WHEN NEW.buffer_before <> OLD.buffer_before THEN ',"buffer_before":[' || OLD.buffer_before || ',' || NEW.buffer_before || ']' ELSE '' END
        || CASE WHEN NEW.buffer_after <> OLD.buffer_after THEN ',"buffer_after":[' || OLD.buffer_after || ',' || NEW.buffer_after || ']' ELSE '' END
        || CASE WHEN NEW.takes <> OLD.takes THEN ',"takes":[' || json(OLD.takes) || ',' || json(NEW.takes) || ']' ELSE '' END
        || CASE WHEN NEW.price_minor <> OLD.price_minor THEN ',"price_minor":[' || OLD.price_minor || ',' || NEW.price_minor || ']' ELSE '' END
        || CASE WHEN NEW.currency <> OLD.currency THEN ',"currency":[' || json_quote(OLD.currency) || ',' || json_quote(NEW.currency) || ']' ELSE '' END
        || CASE WHEN NEW.status <> OLD.status THEN ',"status":[' || json_quote(OLD.status) || ',' || json_quote(NEW.status) || ']' ELSE '' END
        || CASE WHEN NEW.status_at <> OLD.status_at THEN ',"status_at":[' || OLD.status_at || ',' || NEW.status_at || ']' ELSE '' END
        || CASE WHEN NEW.status_before IS NOT OLD.status_before THEN ',"status_before":[' || json_quote(OLD.status_before) || ',' || json_quote(NEW.status_before) || ']' ELSE '' END
        || CASE WHEN NEW.confirmation <> OLD.confirmation THEN ',"confirmation":[' || json_quote(OLD.confirmation) || ',' || json_quote(NEW.confirmation) || ']' ELSE '' END
        || CASE WHEN NEW.held_until IS NOT OLD.held_until THEN ',"held_until":[' || COALESCE(OLD.held_until, 'null') || ',' || COALESCE(NEW.held_until, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.squeezed <> OLD.squeezed THEN ',"squeezed":[' || OLD.squeezed || ',' || NEW.squeezed || ']' ELSE '' END
        || CASE WHEN NEW.source <> OLD.source THEN ',"source":[' || json_quote(OLD.source) || ',' || json_quote(NEW.source) || ']' ELSE '' END
        || CASE WHEN NEW.booking_key IS NOT OLD.booking_key THEN ',"booking_key":[' || json_quote(OLD.booking_key) || ',' || json_quote(NEW.booking_key) || ']' ELSE '' END
        || CASE WHEN NEW.visit_id IS NOT OLD.visit_id THEN ',"visit_id":[' || COALESCE(OLD.visit_id, 'null') || ',' || COALESCE(NEW.visit_id, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.series_id IS NOT OLD.series_id THEN ',"series_id":[' || COALESCE(OLD.series_id, 'null') || ',' || COALESCE(NEW.series_id, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.session_id IS NOT OLD.session_id THEN ',"session_id":[' || COALESCE(OLD.session_id, 'null') || ',' || COALESCE(NEW.session_id, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.seats <> OLD.seats THEN ',"seats":[' || OLD.seats || ',' || NEW.seats || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'appointment' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'status_reason' AS field, 'old' AS side, OLD.status_reason AS value WHERE NEW.status_reason IS NOT OLD.status_reason
          UNION ALL SELECT 'status_reason', 'new', NEW.status_reason WHERE NEW.status_reason IS NOT OLD.status_reason
          UNION ALL SELECT 'squeeze_reason', 'old', OLD.squeeze_reason WHERE NEW.squeeze_reason IS NOT OLD.squeeze_reason
          UNION ALL SELECT 'squeeze_reason', 'new', NEW.squeeze_reason WHERE NEW.squeeze_reason IS NOT OLD.squeeze_reason
          UNION ALL SELECT 'override_reason', 'old', OLD.override_reason WHERE NEW.override_reason IS NOT OLD.override_reason
          UNION ALL SELECT 'override_reason', 'new', NEW.override_reason WHERE NEW.override_reason IS NOT OLD.override_reason
          UNION ALL SELECT 'label', 'old', OLD.label WHERE NEW.label IS NOT OLD.label
          UNION ALL SELECT 'label', 'new', NEW.label WHERE NEW.label IS NOT OLD.label
          UNION ALL SELECT 'note', 'old', OLD.note WHERE NEW.note IS NOT OLD.note
          UNION ALL SELECT 'note', 'new', NEW.note WHERE NEW.note IS NOT OLD.note) v
   WHERE v.value <> '';
END;
