-- The appointments of one service from now on, with what they take.
SELECT id, starts_at, staff_id, takes
  FROM appointment
 WHERE starts_at >= :now AND service_id = :service
   AND (status = 'booked' OR (status = 'held' AND held_until > :now))
