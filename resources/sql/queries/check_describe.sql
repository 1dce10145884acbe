-- One appointment as a person knows it.
SELECT c.name, a.label, s.name, a.local_start, a.status
  FROM appointment a
  LEFT JOIN client c ON c.id = a.client_id
  LEFT JOIN service s ON s.id = a.service_id
 WHERE a.id = :id
