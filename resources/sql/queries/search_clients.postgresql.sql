-- Clients with a key in [low, high) who match every other part too. Parts are a JSON array of {part, low, high}: several
-- rows of one part are other spellings, of which one is enough. In the order of the keys, so that a whole name comes
-- before a longer one, and the scan ends as soon as enough are found; a client may come several times. Written so that no
-- plan but this one is possible (subqueries instead of joins, OFFSET 0), since one that begins at the clients takes
-- seconds. The SQLite twin differs in its JSON functions and in what keeps the plan.
SELECT k.client_id
  FROM client_search k
 WHERE k.key >= :low AND k.key < :high
   AND (SELECT COUNT(*) FROM client c
         WHERE c.id = k.client_id AND c.merged_into IS NULL AND c.erased_at IS NULL) = 1
   AND (SELECT COUNT(DISTINCT p.part)
          FROM jsonb_to_recordset(CAST(:parts AS JSONB)) AS p(part bigint, low text, high text)
         WHERE EXISTS (SELECT 1 FROM (SELECT o.key FROM client_search o WHERE o.client_id = k.client_id OFFSET 0) own
                        WHERE own.key >= p.low COLLATE "C" AND own.key < p.high COLLATE "C"))
       = CAST(:part_count AS BIGINT)
 ORDER BY k.key, k.client_id
 LIMIT :many
