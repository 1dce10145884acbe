-- Claims follow the rows: what is due is written, what is no more due goes, and the largest sum of units at one moment is compared
-- with the capacity. Moments to look at are the starts of claims inside the own ones, since the sum only grows there; a claim is at
-- most a day long, so the sum looks at one day of the index. Claims that ran out are deleted before, all of them, so that none is summed.
--
-- INSERT … SELECT into a table with triggers, and DELETE from one, make a temporary table for each use, which costs more than the rows
-- do: what every booking runs is written without.

CREATE TRIGGER appointment_insert_run_out BEFORE INSERT ON appointment
WHEN EXISTS (SELECT 1 FROM claim WHERE held_until <= unixepoch()) BEGIN
  DELETE FROM claim WHERE held_until <= unixepoch();
END;

-- Most bookings take one resource. RAISE rolls the row back, so that a take which isn't sound never gets here.
CREATE TRIGGER appointment_insert_claim AFTER INSERT ON appointment
WHEN NEW.session_id IS NULL AND (NEW.status = 'booked' OR NEW.status = 'arrived' OR NEW.status = 'in_service')
  AND json_array_length(NEW.takes) = 1
BEGIN
  INSERT INTO claim (id, appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until)
  VALUES (NEW.id * 128, NEW.id, NULL, 0, json_extract(NEW.takes, '$[0].resource'), NEW.starts_at + json_extract(NEW.takes, '$[0].from'),
          NEW.starts_at + json_extract(NEW.takes, '$[0].to'), json_extract(NEW.takes, '$[0].units'),
          (SELECT r.capacity = 1 AND NEW.squeezed = 0 FROM resource r WHERE r.id = json_extract(NEW.takes, '$[0].resource')), NULL);
  SELECT RAISE(ABORT, 'frontdesk:taken')
    FROM resource r
    JOIN claim e ON e.resource_id = r.id AND e.starts_at >= NEW.starts_at + json_extract(NEW.takes, '$[0].from')
                AND e.starts_at < NEW.starts_at + json_extract(NEW.takes, '$[0].to')
   WHERE r.id = json_extract(NEW.takes, '$[0].resource')
     AND (SELECT sum(x.units) FROM claim x
           WHERE x.resource_id = r.id AND x.starts_at > e.starts_at - 86400 AND x.starts_at <= e.starts_at AND x.ends_at > e.starts_at)
         > CASE WHEN NEW.squeezed = 1 THEN COALESCE(r.squeeze_capacity, r.capacity) ELSE r.capacity END;
END;

CREATE TRIGGER appointment_insert_claims AFTER INSERT ON appointment
WHEN NEW.session_id IS NULL AND (NEW.status = 'held' OR NEW.status = 'completed' OR NEW.status = 'no_show'
  OR ((NEW.status = 'booked' OR NEW.status = 'arrived' OR NEW.status = 'in_service') AND json_array_length(NEW.takes) > 1))
BEGIN
  -- What appointment_claim_due says, of the row at hand: joined by the view it takes three times as long.
  INSERT INTO claim (id, appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until)
  SELECT NEW.id * 128 + t.key, NEW.id, NULL, t.key, r.id, NEW.starts_at + json_extract(t.value, '$.from'),
         CASE WHEN NEW.status IN ('completed', 'no_show') THEN min(NEW.starts_at + json_extract(t.value, '$.to'), NEW.status_at)
              ELSE NEW.starts_at + json_extract(t.value, '$.to') END,
         json_extract(t.value, '$.units'), r.capacity = 1 AND NEW.squeezed = 0, NEW.held_until
    FROM json_each(NEW.takes) t JOIN resource r ON r.id = json_extract(t.value, '$.resource')
   WHERE CASE WHEN NEW.status IN ('completed', 'no_show') THEN NEW.starts_at + json_extract(t.value, '$.from') < NEW.status_at
              ELSE NEW.held_until IS NULL OR NEW.held_until > unixepoch() END;
  SELECT RAISE(ABORT, 'frontdesk:taken')
    FROM json_each(NEW.takes) t
    JOIN claim m ON m.resource_id = json_extract(t.value, '$.resource')
                AND m.starts_at = NEW.starts_at + json_extract(t.value, '$.from') AND m.id = NEW.id * 128 + t.key
    JOIN resource r ON r.id = m.resource_id
    JOIN claim e ON e.resource_id = m.resource_id AND e.starts_at >= m.starts_at AND e.starts_at < m.ends_at
   WHERE (SELECT sum(x.units) FROM claim x
           WHERE x.resource_id = m.resource_id AND x.starts_at > e.starts_at - 86400 AND x.starts_at <= e.starts_at
             AND x.ends_at > e.starts_at)
         > CASE WHEN NEW.squeezed = 1 THEN COALESCE(r.squeeze_capacity, r.capacity) ELSE r.capacity END;
END;

-- booked → arrived → in_service touches no claim.
CREATE TRIGGER appointment_update_claims AFTER UPDATE ON appointment
WHEN NEW.starts_at <> OLD.starts_at OR NEW.takes <> OLD.takes OR NEW.squeezed <> OLD.squeezed OR NEW.held_until IS NOT OLD.held_until
  OR (NEW.status IN ('completed', 'no_show') AND NEW.status_at <> OLD.status_at)
  OR CASE WHEN (NEW.status = 'booked' OR NEW.status = 'arrived' OR NEW.status = 'in_service'
    OR NEW.status = 'held') THEN 1 WHEN NEW.status IN ('completed', 'no_show') THEN 2 END
     IS NOT CASE WHEN (OLD.status = 'booked' OR OLD.status = 'arrived' OR OLD.status = 'in_service'
       OR OLD.status = 'held') THEN 1 WHEN OLD.status IN ('completed', 'no_show') THEN 2 END
BEGIN
  DELETE FROM claim
   WHERE (resource_id, starts_at, id) IN (
           SELECT json_extract(t.value, '$.resource'), OLD.starts_at + json_extract(t.value, '$.from'), OLD.id * 128 + t.key FROM json_each(OLD.takes) t)
     AND NOT EXISTS (SELECT 1 FROM appointment_claim_due d
                      WHERE d.appointment_id = NEW.id AND d.take_no = claim.take_no AND d.resource_id = claim.resource_id
                        AND d.starts_at = claim.starts_at AND d.ends_at = claim.ends_at AND d.units = claim.units
                        AND d.held_until IS claim.held_until);
  INSERT INTO claim (id, appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until)
  SELECT NEW.id * 128 + d.take_no, d.appointment_id, d.desk_hold_id, d.take_no, d.resource_id, d.starts_at, d.ends_at, d.units, r.capacity = 1 AND NEW.squeezed = 0,
         d.held_until
    FROM appointment_claim_due d JOIN resource r ON r.id = d.resource_id
   WHERE d.appointment_id = NEW.id
     AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.resource_id = d.resource_id AND c.starts_at = d.starts_at
                                             AND c.id = NEW.id * 128 + d.take_no);
  UPDATE claim SET sole = NOT sole
   WHERE (resource_id, starts_at, id) IN (
           SELECT json_extract(t.value, '$.resource'), NEW.starts_at + json_extract(t.value, '$.from'), NEW.id * 128 + t.key FROM json_each(NEW.takes) t)
     AND sole <> (NEW.squeezed = 0 AND (SELECT r.capacity FROM resource r WHERE r.id = claim.resource_id) = 1);
  DELETE FROM claim WHERE held_until <= unixepoch();
  SELECT RAISE(ABORT, 'frontdesk:taken')
    FROM json_each(NEW.takes) t
    JOIN claim m ON m.resource_id = json_extract(t.value, '$.resource')
                AND m.starts_at = NEW.starts_at + json_extract(t.value, '$.from') AND m.id = NEW.id * 128 + t.key
    JOIN resource r ON r.id = m.resource_id
    JOIN claim e ON e.resource_id = m.resource_id AND e.starts_at >= m.starts_at AND e.starts_at < m.ends_at
   WHERE (SELECT sum(x.units) FROM claim x
           WHERE x.resource_id = m.resource_id AND x.starts_at > e.starts_at - 86400 AND x.starts_at <= e.starts_at
             AND x.ends_at > e.starts_at)
         > CASE WHEN NEW.squeezed = 1 THEN COALESCE(r.squeeze_capacity, r.capacity) ELSE r.capacity END;
END;

-- No other hand: a claim is written only if its row asks for it, and taken away only if not.
CREATE TRIGGER claim_insert BEFORE INSERT ON claim BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:claims')
   WHERE CASE WHEN NEW.appointment_id IS NOT NULL AND NEW.desk_hold_id IS NULL THEN
                NEW.id <> NEW.appointment_id * 128 + NEW.take_no
                OR NOT EXISTS (SELECT 1 FROM appointment a
                      WHERE a.id = NEW.appointment_id AND a.session_id IS NULL AND a.held_until IS NEW.held_until
                        AND json_extract(a.takes, '$[' || NEW.take_no || '].resource') = NEW.resource_id
                        AND json_extract(a.takes, '$[' || NEW.take_no || '].units') = NEW.units
                        AND a.starts_at + json_extract(a.takes, '$[' || NEW.take_no || '].from') = NEW.starts_at
                        AND CASE WHEN a.status = 'booked' OR a.status = 'arrived' OR a.status = 'in_service'
                                      OR (a.status = 'held' AND a.held_until > unixepoch())
                                   THEN a.starts_at + json_extract(a.takes, '$[' || NEW.take_no || '].to') = NEW.ends_at
                                 WHEN a.status IN ('completed', 'no_show') AND NEW.starts_at < a.status_at
                                   THEN min(a.starts_at + json_extract(a.takes, '$[' || NEW.take_no || '].to'), a.status_at) = NEW.ends_at
                            END)
              WHEN NEW.desk_hold_id IS NOT NULL AND NEW.appointment_id IS NULL THEN
                NEW.id <> -NEW.desk_hold_id * 128 - NEW.take_no
                OR NOT EXISTS (SELECT 1 FROM desk_hold_claim_due d
                      WHERE d.desk_hold_id = NEW.desk_hold_id AND d.take_no = NEW.take_no AND d.resource_id = NEW.resource_id
                        AND d.starts_at = NEW.starts_at
                        AND d.ends_at = NEW.ends_at AND d.units = NEW.units AND d.held_until IS NEW.held_until)
              ELSE 1 END
      OR NEW.take_no < 0 OR NEW.take_no > 99
      OR EXISTS (SELECT 1 FROM claim c WHERE c.resource_id = NEW.resource_id AND c.starts_at = NEW.starts_at AND c.id = NEW.id);
END;

CREATE TRIGGER claim_delete BEFORE DELETE ON claim BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:claims')
   WHERE CASE WHEN OLD.appointment_id IS NOT NULL THEN
                EXISTS (SELECT 1 FROM appointment_claim_due d
                      WHERE d.appointment_id = OLD.appointment_id AND d.take_no = OLD.take_no AND d.resource_id = OLD.resource_id
                        AND d.starts_at = OLD.starts_at
                        AND d.ends_at = OLD.ends_at AND d.units = OLD.units AND d.held_until IS OLD.held_until)
              ELSE
                EXISTS (SELECT 1 FROM desk_hold_claim_due d
                      WHERE d.desk_hold_id = OLD.desk_hold_id AND d.take_no = OLD.take_no AND d.resource_id = OLD.resource_id
                        AND d.starts_at = OLD.starts_at
                        AND d.ends_at = OLD.ends_at AND d.units = OLD.units AND d.held_until IS OLD.held_until)
              END;
END;

-- `sole` alone follows the capacity and the squeeze.
CREATE TRIGGER claim_update BEFORE UPDATE ON claim BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:claims')
   WHERE NEW.id <> OLD.id OR NEW.appointment_id IS NOT OLD.appointment_id OR NEW.desk_hold_id IS NOT OLD.desk_hold_id
      OR NEW.take_no <> OLD.take_no OR NEW.resource_id <> OLD.resource_id OR NEW.starts_at <> OLD.starts_at
      OR NEW.ends_at <> OLD.ends_at OR NEW.units <> OLD.units OR NEW.held_until IS NOT OLD.held_until
      OR NEW.sole <> ((SELECT r.capacity FROM resource r WHERE r.id = NEW.resource_id) = 1
                      AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = NEW.appointment_id AND a.squeezed = 1));
END;
