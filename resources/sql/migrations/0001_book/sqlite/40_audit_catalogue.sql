-- The audit of what is offered: see 40_audit_appointment.sql.

CREATE TRIGGER business_audit_insert AFTER INSERT ON business BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'business', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.name <> '' THEN ',"name":[null,' || json_quote(NEW.name) || ']' ELSE '' END
        || CASE WHEN NEW.undo_seconds <> 0 THEN ',"undo_seconds":[null,' || NEW.undo_seconds || ']' ELSE '' END
        || CASE WHEN NEW.email_on <> 0 THEN ',"email_on":[null,' || NEW.email_on || ']' ELSE '' END
        || CASE WHEN NEW.sms_on <> 0 THEN ',"sms_on":[null,' || NEW.sms_on || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

CREATE TRIGGER business_audit_update AFTER UPDATE ON business BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'business', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.name <> OLD.name THEN ',"name":[' || json_quote(OLD.name) || ',' || json_quote(NEW.name) || ']' ELSE '' END
        || CASE WHEN NEW.undo_seconds <> OLD.undo_seconds THEN ',"undo_seconds":[' || OLD.undo_seconds || ',' || NEW.undo_seconds || ']' ELSE '' END
        || CASE WHEN NEW.email_on <> OLD.email_on THEN ',"email_on":[' || OLD.email_on || ',' || NEW.email_on || ']' ELSE '' END
        || CASE WHEN NEW.sms_on <> OLD.sms_on THEN ',"sms_on":[' || OLD.sms_on || ',' || NEW.sms_on || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

CREATE TRIGGER location_audit_insert AFTER INSERT ON location BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'location', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.name <> '' THEN ',"name":[null,' || json_quote(NEW.name) || ']' ELSE '' END
        || CASE WHEN NEW.zone <> '' THEN ',"zone":[null,' || json_quote(NEW.zone) || ']' ELSE '' END
        || CASE WHEN NEW.currency <> '' THEN ',"currency":[null,' || json_quote(NEW.currency) || ']' ELSE '' END
        || CASE WHEN NEW.country <> '' THEN ',"country":[null,' || json_quote(NEW.country) || ']' ELSE '' END
        || ',"hours":[null,' || json(NEW.hours) || ']'
        || CASE WHEN NEW.grid_minutes <> 0 THEN ',"grid_minutes":[null,' || NEW.grid_minutes || ']' ELSE '' END
        || CASE WHEN NEW.notice_minutes <> 0 THEN ',"notice_minutes":[null,' || NEW.notice_minutes || ']' ELSE '' END
        || CASE WHEN NEW.retired_at <> 0 THEN ',"retired_at":[null,' || NEW.retired_at || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

CREATE TRIGGER location_audit_update AFTER UPDATE ON location BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'location', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.name <> OLD.name THEN ',"name":[' || json_quote(OLD.name) || ',' || json_quote(NEW.name) || ']' ELSE '' END
        || CASE WHEN NEW.zone <> OLD.zone THEN ',"zone":[' || json_quote(OLD.zone) || ',' || json_quote(NEW.zone) || ']' ELSE '' END
        || CASE WHEN NEW.currency <> OLD.currency THEN ',"currency":[' || json_quote(OLD.currency) || ',' || json_quote(NEW.currency) || ']' ELSE '' END
        || CASE WHEN NEW.country <> OLD.country THEN ',"country":[' || json_quote(OLD.country) || ',' || json_quote(NEW.country) || ']' ELSE '' END
        || CASE WHEN NEW.hours <> OLD.hours THEN ',"hours":[' || json(OLD.hours) || ',' || json(NEW.hours) || ']' ELSE '' END
        || CASE WHEN NEW.grid_minutes <> OLD.grid_minutes THEN ',"grid_minutes":[' || OLD.grid_minutes || ',' || NEW.grid_minutes || ']' ELSE '' END
        || CASE WHEN NEW.notice_minutes <> OLD.notice_minutes THEN ',"notice_minutes":[' || OLD.notice_minutes || ',' || NEW.notice_minutes || ']' ELSE '' END
        || CASE WHEN NEW.retired_at IS NOT OLD.retired_at THEN ',"retired_at":[' || COALESCE(OLD.retired_at, 'null') || ',' || COALESCE(NEW.retired_at, 'null') || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

CREATE TRIGGER resource_audit_insert AFTER INSERT ON resource BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'resource', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.location_id <> 0 THEN ',"location_id":[null,' || NEW.location_id || ']' ELSE '' END
        || CASE WHEN NEW.kind <> '' THEN ',"kind":[null,' || json_quote(NEW.kind) || ']' ELSE '' END
        || CASE WHEN NEW.capacity <> 0 THEN ',"capacity":[null,' || NEW.capacity || ']' ELSE '' END
        || CASE WHEN NEW.squeeze_capacity <> 0 THEN ',"squeeze_capacity":[null,' || NEW.squeeze_capacity || ']' ELSE '' END
        || ',"hours":[null,' || json(NEW.hours) || ']'
        || CASE WHEN NEW.position <> 0 THEN ',"position":[null,' || NEW.position || ']' ELSE '' END
        || CASE WHEN NEW.retired_at <> 0 THEN ',"retired_at":[null,' || NEW.retired_at || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'resource' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'name' AS field, 'new' AS side, NEW.name AS value
          UNION ALL SELECT 'initials', 'new', NEW.initials) v
   WHERE v.value <> '';
END;

CREATE TRIGGER resource_audit_update AFTER UPDATE ON resource BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'resource', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.location_id <> OLD.location_id THEN ',"location_id":[' || OLD.location_id || ',' || NEW.location_id || ']' ELSE '' END
        || CASE WHEN NEW.kind <> OLD.kind THEN ',"kind":[' || json_quote(OLD.kind) || ',' || json_quote(NEW.kind) || ']' ELSE '' END
        || CASE WHEN NEW.capacity <> OLD.capacity THEN ',"capacity":[' || OLD.capacity || ',' || NEW.capacity || ']' ELSE '' END
        || CASE WHEN NEW.squeeze_capacity IS NOT OLD.squeeze_capacity THEN ',"squeeze_capacity":[' || COALESCE(OLD.squeeze_capacity, 'null') || ',' || COALESCE(NEW.squeeze_capacity, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.hours <> OLD.hours THEN ',"hours":[' || json(OLD.hours) || ',' || json(NEW.hours) || ']' ELSE '' END
        || CASE WHEN NEW.position <> OLD.position THEN ',"position":[' || OLD.position || ',' || NEW.position || ']' ELSE '' END
        || CASE WHEN NEW.retired_at IS NOT OLD.retired_at THEN ',"retired_at":[' || COALESCE(OLD.retired_at, 'null') || ',' || COALESCE(NEW.retired_at, 'null') || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'resource' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'name' AS field, 'old' AS side, OLD.name AS value WHERE NEW.name IS NOT OLD.name
          UNION ALL SELECT 'name', 'new', NEW.name WHERE NEW.name IS NOT OLD.name
          UNION ALL SELECT 'initials', 'old', OLD.initials WHERE NEW.initials IS NOT OLD.initials
          UNION ALL SELECT 'initials', 'new', NEW.initials WHERE NEW.initials IS NOT OLD.initials) v
   WHERE v.value <> '';
END;

CREATE TRIGGER service_audit_insert AFTER INSERT ON service BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'service', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.name <> '' THEN ',"name":[null,' || json_quote(NEW.name) || ']' ELSE '' END
        || CASE WHEN NEW.category <> '' THEN ',"category":[null,' || json_quote(NEW.category) || ']' ELSE '' END
        || CASE WHEN NEW.price_minor <> 0 THEN ',"price_minor":[null,' || NEW.price_minor || ']' ELSE '' END
        || CASE WHEN NEW.currency <> '' THEN ',"currency":[null,' || json_quote(NEW.currency) || ']' ELSE '' END
        || CASE WHEN NEW.colour <> '' THEN ',"colour":[null,' || json_quote(NEW.colour) || ']' ELSE '' END
        || ',"steps":[null,' || json(NEW.steps) || ']'
        || ',"able":[null,' || json(NEW.able) || ']'
        || CASE WHEN NEW.buffer_before <> 0 THEN ',"buffer_before":[null,' || NEW.buffer_before || ']' ELSE '' END
        || CASE WHEN NEW.buffer_after <> 0 THEN ',"buffer_after":[null,' || NEW.buffer_after || ']' ELSE '' END
        || CASE WHEN NEW.seats <> 0 THEN ',"seats":[null,' || NEW.seats || ']' ELSE '' END
        || CASE WHEN NEW.online <> 0 THEN ',"online":[null,' || NEW.online || ']' ELSE '' END
        || CASE WHEN NEW.retired_at <> 0 THEN ',"retired_at":[null,' || NEW.retired_at || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

CREATE TRIGGER service_audit_update AFTER UPDATE ON service BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'service', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.name <> OLD.name THEN ',"name":[' || json_quote(OLD.name) || ',' || json_quote(NEW.name) || ']' ELSE '' END
        || CASE WHEN NEW.category <> OLD.category THEN ',"category":[' || json_quote(OLD.category) || ',' || json_quote(NEW.category) || ']' ELSE '' END
        || CASE WHEN NEW.price_minor <> OLD.price_minor THEN ',"price_minor":[' || OLD.price_minor || ',' || NEW.price_minor || ']' ELSE '' END
        || CASE WHEN NEW.currency <> OLD.currency THEN ',"currency":[' || json_quote(OLD.currency) || ',' || json_quote(NEW.currency) || ']' ELSE '' END
        || CASE WHEN NEW.colour <> OLD.colour THEN ',"colour":[' || json_quote(OLD.colour) || ',' || json_quote(NEW.colour) || ']' ELSE '' END
        || CASE WHEN NEW.steps <> OLD.steps THEN ',"steps":[' || json(OLD.steps) || ',' || json(NEW.steps) || ']' ELSE '' END
        || CASE WHEN NEW.able <> OLD.able THEN ',"able":[' || json(OLD.able) || ',' || json(NEW.able) || ']' ELSE '' END
        || CASE WHEN NEW.buffer_before <> OLD.buffer_before THEN ',"buffer_before":[' || OLD.buffer_before || ',' || NEW.buffer_before || ']' ELSE '' END
        || CASE WHEN NEW.buffer_after <> OLD.buffer_after THEN ',"buffer_after":[' || OLD.buffer_after || ',' || NEW.buffer_after || ']' ELSE '' END
        || CASE WHEN NEW.seats <> OLD.seats THEN ',"seats":[' || OLD.seats || ',' || NEW.seats || ']' ELSE '' END
        || CASE WHEN NEW.online <> OLD.online THEN ',"online":[' || OLD.online || ',' || NEW.online || ']' ELSE '' END
        || CASE WHEN NEW.retired_at IS NOT OLD.retired_at THEN ',"retired_at":[' || COALESCE(OLD.retired_at, 'null') || ',' || COALESCE(NEW.retired_at, 'null') || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

CREATE TRIGGER closure_audit_insert AFTER INSERT ON closure BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'closure', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.location_id <> 0 THEN ',"location_id":[null,' || NEW.location_id || ']' ELSE '' END
        || CASE WHEN NEW.starts_at <> 0 THEN ',"starts_at":[null,' || NEW.starts_at || ']' ELSE '' END
        || CASE WHEN NEW.ends_at <> 0 THEN ',"ends_at":[null,' || NEW.ends_at || ']' ELSE '' END
        || CASE WHEN NEW.retired_at <> 0 THEN ',"retired_at":[null,' || NEW.retired_at || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'closure' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'reason' AS field, 'new' AS side, NEW.reason AS value) v
   WHERE v.value <> '';
END;

CREATE TRIGGER closure_audit_update AFTER UPDATE ON closure BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'closure', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.location_id <> OLD.location_id THEN ',"location_id":[' || OLD.location_id || ',' || NEW.location_id || ']' ELSE '' END
        || CASE WHEN NEW.starts_at <> OLD.starts_at THEN ',"starts_at":[' || OLD.starts_at || ',' || NEW.starts_at || ']' ELSE '' END
        || CASE WHEN NEW.ends_at <> OLD.ends_at THEN ',"ends_at":[' || OLD.ends_at || ',' || NEW.ends_at || ']' ELSE '' END
        || CASE WHEN NEW.retired_at IS NOT OLD.retired_at THEN ',"retired_at":[' || COALESCE(OLD.retired_at, 'null') || ',' || COALESCE(NEW.retired_at, 'null') || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'closure' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'reason' AS field, 'old' AS side, OLD.reason AS value WHERE NEW.reason IS NOT OLD.reason
          UNION ALL SELECT 'reason', 'new', NEW.reason WHERE NEW.reason IS NOT OLD.reason) v
   WHERE v.value <> '';
END;

CREATE TRIGGER time_off_audit_insert AFTER INSERT ON time_off BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'time_off', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.resource_id <> 0 THEN ',"resource_id":[null,' || NEW.resource_id || ']' ELSE '' END
        || CASE WHEN NEW.starts_at <> 0 THEN ',"starts_at":[null,' || NEW.starts_at || ']' ELSE '' END
        || CASE WHEN NEW.ends_at <> 0 THEN ',"ends_at":[null,' || NEW.ends_at || ']' ELSE '' END
        || CASE WHEN NEW.retired_at <> 0 THEN ',"retired_at":[null,' || NEW.retired_at || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'time_off' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'reason' AS field, 'new' AS side, NEW.reason AS value) v
   WHERE v.value <> '';
END;

CREATE TRIGGER time_off_audit_update AFTER UPDATE ON time_off BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'time_off', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.resource_id <> OLD.resource_id THEN ',"resource_id":[' || OLD.resource_id || ',' || NEW.resource_id || ']' ELSE '' END
        || CASE WHEN NEW.starts_at <> OLD.starts_at THEN ',"starts_at":[' || OLD.starts_at || ',' || NEW.starts_at || ']' ELSE '' END
        || CASE WHEN NEW.ends_at <> OLD.ends_at THEN ',"ends_at":[' || OLD.ends_at || ',' || NEW.ends_at || ']' ELSE '' END
        || CASE WHEN NEW.retired_at IS NOT OLD.retired_at THEN ',"retired_at":[' || COALESCE(OLD.retired_at, 'null') || ',' || COALESCE(NEW.retired_at, 'null') || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'time_off' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'reason' AS field, 'old' AS side, OLD.reason AS value WHERE NEW.reason IS NOT OLD.reason
          UNION ALL SELECT 'reason', 'new', NEW.reason WHERE NEW.reason IS NOT OLD.reason) v
   WHERE v.value <> '';
END;
