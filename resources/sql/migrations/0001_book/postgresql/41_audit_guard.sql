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

-- Who had an appointment when a personal value of its history was written; without the value that still stands in the row, which may be
-- another's now.
CREATE VIEW personal_once_of AS
SELECT p.audit_id, p.field, p.side,
       (SELECT (b.changes->'client_id'->>1)::bigint FROM audit b
         WHERE b.table_name = 'appointment' AND b.row_id = a.row_id AND b.changes->'client_id' IS NOT NULL
           AND b.row_version <= CASE p.side WHEN 'new' THEN a.row_version
                                ELSE (SELECT max(o.row_version) FROM audit o JOIN audit_personal q ON q.audit_id = o.id AND q.field = p.field
                                       WHERE o.table_name = 'appointment' AND o.row_id = a.row_id AND o.row_version < a.row_version) END
         ORDER BY b.row_version DESC LIMIT 1) AS client_id
  FROM audit_personal p JOIN audit a ON a.id = p.audit_id
 WHERE a.table_name = 'appointment'
   AND (p.side = 'old' OR EXISTS (SELECT 1 FROM audit l JOIN audit_personal q ON q.audit_id = l.id AND q.field = p.field
                                   WHERE l.table_name = 'appointment' AND l.row_id = a.row_id AND l.row_version > a.row_version));

-- Whom a personal value tells of, who may so be its reason to go: the client, the clients of an appointment's or a visit's row, and who
-- had the appointment when it was written.
CREATE VIEW personal_client AS
SELECT p.audit_id, p.field, p.side, a.row_id AS client_id
  FROM audit_personal p JOIN audit a ON a.id = p.audit_id
 WHERE a.table_name = 'client'
UNION ALL
SELECT p.audit_id, p.field, p.side, x.client_id
  FROM audit_personal p JOIN audit a ON a.id = p.audit_id JOIN appointment x ON x.id = a.row_id
 WHERE a.table_name = 'appointment'
UNION ALL
SELECT p.audit_id, p.field, p.side, x.client_id
  FROM audit_personal p JOIN audit a ON a.id = p.audit_id JOIN appointment x ON x.visit_id = a.row_id
 WHERE a.table_name = 'visit'
UNION ALL
SELECT o.audit_id, o.field, o.side, o.client_id FROM personal_once_of o;

CREATE FUNCTION audit_personal_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.audit_id, NEW.field, NEW.side) <> (OLD.audit_id, OLD.field, OLD.side) THEN PERFORM refuse('audit'); END IF;
  IF NEW.digest IS DISTINCT FROM OLD.digest
     AND (OLD.digest IS NOT NULL OR NEW.digest IS DISTINCT FROM personal_digest(OLD.salt, OLD.value)) THEN PERFORM refuse('audit'); END IF;
  IF (NEW.salt, NEW.value) IS DISTINCT FROM (OLD.salt, OLD.value)
     AND (NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR NEW.digest IS NULL
          OR NOT EXISTS (SELECT 1 FROM client c
                          WHERE c.erased_at IS NOT NULL
                            AND c.id IN (SELECT v.client_id FROM personal_client v
                                          WHERE v.audit_id = NEW.audit_id AND v.field = NEW.field AND v.side = NEW.side))) THEN
    PERFORM refuse('audit');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON audit_personal FOR EACH ROW EXECUTE FUNCTION audit_personal_before();

-- Forgets a person at their request: name, contacts and free text, in the rows and in their history, and so of everybody who was merged
-- into them. Managers alone. The rows themselves, their times and prices stay. Answers the client's new version.
CREATE FUNCTION erase_client(erased bigint, desk text DEFAULT NULL, command text DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  manager bigint := calling_manager();
  everyone bigint[];
  answer bigint;
BEGIN
  WITH RECURSIVE merged(id) AS (
    SELECT c.id FROM client c WHERE c.id = erased
    UNION SELECT c.id FROM client c JOIN merged m ON c.merged_into = m.id
  )
  SELECT array_agg(m.id) INTO everyone FROM merged m;
  IF everyone IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'FD003', MESSAGE = '{"outcome": "gone"}';
  END IF;
  UPDATE appointment SET note = '', label = '', status_reason = '', squeeze_reason = CASE squeezed WHEN 1 THEN 'erased' ELSE '' END,
         override_reason = '', version = version + 1, changed_by = manager, changed_desk = desk, command_id = command
   WHERE client_id = ANY (everyone) AND (note <> '' OR label <> '' OR status_reason <> '' OR squeeze_reason <> '' OR override_reason <> '');
  UPDATE visit SET note = '', version = version + 1, changed_by = manager, changed_desk = desk, command_id = command
   WHERE note <> '' AND id IN (SELECT x.visit_id FROM appointment x WHERE x.client_id = ANY (everyone));
  -- Erased before: what was written of them since goes too.
  UPDATE client SET name = '', phone = '', phone_e164 = NULL, phone_last4 = NULL, email = '', alert = '', note = '', language = '',
         erased_at = unixepoch(), version = version + 1, changed_by = manager, changed_desk = desk, command_id = command
   WHERE id = ANY (everyone) AND erased_at IS NULL;
  DELETE FROM client_search WHERE client_id = ANY (everyone);
  UPDATE audit_personal p SET digest = COALESCE(p.digest, personal_digest(p.salt, p.value)), salt = NULL, value = NULL
    FROM (SELECT 'client' AS table_name, unnest(everyone) AS row_id, true AS whole
          UNION SELECT 'appointment', x.id, true FROM appointment x WHERE x.client_id = ANY (everyone)
          UNION SELECT 'visit', x.visit_id, true FROM appointment x WHERE x.client_id = ANY (everyone)
          UNION SELECT 'appointment', b.row_id, false FROM audit b
                 WHERE b.table_name = 'appointment' AND b.action = 'update' AND (b.changes->'client_id'->>0)::bigint = ANY (everyone)) t
    JOIN audit a ON a.table_name = t.table_name AND a.row_id = t.row_id
   WHERE p.audit_id = a.id AND p.value IS NOT NULL
     AND (t.whole OR EXISTS (SELECT 1 FROM personal_once_of o
                              WHERE o.audit_id = p.audit_id AND o.field = p.field AND o.side = p.side AND o.client_id = ANY (everyone)));
  SELECT c.version INTO answer FROM client c WHERE c.id = erased;
  RETURN answer;
END $$;
