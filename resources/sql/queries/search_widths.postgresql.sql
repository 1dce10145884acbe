-- How many keys lie in each range of a search, counted to 4000 at most; parts as in search_clients.
SELECT p.part, (SELECT COUNT(*) FROM (SELECT 1 FROM client_search k
                                       WHERE k.key >= p.low COLLATE "C" AND k.key < p.high COLLATE "C" LIMIT 4000) few)
  FROM jsonb_to_recordset(CAST(:parts AS JSONB)) AS p(part bigint, low text, high text)
