-- Frees what a popup held.
DELETE FROM desk_hold WHERE id = :id
