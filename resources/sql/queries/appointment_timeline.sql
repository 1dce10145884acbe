-- An appointment's story, newest first.
SELECT u.at, u.action, COALESCE(p.name, '') AS person, COALESCE(u.changed_desk, '') AS desk,
       COALESCE(u.command_id, '') AS command_id, u.row_version, u.changes
  FROM audit u
  LEFT JOIN person p ON p.id = u.changed_by
 WHERE u.table_name = 'appointment' AND u.row_id = :id
 ORDER BY u.row_version DESC
