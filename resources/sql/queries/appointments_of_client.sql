-- Appointments of a client, seats in groups too, that overlap or touch [from_second, to_second]; those that take no time
-- any more are left out.
SELECT *
  FROM appointment_row
 WHERE client_id = :client
   AND starts_at <= :to_second AND starts_at >= CAST(:from_second AS BIGINT) - 86400 AND ends_at >= :from_second
   AND status NOT IN ('cancelled', 'expired', 'parked')
 ORDER BY starts_at, id
