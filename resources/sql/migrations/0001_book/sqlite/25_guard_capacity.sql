-- A resource's capacity is part of every claim on it: refused with claims in the way (the program asks which), and carried into
-- `sole`. Claims that are over don't count; they may have been made under another capacity.
CREATE TRIGGER resource_capacity BEFORE UPDATE ON resource
WHEN NEW.capacity IS NOT OLD.capacity OR NEW.squeeze_capacity IS NOT OLD.squeeze_capacity
BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:capacity') WHERE NEW.capacity IS NULL;  -- OR REPLACE would make it the default, unswept
  SELECT RAISE(ABORT, 'frontdesk:rule:capacity')
   WHERE EXISTS (
     SELECT 1 FROM claim e
      WHERE e.resource_id = NEW.id AND e.starts_at > unixepoch() - 86400 AND e.ends_at > unixepoch()
        AND (e.held_until IS NULL OR e.held_until > unixepoch())
        AND (SELECT sum(x.units) > CASE WHEN max(COALESCE(a.squeezed, 0)) = 1 THEN COALESCE(NEW.squeeze_capacity, NEW.capacity)
                                        ELSE NEW.capacity END
               FROM claim x LEFT JOIN appointment a ON a.id = x.appointment_id
              WHERE x.resource_id = NEW.id AND x.starts_at > max(e.starts_at, unixepoch()) - 86400
                AND x.starts_at <= max(e.starts_at, unixepoch()) AND x.ends_at > max(e.starts_at, unixepoch())
                AND (x.held_until IS NULL OR x.held_until > unixepoch())));
END;

CREATE TRIGGER resource_capacity_sole AFTER UPDATE ON resource WHEN NEW.capacity <> OLD.capacity BEGIN
  UPDATE claim SET sole = NOT sole
   WHERE resource_id = NEW.id AND starts_at > unixepoch() - 86400 AND ends_at > unixepoch()
     AND sole <> (NEW.capacity = 1 AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = claim.appointment_id AND a.squeezed = 1));
END;

CREATE TRIGGER resource_place BEFORE UPDATE ON resource WHEN NEW.kind <> OLD.kind OR NEW.location_id <> OLD.location_id BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:immutable');
END;
