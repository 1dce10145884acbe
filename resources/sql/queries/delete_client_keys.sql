DELETE FROM client_search WHERE client_id = :id
