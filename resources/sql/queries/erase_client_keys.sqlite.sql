-- Keys of an erased client and of everybody merged into them.
DELETE FROM client_search
 WHERE client_id IN (WITH RECURSIVE merged(id) AS (
                       SELECT :id UNION SELECT c.id FROM client c JOIN merged m ON c.merged_into = m.id)
                     SELECT id FROM merged)
