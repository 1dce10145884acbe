-- The search keys of one version of a client; `keys` is a JSON array of texts. The SQLite twin differs in its JSON
-- functions alone.
INSERT INTO client_search (key, client_id, client_version)
SELECT k.value, :id, :version FROM jsonb_array_elements_text(CAST(:keys AS JSONB)) k
