-- book_planned for a place that a popup holds: the hold goes in the same statement, one round trip for all of it, and
-- stays when nothing is booked. Everything that the booking or the hold takes is locked first, in the order that every
-- writer keeps. The claims of the hold are gone before those of the booking are placed: triggers after the rows run in the
-- order of the rows, and `freed` is read to its end before the first row is inserted.
WITH planned AS MATERIALIZED (
  SELECT s.id, CAST(:takes AS JSONB) AS takes FROM service s WHERE s.id = :service AND s.version = :service_version
),
locked AS MATERIALIZED (
  SELECT lock_resources(ARRAY(SELECT (t.value->>'resource')::bigint
                                FROM (SELECT h.takes FROM desk_hold h WHERE h.id = :hold
                                      UNION ALL SELECT p.takes FROM planned p) x
                                CROSS JOIN jsonb_array_elements(x.takes) t))
    FROM planned
),
freed AS (
  DELETE FROM desk_hold WHERE id = :hold AND EXISTS (SELECT 1 FROM locked) RETURNING id
)
INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone,
                         buffer_before, buffer_after, takes, price_minor, currency, status, status_at, squeezed,
                         squeeze_reason, override_reason, note, source, booking_key, seats, created_at, changed_by,
                         changed_desk, command_id)
SELECT :location, :client, p.id, :staff, :starts_at, :ends_at, :local_start, :zone,
       :buffer_before, :buffer_after, p.takes, :price_minor, :currency, 'booked', :now, :squeezed,
       :squeeze_reason, :override_reason, :note, :source, :booking_key, :seats, :now, :person,
       :desk, :command
  FROM planned p CROSS JOIN (SELECT count(*) FROM freed) f
RETURNING id, version
