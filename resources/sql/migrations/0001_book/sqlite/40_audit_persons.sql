-- The audit of persons, clients and what belongs to them: see 40_audit_appointment.sql.

CREATE TRIGGER person_audit_insert AFTER INSERT ON person BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'person', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.person_group <> '' THEN ',"person_group":[null,' || json_quote(NEW.person_group) || ']' ELSE '' END
        || CASE WHEN NEW.role <> '' THEN ',"role":[null,' || json_quote(NEW.role) || ']' ELSE '' END
        || CASE WHEN NEW.retired_at <> 0 THEN ',"retired_at":[null,' || NEW.retired_at || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'person' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'name' AS field, 'new' AS side, NEW.name AS value) v
   WHERE v.value <> '';
END;

CREATE TRIGGER person_audit_update AFTER UPDATE ON person BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'person', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.person_group <> OLD.person_group THEN ',"person_group":[' || json_quote(OLD.person_group) || ',' || json_quote(NEW.person_group) || ']' ELSE '' END
        || CASE WHEN NEW.role IS NOT OLD.role THEN ',"role":[' || json_quote(OLD.role) || ',' || json_quote(NEW.role) || ']' ELSE '' END
        || CASE WHEN NEW.retired_at IS NOT OLD.retired_at THEN ',"retired_at":[' || COALESCE(OLD.retired_at, 'null') || ',' || COALESCE(NEW.retired_at, 'null') || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'person' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'name' AS field, 'old' AS side, OLD.name AS value WHERE NEW.name IS NOT OLD.name
          UNION ALL SELECT 'name', 'new', NEW.name WHERE NEW.name IS NOT OLD.name) v
   WHERE v.value <> '';
END;

CREATE TRIGGER client_audit_insert AFTER INSERT ON client BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'client', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.alert_stops <> 0 THEN ',"alert_stops":[null,' || NEW.alert_stops || ']' ELSE '' END
        || CASE WHEN NEW.language <> '' THEN ',"language":[null,' || json_quote(NEW.language) || ']' ELSE '' END
        || CASE WHEN NEW.merged_into <> 0 THEN ',"merged_into":[null,' || NEW.merged_into || ']' ELSE '' END
        || CASE WHEN NEW.erased_at <> 0 THEN ',"erased_at":[null,' || NEW.erased_at || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'client' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'name' AS field, 'new' AS side, NEW.name AS value
          UNION ALL SELECT 'phone', 'new', NEW.phone
          UNION ALL SELECT 'phone_e164', 'new', NEW.phone_e164
          UNION ALL SELECT 'phone_last4', 'new', NEW.phone_last4
          UNION ALL SELECT 'email', 'new', NEW.email
          UNION ALL SELECT 'alert', 'new', NEW.alert
          UNION ALL SELECT 'note', 'new', NEW.note) v
   WHERE v.value <> '';
END;

CREATE TRIGGER client_audit_update AFTER UPDATE ON client BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'client', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.alert_stops <> OLD.alert_stops THEN ',"alert_stops":[' || OLD.alert_stops || ',' || NEW.alert_stops || ']' ELSE '' END
        || CASE WHEN NEW.language <> OLD.language THEN ',"language":[' || json_quote(OLD.language) || ',' || json_quote(NEW.language) || ']' ELSE '' END
        || CASE WHEN NEW.merged_into IS NOT OLD.merged_into THEN ',"merged_into":[' || COALESCE(OLD.merged_into, 'null') || ',' || COALESCE(NEW.merged_into, 'null') || ']' ELSE '' END
        || CASE WHEN NEW.erased_at IS NOT OLD.erased_at THEN ',"erased_at":[' || COALESCE(OLD.erased_at, 'null') || ',' || COALESCE(NEW.erased_at, 'null') || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'client' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'name' AS field, 'old' AS side, OLD.name AS value WHERE NEW.name IS NOT OLD.name
          UNION ALL SELECT 'name', 'new', NEW.name WHERE NEW.name IS NOT OLD.name
          UNION ALL SELECT 'phone', 'old', OLD.phone WHERE NEW.phone IS NOT OLD.phone
          UNION ALL SELECT 'phone', 'new', NEW.phone WHERE NEW.phone IS NOT OLD.phone
          UNION ALL SELECT 'phone_e164', 'old', OLD.phone_e164 WHERE NEW.phone_e164 IS NOT OLD.phone_e164
          UNION ALL SELECT 'phone_e164', 'new', NEW.phone_e164 WHERE NEW.phone_e164 IS NOT OLD.phone_e164
          UNION ALL SELECT 'phone_last4', 'old', OLD.phone_last4 WHERE NEW.phone_last4 IS NOT OLD.phone_last4
          UNION ALL SELECT 'phone_last4', 'new', NEW.phone_last4 WHERE NEW.phone_last4 IS NOT OLD.phone_last4
          UNION ALL SELECT 'email', 'old', OLD.email WHERE NEW.email IS NOT OLD.email
          UNION ALL SELECT 'email', 'new', NEW.email WHERE NEW.email IS NOT OLD.email
          UNION ALL SELECT 'alert', 'old', OLD.alert WHERE NEW.alert IS NOT OLD.alert
          UNION ALL SELECT 'alert', 'new', NEW.alert WHERE NEW.alert IS NOT OLD.alert
          UNION ALL SELECT 'note', 'old', OLD.note WHERE NEW.note IS NOT OLD.note
          UNION ALL SELECT 'note', 'new', NEW.note WHERE NEW.note IS NOT OLD.note) v
   WHERE v.value <> '';
END;

CREATE TRIGGER visit_audit_insert AFTER INSERT ON visit BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'visit', NEW.id, NEW.version, 'insert',
          '{}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'visit' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'note' AS field, 'new' AS side, NEW.note AS value) v
   WHERE v.value <> '';
END;

CREATE TRIGGER visit_audit_update AFTER UPDATE ON visit BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'visit', NEW.id, NEW.version, 'update',
          '{}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
  INSERT INTO audit_personal (audit_id, field, side, salt, value)
  SELECT (SELECT a.id FROM audit a WHERE a.table_name = 'visit' AND a.row_id = NEW.id AND a.row_version = NEW.version),
         v.field, v.side, lower(hex(randomblob(16))), v.value
    FROM (SELECT 'note' AS field, 'old' AS side, OLD.note AS value WHERE NEW.note IS NOT OLD.note
          UNION ALL SELECT 'note', 'new', NEW.note WHERE NEW.note IS NOT OLD.note) v
   WHERE v.value <> '';
END;

CREATE TRIGGER series_audit_insert AFTER INSERT ON series BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'series', NEW.id, NEW.version, 'insert',
          '{' || substr(
           CASE WHEN NEW.rule <> '' THEN ',"rule":[null,' || json_quote(NEW.rule) || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;

CREATE TRIGGER series_audit_update AFTER UPDATE ON series BEGIN
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (unixepoch(), 'series', NEW.id, NEW.version, 'update',
          '{' || substr(
           CASE WHEN NEW.rule <> OLD.rule THEN ',"rule":[' || json_quote(OLD.rule) || ',' || json_quote(NEW.rule) || ']' ELSE '' END, 2) || '}',
          NEW.changed_by, NEW.changed_desk, NEW.command_id);
END;
