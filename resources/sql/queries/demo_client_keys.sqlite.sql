-- Search keys of a batch of clients in their first version: [[key, client_id], …]
INSERT INTO client_search (key, client_id, client_version)
SELECT value ->> 0, value ->> 1, 1 FROM json_each(:rows)
