-- Whose wall clock and hours are read.
SELECT 'location' AS kind, id, name, zone, hours FROM location
UNION ALL SELECT 'resource', id, name, NULL, hours FROM resource
 ORDER BY 1, 2
