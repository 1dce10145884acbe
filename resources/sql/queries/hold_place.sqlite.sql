-- The booking popup's own hold. It ends by the database's clock, which judges it; a desk's may be wrong. The PostgreSQL twin
-- differs in how it asks for the time.
INSERT INTO desk_hold (desk, person_id, location_id, service_id, staff_id, starts_at, ends_at, takes, held_until)
VALUES (:desk, :person, :location, :service, :staff, :starts_at, :ends_at, :takes, unixepoch() + :lasts)
RETURNING id
