-- The small business that every case of the conformance suite starts from; the same text on both databases. Staff 1 Ana, 2 Ben,
-- 3 Chloé (squeeze-in 2), 6 Dora at the other location, 7 Eve retired; room 4 of capacity 2 with 3 squeezed in, equipment 5.
-- Person 1 and the business are there already. Services: 1 Haircut 45 min + 5 after, 2 Colour 35 + 40 developing + 15 with room 4 throughout, 3 retired, 4 Yoga of 3 seats.
INSERT INTO person (id, name, person_group, changed_by) VALUES (2, 'Maya', 'receptionist', 1), (3, 'Gone', 'receptionist', 1);
UPDATE person SET retired_at = 1, version = 2 WHERE id = 3;
INSERT INTO location (id, name, zone, currency) VALUES (1, 'Mitte', 'Europe/Berlin', 'EUR'), (2, 'Beirut', 'Asia/Beirut', 'USD');
INSERT INTO resource (id, location_id, kind, name, capacity, squeeze_capacity)
VALUES (1, 1, 'staff', 'Ana', 1, NULL), (2, 1, 'staff', 'Ben', 1, NULL), (3, 1, 'staff', 'Chloé', 1, 2), (4, 1, 'room', 'Colour room', 2, 3),
       (5, 1, 'equipment', 'Laser', 1, NULL), (6, 2, 'staff', 'Dora', 1, NULL), (7, 1, 'staff', 'Eve', 1, NULL);
UPDATE resource SET retired_at = 1, version = 2 WHERE id = 7;
INSERT INTO service (id, name, price_minor, currency, steps, able, buffer_after, seats)
VALUES (1, 'Haircut', 4200, 'EUR', '[{"length": 2700, "keeps": ["staff"]}]', '[1, 2, 3, 6, 7]', 300, 1),
       (2, 'Colour', 9000, 'EUR', '[{"length": 2100, "keeps": ["staff", "room"]}, {"length": 2400, "keeps": ["room"]},
                                    {"length": 900, "keeps": ["staff", "room"]}]', '[1, 3, 4]', 600, 1),
       (3, 'Perm', 5000, 'EUR', '[{"length": 3600, "keeps": ["staff"]}]', '[1]', 0, 1),
       (4, 'Yoga', 1500, 'EUR', '[{"length": 3600, "keeps": ["staff", "room"]}]', '[2, 4]', 0, 3);
UPDATE service SET retired_at = 1, version = 2 WHERE id = 3;
INSERT INTO client (id, name, phone, email) VALUES (1, 'Lena Fischer', '', ''), (2, 'Omar Haddad', '', ''), (3, '美玲', '', ''),
                                                   (4, 'Merged', '', ''), (5, 'Nora', '', '');
UPDATE client SET merged_into = 1, version = 2 WHERE id = 4;
