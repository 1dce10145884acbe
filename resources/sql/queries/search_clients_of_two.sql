-- search_clients for two parts, the most typed: the ranges of the other one's two spellings (the second empty where there
-- is one), without JSON, which would be read anew for each client and take three times as long. Counts instead of EXISTS,
-- and one for each range, so that no plan but the look at a client's own keys is possible.
SELECT k.client_id
  FROM client_search k
 WHERE k.key >= :low AND k.key < :high
   AND CASE WHEN (SELECT COUNT(*) FROM client_search o WHERE o.client_id = k.client_id AND o.key >= :low_1 AND o.key < :high_1)
               + (SELECT COUNT(*) FROM client_search o WHERE o.client_id = k.client_id AND o.key >= :low_2 AND o.key < :high_2) > 0
            THEN (SELECT COUNT(*) FROM client c WHERE c.id = k.client_id AND c.merged_into IS NULL AND c.erased_at IS NULL)
       END = 1
 ORDER BY k.key, k.client_id
 LIMIT :many
