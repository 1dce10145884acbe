-- Keeps a hold of this desk longer, or lets it keep another place; no row when it has run out and was swept away. The
-- PostgreSQL twin differs in how it asks for the time.
UPDATE desk_hold
   SET location_id = :location, service_id = :service, staff_id = :staff, starts_at = :starts_at, ends_at = :ends_at,
       takes = :takes, held_until = unixepoch() + :lasts
 WHERE id = :id AND desk = :desk
RETURNING id
