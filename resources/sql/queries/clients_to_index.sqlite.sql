-- Clients without search keys of their present version (or all of them).
SELECT c.id, c.version, c.name, c.phone
  FROM client c
 WHERE c.id > :after AND c.erased_at IS NULL
   AND (:all_of_them = 1
        OR NOT EXISTS (SELECT 1 FROM client_search k WHERE k.client_id = c.id AND k.client_version = c.version))
 ORDER BY c.id
 LIMIT :many
