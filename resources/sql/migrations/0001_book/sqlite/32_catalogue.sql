-- Rules of single tables: persons, locations, clients, services, with the words of their PostgreSQL twin.

-- A login belongs to one person for good: giving it to another would make old changes look like theirs.
CREATE TRIGGER person_role BEFORE UPDATE ON person WHEN NEW.role IS NOT OLD.role AND OLD.role IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:immutable');
END;
CREATE TRIGGER person_role_insert BEFORE INSERT ON person WHEN NEW.role IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:key_taken') WHERE EXISTS (SELECT 1 FROM person p WHERE p.role = NEW.role);
END;
CREATE TRIGGER person_role_update BEFORE UPDATE ON person WHEN NEW.role IS NOT OLD.role BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:key_taken') WHERE EXISTS (SELECT 1 FROM person p WHERE p.role = NEW.role AND p.id <> NEW.id);
END;

-- What was promised as 10:00 stays 10:00: the zone changes only once every coming appointment is promised in it (rezone does that).
CREATE TRIGGER location_zone BEFORE UPDATE ON location WHEN NEW.zone <> OLD.zone BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:location_zone')
   WHERE EXISTS (SELECT 1 FROM appointment a
                  WHERE a.starts_at > unixepoch() AND a.location_id = NEW.id AND a.zone <> NEW.zone
                    AND a.status NOT IN ('cancelled', 'expired'));
END;

CREATE TRIGGER client_insert_rules BEFORE INSERT ON client WHEN NEW.merged_into IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:client_retired')
   WHERE NEW.merged_into = NEW.id OR EXISTS (SELECT 1 FROM client c WHERE c.id = NEW.merged_into
                                                AND (c.merged_into IS NOT NULL OR c.erased_at IS NOT NULL));
  SELECT RAISE(ABORT, 'frontdesk:rule:references') WHERE NOT EXISTS (SELECT 1 FROM client c WHERE c.id = NEW.merged_into);
END;
CREATE TRIGGER client_update_rules BEFORE UPDATE ON client BEGIN
  SELECT CASE
    WHEN NEW.created_at IS NOT OLD.created_at OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS NULL)
      THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.merged_into IS NULL OR NEW.merged_into IS OLD.merged_into THEN NULL
    WHEN NEW.merged_into = NEW.id OR EXISTS (SELECT 1 FROM client c WHERE c.id = NEW.merged_into
                                                AND (c.merged_into IS NOT NULL OR c.erased_at IS NOT NULL))
      THEN RAISE(ABORT, 'frontdesk:rule:client_retired')
    WHEN NOT EXISTS (SELECT 1 FROM client c WHERE c.id = NEW.merged_into) THEN RAISE(ABORT, 'frontdesk:rule:references')
  END;
END;
CREATE TRIGGER client_search_insert BEFORE INSERT ON client_search BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:references') WHERE NOT EXISTS (SELECT 1 FROM client c WHERE c.id = NEW.client_id);
END;

-- Steps: whole seconds, kinds without repeats, a day at most with the buffers. The first and the last keep somebody busy, because
-- the takes of a booking must span it with its buffers.
CREATE TRIGGER service_insert_rules BEFORE INSERT ON service BEGIN
  SELECT CASE
    WHEN NOT json_valid(NEW.steps) OR json_type(NEW.steps) IS NOT 'array' OR json_array_length(NEW.steps) NOT BETWEEN 1 AND 50
      THEN RAISE(ABORT, 'frontdesk:rule:steps')
    WHEN EXISTS (SELECT 1 FROM json_each(NEW.steps) e
                  WHERE CASE WHEN e.type <> 'object' OR json_type(e.value, '$.length') IS NOT 'integer'
                                  OR json_type(e.value, '$.keeps') IS NOT 'array' THEN 1
                             ELSE json_extract(e.value, '$.length') NOT BETWEEN 1 AND 86400
                                  OR (SELECT count(*) <> count(DISTINCT CASE WHEN k.value IN ('staff', 'room', 'equipment') THEN k.value END)
                                        FROM json_each(e.value, '$.keeps') k) END)
      THEN RAISE(ABORT, 'frontdesk:rule:steps')
    WHEN json_array_length(NEW.steps, '$[0].keeps') = 0 OR json_array_length(NEW.steps, '$[#-1].keeps') = 0
         OR (SELECT sum(json_extract(e.value, '$.length')) FROM json_each(NEW.steps) e) + NEW.buffer_before + NEW.buffer_after > 86400
      THEN RAISE(ABORT, 'frontdesk:rule:steps')
    WHEN NOT json_valid(NEW.able) OR json_type(NEW.able) IS NOT 'array'
         OR (SELECT count(*) <> count(DISTINCT CASE WHEN e.type = 'integer' AND EXISTS (SELECT 1 FROM resource r WHERE r.id = e.value)
                                                    THEN e.value END)
               FROM json_each(NEW.able) e)
      THEN RAISE(ABORT, 'frontdesk:rule:able')
  END;
END;
CREATE TRIGGER service_update_rules BEFORE UPDATE ON service BEGIN
  SELECT CASE
    WHEN NOT json_valid(NEW.steps) OR json_type(NEW.steps) IS NOT 'array' OR json_array_length(NEW.steps) NOT BETWEEN 1 AND 50
      THEN RAISE(ABORT, 'frontdesk:rule:steps')
    WHEN EXISTS (SELECT 1 FROM json_each(NEW.steps) e
                  WHERE CASE WHEN e.type <> 'object' OR json_type(e.value, '$.length') IS NOT 'integer'
                                  OR json_type(e.value, '$.keeps') IS NOT 'array' THEN 1
                             ELSE json_extract(e.value, '$.length') NOT BETWEEN 1 AND 86400
                                  OR (SELECT count(*) <> count(DISTINCT CASE WHEN k.value IN ('staff', 'room', 'equipment') THEN k.value END)
                                        FROM json_each(e.value, '$.keeps') k) END)
      THEN RAISE(ABORT, 'frontdesk:rule:steps')
    WHEN json_array_length(NEW.steps, '$[0].keeps') = 0 OR json_array_length(NEW.steps, '$[#-1].keeps') = 0
         OR (SELECT sum(json_extract(e.value, '$.length')) FROM json_each(NEW.steps) e) + NEW.buffer_before + NEW.buffer_after > 86400
      THEN RAISE(ABORT, 'frontdesk:rule:steps')
    WHEN NOT json_valid(NEW.able) OR json_type(NEW.able) IS NOT 'array'
         OR (SELECT count(*) <> count(DISTINCT CASE WHEN e.type = 'integer' AND EXISTS (SELECT 1 FROM resource r WHERE r.id = e.value)
                                                    THEN e.value END)
               FROM json_each(NEW.able) e)
      THEN RAISE(ABORT, 'frontdesk:rule:able')
  END;
END;

-- service_step and service_resource are the same facts as rows, for joins; no other hand writes them.
CREATE VIEW service_step_due AS
SELECT s.id AS service_id, t.key AS step_no,
       (SELECT COALESCE(sum(json_extract(b.value, '$.length')), 0) FROM json_each(s.steps) b WHERE b.key < t.key) AS starts_after,
       json_extract(t.value, '$.length') AS length,
       EXISTS (SELECT 1 FROM json_each(t.value, '$.keeps') k WHERE k.value = 'staff') AS staff,
       EXISTS (SELECT 1 FROM json_each(t.value, '$.keeps') k WHERE k.value = 'room') AS room,
       EXISTS (SELECT 1 FROM json_each(t.value, '$.keeps') k WHERE k.value = 'equipment') AS equipment
  FROM service s, json_each(s.steps) t;

CREATE TRIGGER service_insert_rows AFTER INSERT ON service BEGIN
  DELETE FROM service_step
   WHERE service_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM service_step_due d
                      WHERE d.service_id = NEW.id AND d.step_no = service_step.step_no AND d.starts_after = service_step.starts_after
                        AND d.length = service_step.length AND d.staff = service_step.staff AND d.room = service_step.room
                        AND d.equipment = service_step.equipment);
  INSERT INTO service_step (service_id, step_no, starts_after, length, staff, room, equipment)
  SELECT d.service_id, d.step_no, d.starts_after, d.length, d.staff, d.room, d.equipment FROM service_step_due d
   WHERE d.service_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM service_step x WHERE x.service_id = NEW.id AND x.step_no = d.step_no);
  DELETE FROM service_resource
   WHERE service_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM json_each(NEW.able) e WHERE e.value = service_resource.resource_id);
  INSERT INTO service_resource (service_id, resource_id)
  SELECT NEW.id, e.value FROM json_each(NEW.able) e
   WHERE NOT EXISTS (SELECT 1 FROM service_resource x WHERE x.service_id = NEW.id AND x.resource_id = e.value);
END;
CREATE TRIGGER service_update_rows AFTER UPDATE ON service WHEN NEW.steps <> OLD.steps OR NEW.able <> OLD.able BEGIN
  DELETE FROM service_step
   WHERE service_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM service_step_due d
                      WHERE d.service_id = NEW.id AND d.step_no = service_step.step_no AND d.starts_after = service_step.starts_after
                        AND d.length = service_step.length AND d.staff = service_step.staff AND d.room = service_step.room
                        AND d.equipment = service_step.equipment);
  INSERT INTO service_step (service_id, step_no, starts_after, length, staff, room, equipment)
  SELECT d.service_id, d.step_no, d.starts_after, d.length, d.staff, d.room, d.equipment FROM service_step_due d
   WHERE d.service_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM service_step x WHERE x.service_id = NEW.id AND x.step_no = d.step_no);
  DELETE FROM service_resource
   WHERE service_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM json_each(NEW.able) e WHERE e.value = service_resource.resource_id);
  INSERT INTO service_resource (service_id, resource_id)
  SELECT NEW.id, e.value FROM json_each(NEW.able) e
   WHERE NOT EXISTS (SELECT 1 FROM service_resource x WHERE x.service_id = NEW.id AND x.resource_id = e.value);
END;

CREATE TRIGGER service_step_insert BEFORE INSERT ON service_step BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:steps')
   WHERE EXISTS (SELECT 1 FROM service_step x WHERE x.service_id = NEW.service_id AND x.step_no = NEW.step_no)
      OR NOT EXISTS (SELECT 1 FROM service_step_due d
                      WHERE d.service_id = NEW.service_id AND d.step_no = NEW.step_no AND d.starts_after = NEW.starts_after
                        AND d.length = NEW.length AND d.staff = NEW.staff AND d.room = NEW.room AND d.equipment = NEW.equipment);
END;
CREATE TRIGGER service_step_update BEFORE UPDATE ON service_step BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:steps');
END;
CREATE TRIGGER service_step_delete BEFORE DELETE ON service_step BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:steps')
   WHERE EXISTS (SELECT 1 FROM service_step_due d
                  WHERE d.service_id = OLD.service_id AND d.step_no = OLD.step_no AND d.starts_after = OLD.starts_after
                    AND d.length = OLD.length AND d.staff = OLD.staff AND d.room = OLD.room AND d.equipment = OLD.equipment);
END;
CREATE TRIGGER service_resource_insert BEFORE INSERT ON service_resource BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:able')
   WHERE EXISTS (SELECT 1 FROM service_resource x WHERE x.service_id = NEW.service_id AND x.resource_id = NEW.resource_id)
      OR NOT EXISTS (SELECT 1 FROM service s, json_each(s.able) e WHERE s.id = NEW.service_id AND e.value = NEW.resource_id);
END;
CREATE TRIGGER service_resource_update BEFORE UPDATE ON service_resource BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:able');
END;
CREATE TRIGGER service_resource_delete BEFORE DELETE ON service_resource BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:able')
   WHERE EXISTS (SELECT 1 FROM service s, json_each(s.able) e WHERE s.id = OLD.service_id AND e.value = OLD.resource_id);
END;
