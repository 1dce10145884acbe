SELECT COALESCE(max(audit_id), 0) FROM audit_personal
