-- The booking popup's hold: the same claims and refusals as an appointment, no version and no audit. A hold that became a booking
-- is deleted in the booking's own transaction.

CREATE TRIGGER desk_hold_insert BEFORE INSERT ON desk_hold BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:id_taken') WHERE NEW.id > 0 AND EXISTS (SELECT 1 FROM desk_hold x WHERE x.id = NEW.id);
  SELECT CASE
    WHEN NEW.ends_at <= NEW.starts_at OR NEW.ends_at - NEW.starts_at > 86400 OR NEW.starts_at NOT BETWEEN -2208988800 AND 253402300799
      THEN RAISE(ABORT, 'frontdesk:rule:length')
    WHEN NOT json_valid(NEW.takes) OR json_type(NEW.takes) IS NOT 'array' OR json_array_length(NEW.takes) > 100
         OR t.sound = 0 OR t.elsewhere OR instr(NEW.takes, '\')
         OR length(replace(NEW.takes, '"resource"', '')) <> length(NEW.takes) - 10 * json_array_length(NEW.takes)
      THEN RAISE(ABORT, 'frontdesk:rule:takes')
    WHEN t.retired THEN RAISE(ABORT, 'frontdesk:rule:resource_retired')
    WHEN EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM location l WHERE l.id = NEW.location_id)
         OR (NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id))
         OR (NEW.service_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service s WHERE s.id = NEW.service_id))
         OR (NEW.staff_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource r WHERE r.id = NEW.staff_id))
      THEN RAISE(ABORT, 'frontdesk:rule:references')
  END
  FROM (SELECT min(COALESCE(i.whole AND i.resource > 0 AND i.starts BETWEEN -86400 AND 86400 AND i.ends > i.starts
                            AND i.ends - i.starts <= 86400 AND i.units BETWEEN 1 AND 10000, 0)) AS sound,
               max(r.location_id IS NOT NEW.location_id) AS elsewhere, max(r.retired_at IS NOT NULL) AS retired
          FROM (SELECT CASE WHEN e.type = 'object' THEN json_type(e.value, '$.resource') = 'integer' AND json_type(e.value, '$.from') = 'integer'
                                       AND json_type(e.value, '$.to') = 'integer' AND json_type(e.value, '$.units') = 'integer' END AS whole,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.resource') END AS resource,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.from') END AS starts,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.to') END AS ends,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.units') END AS units
                FROM json_each(CASE WHEN json_valid(NEW.takes) THEN NEW.takes ELSE '[]' END) e LIMIT 100) i
          LEFT JOIN resource r ON r.id = i.resource) t;
END;

CREATE TRIGGER desk_hold_update BEFORE UPDATE ON desk_hold BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:immutable') WHERE NEW.id <> OLD.id;
  SELECT CASE
    WHEN NEW.ends_at <= NEW.starts_at OR NEW.ends_at - NEW.starts_at > 86400 OR NEW.starts_at NOT BETWEEN -2208988800 AND 253402300799
      THEN RAISE(ABORT, 'frontdesk:rule:length')
    WHEN NOT json_valid(NEW.takes) OR json_type(NEW.takes) IS NOT 'array' OR json_array_length(NEW.takes) > 100
         OR t.sound = 0 OR t.elsewhere OR instr(NEW.takes, '\')
         OR length(replace(NEW.takes, '"resource"', '')) <> length(NEW.takes) - 10 * json_array_length(NEW.takes)
      THEN RAISE(ABORT, 'frontdesk:rule:takes')
    WHEN t.retired THEN RAISE(ABORT, 'frontdesk:rule:resource_retired')
    WHEN EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM location l WHERE l.id = NEW.location_id)
         OR (NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id))
         OR (NEW.service_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service s WHERE s.id = NEW.service_id))
         OR (NEW.staff_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource r WHERE r.id = NEW.staff_id))
      THEN RAISE(ABORT, 'frontdesk:rule:references')
  END
  FROM (SELECT min(COALESCE(i.whole AND i.resource > 0 AND i.starts BETWEEN -86400 AND 86400 AND i.ends > i.starts
                            AND i.ends - i.starts <= 86400 AND i.units BETWEEN 1 AND 10000, 0)) AS sound,
               max(r.location_id IS NOT NEW.location_id) AS elsewhere, max(r.retired_at IS NOT NULL) AS retired
          FROM (SELECT CASE WHEN e.type = 'object' THEN json_type(e.value, '$.resource') = 'integer' AND json_type(e.value, '$.from') = 'integer'
                                       AND json_type(e.value, '$.to') = 'integer' AND json_type(e.value, '$.units') = 'integer' END AS whole,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.resource') END AS resource,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.from') END AS starts,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.to') END AS ends,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.units') END AS units
                FROM json_each(CASE WHEN json_valid(NEW.takes) THEN NEW.takes ELSE '[]' END) e LIMIT 100) i
          LEFT JOIN resource r ON r.id = i.resource) t;
END;

CREATE TRIGGER desk_hold_insert_claims AFTER INSERT ON desk_hold BEGIN
  INSERT INTO claim (id, appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until)
  SELECT -NEW.id * 128 - d.take_no, d.appointment_id, d.desk_hold_id, d.take_no, d.resource_id, d.starts_at, d.ends_at, d.units, r.capacity = 1,
         d.held_until
    FROM desk_hold_claim_due d JOIN resource r ON r.id = d.resource_id
   WHERE d.desk_hold_id = NEW.id;
  DELETE FROM claim WHERE held_until <= unixepoch();
  SELECT RAISE(ABORT, 'frontdesk:taken')
    FROM json_each(NEW.takes) t
    JOIN claim m ON m.resource_id = json_extract(t.value, '$.resource')
                AND m.starts_at = NEW.starts_at + json_extract(t.value, '$.from') AND m.id = -NEW.id * 128 - t.key
    JOIN resource r ON r.id = m.resource_id
    JOIN claim e ON e.resource_id = m.resource_id AND e.starts_at >= m.starts_at AND e.starts_at < m.ends_at
   WHERE (SELECT sum(x.units) FROM claim x
           WHERE x.resource_id = m.resource_id AND x.starts_at > e.starts_at - 86400 AND x.starts_at <= e.starts_at
             AND x.ends_at > e.starts_at)
         > r.capacity;
END;

CREATE TRIGGER desk_hold_update_claims AFTER UPDATE ON desk_hold BEGIN
  DELETE FROM claim
   WHERE (resource_id, starts_at, id) IN (
           SELECT json_extract(t.value, '$.resource'), OLD.starts_at + json_extract(t.value, '$.from'), -OLD.id * 128 - t.key FROM json_each(OLD.takes) t)
     AND NOT EXISTS (SELECT 1 FROM desk_hold_claim_due d
                      WHERE d.desk_hold_id = NEW.id AND d.take_no = claim.take_no AND d.resource_id = claim.resource_id
                        AND d.starts_at = claim.starts_at AND d.ends_at = claim.ends_at AND d.units = claim.units
                        AND d.held_until IS claim.held_until);
  INSERT INTO claim (id, appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until)
  SELECT -NEW.id * 128 - d.take_no, d.appointment_id, d.desk_hold_id, d.take_no, d.resource_id, d.starts_at, d.ends_at, d.units, r.capacity = 1,
         d.held_until
    FROM desk_hold_claim_due d JOIN resource r ON r.id = d.resource_id
   WHERE d.desk_hold_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.resource_id = d.resource_id AND c.starts_at = d.starts_at
                                             AND c.id = -NEW.id * 128 - d.take_no);
  DELETE FROM claim WHERE held_until <= unixepoch();
  SELECT RAISE(ABORT, 'frontdesk:taken')
    FROM json_each(NEW.takes) t
    JOIN claim m ON m.resource_id = json_extract(t.value, '$.resource')
                AND m.starts_at = NEW.starts_at + json_extract(t.value, '$.from') AND m.id = -NEW.id * 128 - t.key
    JOIN resource r ON r.id = m.resource_id
    JOIN claim e ON e.resource_id = m.resource_id AND e.starts_at >= m.starts_at AND e.starts_at < m.ends_at
   WHERE (SELECT sum(x.units) FROM claim x
           WHERE x.resource_id = m.resource_id AND x.starts_at > e.starts_at - 86400 AND x.starts_at <= e.starts_at
             AND x.ends_at > e.starts_at)
         > r.capacity;
END;

CREATE TRIGGER desk_hold_delete_claims AFTER DELETE ON desk_hold BEGIN
  DELETE FROM claim
   WHERE (resource_id, starts_at, id) IN (
           SELECT json_extract(t.value, '$.resource'), OLD.starts_at + json_extract(t.value, '$.from'), -OLD.id * 128 - t.key FROM json_each(OLD.takes) t);
END;
