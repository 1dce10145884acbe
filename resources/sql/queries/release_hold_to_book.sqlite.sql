-- Frees what a popup held, for the booking that follows in the same transaction. The PostgreSQL twin locks resources.
DELETE FROM desk_hold WHERE id = :hold
