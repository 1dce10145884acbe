-- The function asks who calls, and clears rows, keys and history (41_audit_guard.sql).
SELECT erase_client(:id, :desk, :command)
