SELECT service_id, step_no, starts_after, length, staff, room, equipment FROM service_step ORDER BY service_id, step_no
