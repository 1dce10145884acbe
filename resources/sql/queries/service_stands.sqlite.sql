-- Whether a service is still as the program planned by.
SELECT 1 FROM service WHERE id = :service AND version = :service_version
