-- Who wrote a version of a row, where and when.
SELECT u.at, COALESCE(p.name, '') AS person, COALESCE(u.changed_desk, '') AS desk
  FROM audit u LEFT JOIN person p ON p.id = u.changed_by
 WHERE u.table_name = :table_name AND u.row_id = :id AND u.row_version = :version
