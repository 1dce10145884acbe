-- Clients with a key in [low, high) who match every other part too. Parts are a JSON array of {part, low, high}: several
-- rows of one part are other spellings, of which one is enough. In the order of the keys, so that a whole name comes
-- before a longer one, and the scan ends as soon as enough are found; a client may come several times. The plus signs
-- keep the inner look at the client's own keys off the index of all keys. The PostgreSQL twin differs in its JSON
-- functions and in what keeps the plan.
SELECT k.client_id
  FROM client_search k
 WHERE k.key >= :low AND k.key < :high
   AND (SELECT COUNT(*) FROM client c
         WHERE c.id = k.client_id AND c.merged_into IS NULL AND c.erased_at IS NULL) = 1
   AND (SELECT COUNT(DISTINCT json_extract(p.value, '$.part'))
          FROM json_each(:parts) p
         WHERE EXISTS (SELECT 1 FROM client_search o
                        WHERE o.client_id = k.client_id AND +o.key >= json_extract(p.value, '$.low')
                          AND +o.key < json_extract(p.value, '$.high')))
       = :part_count
 ORDER BY k.key, k.client_id
 LIMIT :many
