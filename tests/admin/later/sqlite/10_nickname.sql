-- See the other dialect's.
ALTER TABLE client ADD COLUMN nickname TEXT NOT NULL DEFAULT '' CONSTRAINT nickname CHECK (length(nickname) <= 400);
CREATE TABLE later (id INTEGER PRIMARY KEY, clients INTEGER NOT NULL) STRICT;
INSERT INTO later SELECT 1, count(*) FROM client;
