-- The guard's own locks on all resources of a batch, before its first change (20_guard_words.sql).
SELECT lock_resources(ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(CAST(:ids AS JSONB))))
