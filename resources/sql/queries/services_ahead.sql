-- How often each service is booked from now on.
SELECT service_id, COUNT(*)
  FROM appointment
 WHERE starts_at >= :now AND service_id IS NOT NULL
   AND (status = 'booked' OR (status = 'held' AND held_until > :now))
 GROUP BY service_id
