-- Search keys of a batch of clients in their first version: [[key, client_id], …]
INSERT INTO client_search (key, client_id, client_version)
SELECT v ->> 0, (v ->> 1)::bigint, 1 FROM jsonb_array_elements(CAST(:rows AS jsonb)) AS e(v)
