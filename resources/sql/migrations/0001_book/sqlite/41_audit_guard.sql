-- What was said stays said. An audit row is written for a row's present version, once, and never changes: by hand there is nothing left
-- to write, since the triggers wrote it already. Of a personal value only two things may follow: its digest, once, and after that the
-- clearing of value and salt for a client who was erased.
CREATE TRIGGER audit_insert BEFORE INSERT ON audit BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:audit')
   WHERE (NEW.id > 0 AND EXISTS (SELECT 1 FROM audit a WHERE a.id = NEW.id))
      OR EXISTS (SELECT 1 FROM audit a WHERE a.table_name = NEW.table_name AND a.row_id = NEW.row_id AND a.row_version = NEW.row_version)
      OR NEW.row_version IS NOT CASE NEW.table_name
                WHEN 'appointment' THEN (SELECT x.version FROM appointment x WHERE x.id = NEW.row_id)
                WHEN 'client' THEN (SELECT x.version FROM client x WHERE x.id = NEW.row_id)
                WHEN 'person' THEN (SELECT x.version FROM person x WHERE x.id = NEW.row_id)
                WHEN 'resource' THEN (SELECT x.version FROM resource x WHERE x.id = NEW.row_id)
                WHEN 'visit' THEN (SELECT x.version FROM visit x WHERE x.id = NEW.row_id)
                WHEN 'closure' THEN (SELECT x.version FROM closure x WHERE x.id = NEW.row_id)
                WHEN 'time_off' THEN (SELECT x.version FROM time_off x WHERE x.id = NEW.row_id)
                WHEN 'business' THEN (SELECT x.version FROM business x WHERE x.id = NEW.row_id)
                WHEN 'location' THEN (SELECT x.version FROM location x WHERE x.id = NEW.row_id)
                WHEN 'service' THEN (SELECT x.version FROM service x WHERE x.id = NEW.row_id)
                WHEN 'series' THEN (SELECT x.version FROM series x WHERE x.id = NEW.row_id)
              END;
END;
CREATE TRIGGER audit_update BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:audit');
END;
CREATE TRIGGER audit_delete BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:audit');
END;

-- What the newest change really made of a field: new is what stands in the row, old what the history said last, and they differ. So a
-- value that the triggers didn't write is refused, for they wrote all that is true.
CREATE TRIGGER audit_personal_insert BEFORE INSERT ON audit_personal BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:audit')
   WHERE NEW.audit_id IS NOT (SELECT max(a.id) FROM audit a) OR NEW.digest IS NOT NULL
      OR EXISTS (SELECT 1 FROM audit_personal p WHERE p.audit_id = NEW.audit_id AND p.field = NEW.field AND p.side = NEW.side);
  SELECT RAISE(ABORT, 'frontdesk:rule:audit')
    FROM (SELECT COALESCE(CASE a.table_name
             WHEN 'appointment' THEN (SELECT CASE NEW.field WHEN 'status_reason' THEN x.status_reason WHEN 'squeeze_reason' THEN x.squeeze_reason WHEN 'override_reason' THEN x.override_reason WHEN 'label' THEN x.label WHEN 'note' THEN x.note END FROM appointment x WHERE x.id = a.row_id)
             WHEN 'client' THEN (SELECT CASE NEW.field WHEN 'name' THEN x.name WHEN 'phone' THEN x.phone WHEN 'phone_e164' THEN x.phone_e164 WHEN 'phone_last4' THEN x.phone_last4 WHEN 'email' THEN x.email WHEN 'alert' THEN x.alert WHEN 'note' THEN x.note END FROM client x WHERE x.id = a.row_id)
             WHEN 'person' THEN (SELECT CASE NEW.field WHEN 'name' THEN x.name END FROM person x WHERE x.id = a.row_id)
             WHEN 'resource' THEN (SELECT CASE NEW.field WHEN 'name' THEN x.name WHEN 'initials' THEN x.initials END FROM resource x WHERE x.id = a.row_id)
             WHEN 'visit' THEN (SELECT CASE NEW.field WHEN 'note' THEN x.note END FROM visit x WHERE x.id = a.row_id)
             WHEN 'closure' THEN (SELECT CASE NEW.field WHEN 'reason' THEN x.reason END FROM closure x WHERE x.id = a.row_id)
             WHEN 'time_off' THEN (SELECT CASE NEW.field WHEN 'reason' THEN x.reason END FROM time_off x WHERE x.id = a.row_id)
           END, '') AS stands,
           COALESCE((SELECT n.value FROM audit b JOIN audit_personal p ON p.audit_id = b.id AND p.field = NEW.field
                       LEFT JOIN audit_personal n ON n.audit_id = b.id AND n.field = NEW.field AND n.side = 'new'
                      WHERE b.table_name = a.table_name AND b.row_id = a.row_id AND b.row_version < a.row_version
                      ORDER BY b.row_version DESC LIMIT 1), '') AS stood
            FROM audit a WHERE a.id = NEW.audit_id) v
   WHERE v.stands = v.stood OR NEW.value IS NOT CASE NEW.side WHEN 'new' THEN v.stands ELSE v.stood END;
END;
-- Who had an appointment when a personal value of its history was written; without the value that still stands in the row, which may be
-- another's now.
CREATE VIEW personal_once_of AS
SELECT p.audit_id, p.field, p.side,
       (SELECT json_extract(b.changes, '$.client_id[1]') FROM audit b
         WHERE b.table_name = 'appointment' AND b.row_id = a.row_id AND json_type(b.changes, '$.client_id') IS NOT NULL
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

CREATE TRIGGER audit_personal_update BEFORE UPDATE ON audit_personal BEGIN
  SELECT CASE
    WHEN NEW.audit_id <> OLD.audit_id OR NEW.field <> OLD.field OR NEW.side <> OLD.side THEN RAISE(ABORT, 'frontdesk:rule:audit')
    WHEN NEW.digest IS NOT OLD.digest AND (OLD.digest IS NOT NULL OR NEW.digest IS NULL OR length(NEW.digest) <> 64)
      THEN RAISE(ABORT, 'frontdesk:rule:audit')
    WHEN NEW.salt IS OLD.salt AND NEW.value IS OLD.value THEN NULL
    WHEN NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR NEW.digest IS NULL
         OR NOT EXISTS (SELECT 1 FROM client c
                         WHERE c.erased_at IS NOT NULL
                           AND c.id IN (SELECT v.client_id FROM personal_client v
                                         WHERE v.audit_id = NEW.audit_id AND v.field = NEW.field AND v.side = NEW.side))
      THEN RAISE(ABORT, 'frontdesk:rule:audit')
  END;
END;
CREATE TRIGGER audit_personal_delete BEFORE DELETE ON audit_personal BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:audit');
END;
