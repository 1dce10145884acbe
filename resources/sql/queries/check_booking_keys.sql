SELECT booking_key, min(id), max(id) FROM appointment WHERE booking_key IS NOT NULL GROUP BY booking_key HAVING count(*) > 1
