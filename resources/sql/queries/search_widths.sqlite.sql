-- How many keys lie in each range of a search, counted to 4000 at most; parts as in search_clients.
SELECT json_extract(p.value, '$.part'),
       (SELECT COUNT(*) FROM (SELECT 1 FROM client_search k
                               WHERE k.key >= json_extract(p.value, '$.low') AND k.key < json_extract(p.value, '$.high')
                               LIMIT 4000))
  FROM json_each(:parts) p
