-- Messages that wait although nothing may be sent: too late for their appointment, or by a channel that is switched off.
SELECT o.id, o.channel, o.appointment_id, o.not_after > a.starts_at
  FROM outbox o
  JOIN appointment a ON a.id = o.appointment_id
  JOIN business b ON b.id = 1
 WHERE o.sent_at IS NULL AND o.withdrawn_at IS NULL
   AND (o.not_after > a.starts_at OR (o.channel = 'email' AND b.email_on = 0) OR (o.channel = 'sms' AND b.sms_on = 0))
 ORDER BY o.id LIMIT 1001
