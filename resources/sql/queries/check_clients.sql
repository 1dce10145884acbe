SELECT id, version, name, phone, phone_e164, phone_last4, erased_at
  FROM client WHERE id > :after ORDER BY id LIMIT :count
