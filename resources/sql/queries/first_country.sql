-- The country that phone numbers are read in where a client has no location.
SELECT country FROM location WHERE retired_at IS NULL ORDER BY id LIMIT 1
