SELECT service_id, resource_id FROM service_resource ORDER BY service_id, resource_id
