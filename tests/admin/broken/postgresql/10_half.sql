-- Fails half-way, for tests: what stands above the mistake must not remain.
ALTER TABLE client ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
CREATE TABLE later (id BIGINT PRIMARY KEY);
INSERT INTO later VALUES (1), (1);
