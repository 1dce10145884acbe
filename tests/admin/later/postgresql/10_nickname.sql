-- A migration such as the next release might bring, for tests: it touches a table with rows, and makes one that it fills from them.
ALTER TABLE client ADD COLUMN nickname TEXT NOT NULL DEFAULT '' CONSTRAINT nickname CHECK (length(nickname) <= 400);
CREATE TABLE later (id BIGINT PRIMARY KEY, clients BIGINT NOT NULL);
INSERT INTO later SELECT 1, count(*) FROM client;
GRANT SELECT ON later TO frontdesk_manager;
ALTER TABLE later OWNER TO frontdesk_owner;
