-- This session hints at changed bookings by itself, after each commit, instead of its transactions (migration 0001, 46_notify.sql).
SELECT set_config('frontdesk.hints', 'after commit', false)
