-- Versions of every versioned row but the appointments, which are many.
SELECT 'person', id, version FROM person
UNION ALL SELECT 'business', id, version FROM business
UNION ALL SELECT 'location', id, version FROM location
UNION ALL SELECT 'resource', id, version FROM resource
UNION ALL SELECT 'service', id, version FROM service
UNION ALL SELECT 'client', id, version FROM client
UNION ALL SELECT 'visit', id, version FROM visit
UNION ALL SELECT 'series', id, version FROM series
UNION ALL SELECT 'closure', id, version FROM closure
UNION ALL SELECT 'time_off', id, version FROM time_off
