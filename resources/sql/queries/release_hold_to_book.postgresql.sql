DELETE FROM desk_hold WHERE id = :id
