-- The search keys of a page of clients.
SELECT client_id, client_version, key FROM client_search WHERE client_id > :after AND client_id <= :last ORDER BY client_id, key
