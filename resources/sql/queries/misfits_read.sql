-- Appointments of a time that are still to take place, group sessions before their seats.
SELECT v.*, a.override_reason
  FROM appointment_row v JOIN appointment a ON a.id = v.id
 WHERE v.starts_at >= :from AND v.starts_at < :until AND v.status IN ('held', 'booked', 'arrived', 'in_service')
 ORDER BY v.starts_at, CASE WHEN v.session_id IS NULL THEN 0 ELSE 1 END, v.id
