-- Tells every desk that bookings changed, the popups' holds included. A transaction of its own: it writes nothing, so its commit waits for no disk.
SELECT pg_notify('frontdesk', 'appointment'), pg_notify('frontdesk', 'desk_hold')
