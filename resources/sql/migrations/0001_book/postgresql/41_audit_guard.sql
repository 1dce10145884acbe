-- What was said stays said: an audit row never changes. Of a personal value only two things may follow: its digest, once, and after
-- that the clearing of value and salt for a client who was erased.
CREATE FUNCTION audit_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('audit');
END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_stands();
CREATE TRIGGER guard_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_stands();
CREATE TRIGGER guard_delete BEFORE DELETE ON audit_personal FOR EACH ROW EXECUTE FUNCTION audit_stands();
CREATE TRIGGER guard_truncate BEFORE TRUNCATE ON audit_personal FOR EACH STATEMENT EXECUTE FUNCTION audit_stands();

-- sha256 of salt and value, as hex; the sealing program and SQLite's use the same bytes.
CREATE FUNCTION personal_digest(salt text, value text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN encode(sha256(convert_to(salt || value, 'UTF8')), 'hex');

CREATE FUNCTION audit_personal_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.audit_id, NEW.field, NEW.side) <> (OLD.audit_id, OLD.field, OLD.side) THEN PERFORM refuse('audit'); END IF;
  IF NEW.digest IS DISTINCT FROM OLD.digest
     AND (OLD.digest IS NOT NULL OR NEW.digest IS DISTINCT FROM personal_digest(OLD.salt, OLD.value)) THEN PERFORM refuse('audit'); END IF;
  IF (NEW.salt, NEW.value) IS DISTINCT FROM (OLD.salt, OLD.value)
     AND (NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR NEW.digest IS NULL
          OR NOT EXISTS (SELECT 1 FROM audit a
                           LEFT JOIN appointment x ON a.table_name = 'appointment' AND x.id = a.row_id
                           JOIN client c ON c.id = CASE a.table_name WHEN 'client' THEN a.row_id ELSE x.client_id END
                          WHERE a.id = NEW.audit_id AND c.erased_at IS NOT NULL)) THEN PERFORM refuse('audit'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON audit_personal FOR EACH ROW EXECUTE FUNCTION audit_personal_before();

-- Forgets a person at their request: name, contacts and free text, in the rows and in their history. Managers alone. The rows
-- themselves, their times and prices stay. Answers the client's new version.
CREATE FUNCTION erase_client(erased bigint, desk text DEFAULT NULL, command text DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  manager bigint := calling_manager();
  answer bigint;
BEGIN
  UPDATE appointment SET note = '', label = '', status_reason = '', squeeze_reason = CASE squeezed WHEN 1 THEN 'erased' ELSE '' END,
         override_reason = '', version = version + 1, changed_by = manager, changed_desk = desk, command_id = command
   WHERE client_id = erased AND (note <> '' OR label <> '' OR status_reason <> '' OR squeeze_reason <> '' OR override_reason <> '');
  UPDATE client SET name = '', phone = '', phone_e164 = NULL, phone_last4 = NULL, email = '', alert = '', note = '', language = '',
         erased_at = unixepoch(), version = version + 1, changed_by = manager, changed_desk = desk, command_id = command
   WHERE id = erased AND erased_at IS NULL
  RETURNING version INTO answer;
  IF answer IS NULL THEN  -- erased before: what was written of them since goes too
    SELECT c.version INTO answer FROM client c WHERE c.id = erased;
  END IF;
  IF answer IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'FD003', MESSAGE = '{"outcome": "gone"}';
  END IF;
  DELETE FROM client_search WHERE client_id = erased;
  UPDATE audit_personal p SET digest = personal_digest(p.salt, p.value)
    FROM audit a LEFT JOIN appointment x ON a.table_name = 'appointment' AND x.id = a.row_id
   WHERE p.audit_id = a.id AND p.digest IS NULL
     AND ((a.table_name = 'client' AND a.row_id = erased) OR (a.table_name = 'appointment' AND x.client_id = erased));
  UPDATE audit_personal p SET salt = NULL, value = NULL
    FROM audit a LEFT JOIN appointment x ON a.table_name = 'appointment' AND x.id = a.row_id
   WHERE p.audit_id = a.id AND p.value IS NOT NULL
     AND ((a.table_name = 'client' AND a.row_id = erased) OR (a.table_name = 'appointment' AND x.client_id = erased));
  RETURN answer;
END $$;
