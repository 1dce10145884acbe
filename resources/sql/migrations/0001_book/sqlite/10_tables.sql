-- The book's tables. resources/sql/README.md explains units and conventions; the PostgreSQL twin of this file has the same
-- columns in the same order. Instants are UTC seconds, lengths seconds, money minor units, flags 0 or 1, ends half-open.

CREATE TABLE schema_migration (
  number          INTEGER PRIMARY KEY,
  name            TEXT NOT NULL,
  applied_at      INTEGER NOT NULL DEFAULT (unixepoch()),
  oldest_program  INTEGER NOT NULL          -- the lowest schema number a program must know to be allowed to write
) STRICT;

CREATE TABLE person (
  id           INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  name         TEXT NOT NULL CONSTRAINT name CHECK (length(name) BETWEEN 1 AND 400),
  person_group TEXT NOT NULL CONSTRAINT known_group CHECK (person_group IN ('receptionist', 'manager', 'auditor', 'online')),
  role         TEXT UNIQUE,                 -- the PostgreSQL login; null on SQLite
  retired_at   INTEGER,
  version      INTEGER NOT NULL DEFAULT 1,
  changed_by   INTEGER REFERENCES person,    -- null means "by hand"
  changed_desk TEXT,
  command_id   TEXT
) STRICT;

CREATE TABLE business (
  id           INTEGER PRIMARY KEY CONSTRAINT id CHECK (id = 1),
  name         TEXT NOT NULL,
  undo_seconds INTEGER NOT NULL DEFAULT 180 CONSTRAINT undo_seconds CHECK (undo_seconds BETWEEN 0 AND 86400),
  email_on     INTEGER NOT NULL DEFAULT 0 CONSTRAINT email_on CHECK (email_on IN (0, 1)),
  sms_on       INTEGER NOT NULL DEFAULT 0 CONSTRAINT sms_on CHECK (sms_on IN (0, 1)),
  version      INTEGER NOT NULL DEFAULT 1,
  changed_by   INTEGER REFERENCES person,
  changed_desk TEXT,
  command_id   TEXT
) STRICT;

CREATE TABLE location (
  id             INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  name           TEXT NOT NULL CONSTRAINT name CHECK (length(name) BETWEEN 1 AND 400),
  zone           TEXT NOT NULL CONSTRAINT zone CHECK (length(zone) > 0),            -- IANA name
  currency       TEXT NOT NULL CONSTRAINT currency CHECK (length(currency) = 3),        -- ISO 4217
  country        TEXT NOT NULL DEFAULT 'DE' CONSTRAINT country CHECK (length(country) = 2), -- ISO 3166, how a phone typed without +… is read
  hours          TEXT NOT NULL DEFAULT '{}' CONSTRAINT hours CHECK (json_valid(hours)),                       -- {"1": [["09:00","18:00"]], …}, ISO weekday, wall time
  grid_minutes   INTEGER NOT NULL DEFAULT 15 CONSTRAINT grid_minutes CHECK (grid_minutes BETWEEN 1 AND 240),
  notice_minutes INTEGER NOT NULL DEFAULT 0 CONSTRAINT notice_minutes CHECK (notice_minutes >= 0),
  retired_at     INTEGER,
  version        INTEGER NOT NULL DEFAULT 1,
  changed_by     INTEGER REFERENCES person,
  changed_desk   TEXT,
  command_id     TEXT
) STRICT;

CREATE TABLE resource (
  id               INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  location_id      INTEGER NOT NULL REFERENCES location,
  kind             TEXT NOT NULL CONSTRAINT kind CHECK (kind IN ('staff', 'room', 'equipment')),
  name             TEXT NOT NULL CONSTRAINT name CHECK (length(name) BETWEEN 1 AND 400),
  initials         TEXT NOT NULL DEFAULT '',
  capacity         INTEGER NOT NULL DEFAULT 1 CONSTRAINT capacity CHECK (capacity BETWEEN 1 AND 10000),
  squeeze_capacity INTEGER,                                          -- null: the same as capacity
  hours            TEXT NOT NULL DEFAULT '{}' CONSTRAINT hours CHECK (json_valid(hours)),                     -- as location.hours; a gap inside a day is a break
  position         INTEGER NOT NULL DEFAULT 0,                       -- order of the columns
  retired_at       INTEGER,
  version          INTEGER NOT NULL DEFAULT 1,
  changed_by       INTEGER REFERENCES person,
  changed_desk     TEXT,
  command_id       TEXT,
  CONSTRAINT squeeze_capacity CHECK (squeeze_capacity >= capacity)
) STRICT;
CREATE INDEX resource_of_location ON resource (location_id, kind);

CREATE TABLE service (
  id            INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  name          TEXT NOT NULL CONSTRAINT name CHECK (length(name) BETWEEN 1 AND 400),
  category      TEXT NOT NULL DEFAULT '',
  price_minor   INTEGER NOT NULL CONSTRAINT price_minor CHECK (price_minor >= 0),
  currency      TEXT NOT NULL CONSTRAINT currency CHECK (length(currency) = 3),
  colour        TEXT NOT NULL DEFAULT '#2f6fed',                    -- #rrggbb
  steps         TEXT NOT NULL CONSTRAINT steps CHECK (json_valid(steps)),          -- [{"length": 2100, "keeps": ["staff", "room"]}, …]; service_step is written from it
  able          TEXT NOT NULL DEFAULT '[]' CONSTRAINT able CHECK (json_valid(able)),   -- [resource id, …] that can do or host it; service_resource is written from it
  buffer_before INTEGER NOT NULL DEFAULT 0 CONSTRAINT buffer_before CHECK (buffer_before BETWEEN 0 AND 14400),
  buffer_after  INTEGER NOT NULL DEFAULT 0 CONSTRAINT buffer_after CHECK (buffer_after BETWEEN 0 AND 14400),
  seats         INTEGER NOT NULL DEFAULT 1 CONSTRAINT seats CHECK (seats BETWEEN 1 AND 10000), -- more than 1: a group session
  online        INTEGER NOT NULL DEFAULT 0 CONSTRAINT online CHECK (online IN (0, 1)),
  retired_at    INTEGER,
  version       INTEGER NOT NULL DEFAULT 1,
  changed_by    INTEGER REFERENCES person,
  changed_desk  TEXT,
  command_id    TEXT
) STRICT;

-- Written by the triggers of service alone.
CREATE TABLE service_step (
  service_id   INTEGER NOT NULL REFERENCES service,
  step_no      INTEGER NOT NULL,           -- from 0
  starts_after INTEGER NOT NULL,           -- seconds from the appointment's start
  length       INTEGER NOT NULL CONSTRAINT length CHECK (length > 0),
  staff        INTEGER NOT NULL,         -- keeps a staff member busy
  room         INTEGER NOT NULL,
  equipment    INTEGER NOT NULL,
  PRIMARY KEY (service_id, step_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE service_resource (
  service_id  INTEGER NOT NULL REFERENCES service,
  resource_id INTEGER NOT NULL REFERENCES resource,
  PRIMARY KEY (service_id, resource_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
  id           INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  name         TEXT NOT NULL CONSTRAINT name CHECK (length(name) <= 400),
  phone        TEXT NOT NULL DEFAULT '' CONSTRAINT phone CHECK (length(phone) <= 100),   -- as typed
  phone_e164   TEXT CONSTRAINT phone_e164 CHECK (phone_e164 LIKE '+%'),
  phone_last4  TEXT CONSTRAINT phone_last4 CHECK (length(phone_last4) = 4),
  email        TEXT NOT NULL DEFAULT '' CONSTRAINT email CHECK (length(email) <= 320),
  alert        TEXT NOT NULL DEFAULT '',
  alert_stops  INTEGER NOT NULL DEFAULT 0 CONSTRAINT alert_stops CHECK (alert_stops IN (0, 1)),
  note         TEXT NOT NULL DEFAULT '',
  language     TEXT NOT NULL DEFAULT '',
  merged_into  INTEGER REFERENCES client,
  erased_at    INTEGER,
  created_at   INTEGER NOT NULL DEFAULT (unixepoch()),
  version      INTEGER NOT NULL DEFAULT 1,
  changed_by   INTEGER REFERENCES person,
  changed_desk TEXT,
  command_id   TEXT,
  CONSTRAINT name_or_phone CHECK (erased_at IS NOT NULL OR length(name) > 0 OR length(phone) > 0),
  CONSTRAINT erased CHECK (erased_at IS NULL OR (name = '' AND phone = '' AND phone_e164 IS NULL AND phone_last4 IS NULL
                                                 AND email = '' AND alert = '' AND note = ''))
) STRICT;
CREATE INDEX client_phone ON client (phone_e164);

-- Keys folded by the program (models/booking/client_keys.h); prefix search by range on key.
CREATE TABLE client_search (
  key            TEXT NOT NULL,
  client_id      INTEGER NOT NULL REFERENCES client,
  client_version INTEGER NOT NULL,
  PRIMARY KEY (key, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_search_of_client ON client_search (client_id, key);  -- the search asks it of every candidate

CREATE TABLE visit (
  id           INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  note         TEXT NOT NULL DEFAULT '',
  version      INTEGER NOT NULL DEFAULT 1,
  changed_by   INTEGER REFERENCES person,
  changed_desk TEXT,
  command_id   TEXT
) STRICT;
CREATE TABLE series (
  id           INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  rule         TEXT NOT NULL,             -- RFC 5545 RRULE
  version      INTEGER NOT NULL DEFAULT 1,
  changed_by   INTEGER REFERENCES person,
  changed_desk TEXT,
  command_id   TEXT
) STRICT;

-- Written with OR, here and in the guard, because SQLite makes a table of each list of three and more, anew for each use.
-- No foreign keys here and on claim: the triggers judge every reference, rows are never deleted, and on PostgreSQL a foreign
-- key would lock the rows that every booking names (the same location, the same service) and cost a query for each.
CREATE TABLE appointment (
  id             INTEGER PRIMARY KEY CONSTRAINT id CHECK (id > 0), -- none is ever deleted: no AUTOINCREMENT, a page less a booking
  location_id    INTEGER NOT NULL,
  client_id      INTEGER,                        -- null for a block and for a group session
  service_id     INTEGER,                        -- null for a block
  staff_id       INTEGER,                        -- the column it is drawn in; one of the resources in takes
  starts_at      INTEGER NOT NULL,
  ends_at        INTEGER NOT NULL,
  local_start    TEXT NOT NULL,                  -- wall time as promised, yyyy-MM-ddTHH:mm:ss
  zone           TEXT NOT NULL,                  -- IANA zone as promised
  buffer_before  INTEGER NOT NULL DEFAULT 0 CONSTRAINT buffer_before CHECK (buffer_before BETWEEN 0 AND 14400),
  buffer_after   INTEGER NOT NULL DEFAULT 0 CONSTRAINT buffer_after CHECK (buffer_after BETWEEN 0 AND 14400),
  takes          TEXT NOT NULL DEFAULT '[]' CONSTRAINT takes CHECK (json_valid(takes)),    -- [{"resource": 1, "from": 0, "to": 3000, "units": 1}, …] seconds from starts_at
  price_minor    INTEGER NOT NULL DEFAULT 0 CONSTRAINT price_minor CHECK (price_minor >= 0),
  currency       TEXT NOT NULL CONSTRAINT currency CHECK (length(currency) = 3),
  status         TEXT NOT NULL CONSTRAINT status
                 CHECK (status = 'held' OR status = 'booked' OR status = 'arrived' OR status = 'in_service' OR status = 'completed'
                        OR status = 'no_show' OR status = 'cancelled' OR status = 'expired' OR status = 'parked'),
  status_at      INTEGER NOT NULL DEFAULT (unixepoch()),  -- since when it has this status
  status_before  TEXT,                           -- of a cancelled row: the status it had
  status_reason  TEXT NOT NULL DEFAULT '',
  confirmation   TEXT NOT NULL DEFAULT 'not_asked'
                 CONSTRAINT confirmation
                 CHECK (confirmation = 'not_asked' OR confirmation = 'asked' OR confirmation = 'message_left'
                        OR confirmation = 'confirmed' OR confirmation = 'running_late'),
  held_until     INTEGER,                         -- of a held row, else null
  squeezed       INTEGER NOT NULL DEFAULT 0 CONSTRAINT squeezed CHECK (squeezed IN (0, 1)),
  squeeze_reason TEXT NOT NULL DEFAULT '',
  override_reason TEXT NOT NULL DEFAULT '',      -- why a soft rule was passed
  label          TEXT NOT NULL DEFAULT '' CONSTRAINT label CHECK (length(label) <= 400),   -- of a block
  note           TEXT NOT NULL DEFAULT '',
  source         TEXT NOT NULL DEFAULT 'desk' CONSTRAINT source
                 CHECK (source = 'desk' OR source = 'online' OR source = 'import' OR source = 'admin'),
  booking_key    TEXT UNIQUE,
  visit_id       INTEGER,
  series_id      INTEGER,
  session_id     INTEGER,                        -- of a seat: its group session
  seats          INTEGER NOT NULL DEFAULT 1 CONSTRAINT seats CHECK (seats BETWEEN 1 AND 10000),
  created_at     INTEGER NOT NULL DEFAULT (unixepoch()),
  version        INTEGER NOT NULL DEFAULT 1,
  changed_by     INTEGER,
  changed_desk   TEXT,
  command_id     TEXT
) STRICT;
CREATE INDEX appointment_when ON appointment (starts_at, location_id);
CREATE INDEX appointment_of_client ON appointment (client_id, starts_at);
CREATE INDEX appointment_of_visit ON appointment (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX appointment_of_session ON appointment (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX appointment_held ON appointment (held_until) WHERE held_until IS NOT NULL;  -- what the sweeper looks for

-- The booking popup's own hold: drawn at other desks, gone when done, without audit.
CREATE TABLE desk_hold (
  id          INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  desk        TEXT NOT NULL,
  person_id   INTEGER,
  location_id INTEGER NOT NULL,
  service_id  INTEGER,
  staff_id    INTEGER,
  starts_at   INTEGER NOT NULL,
  ends_at     INTEGER NOT NULL,
  takes       TEXT NOT NULL CONSTRAINT takes CHECK (json_valid(takes)),
  held_until  INTEGER NOT NULL
) STRICT;

-- The time that an appointment or a desk hold takes of one resource. Written by triggers alone; no foreign keys, as above. The row
-- lies where the sweep reads, and its id is told by its owner (128 * owner + take_no, of a desk hold the negative), so that the
-- owner's claims are found by its takes: a page a booking instead of three.
CREATE TABLE claim (
  id             INTEGER NOT NULL DEFAULT 0,
  appointment_id INTEGER,
  desk_hold_id   INTEGER,
  take_no        INTEGER NOT NULL,         -- which of its takes, from 0
  resource_id    INTEGER NOT NULL,
  starts_at      INTEGER NOT NULL,
  ends_at        INTEGER NOT NULL,
  units          INTEGER NOT NULL CONSTRAINT units CHECK (units > 0),
  sole           INTEGER NOT NULL,        -- capacity 1, not squeezed
  held_until     INTEGER,
  CONSTRAINT day CHECK (ends_at > starts_at AND ends_at - starts_at <= 86400),
  CONSTRAINT owner CHECK ((appointment_id IS NULL) <> (desk_hold_id IS NULL)),
  PRIMARY KEY (resource_id, starts_at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_run_out ON claim (held_until) WHERE held_until IS NOT NULL;

CREATE TABLE closure (
  id           INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  location_id  INTEGER NOT NULL REFERENCES location,
  starts_at    INTEGER NOT NULL,
  ends_at      INTEGER NOT NULL,
  reason       TEXT NOT NULL DEFAULT '',
  retired_at   INTEGER,
  version      INTEGER NOT NULL DEFAULT 1,
  changed_by   INTEGER REFERENCES person,
  changed_desk TEXT,
  command_id   TEXT,
  CONSTRAINT length CHECK (ends_at > starts_at)
) STRICT;
CREATE TABLE time_off (
  id           INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  resource_id  INTEGER NOT NULL REFERENCES resource,
  starts_at    INTEGER NOT NULL,
  ends_at      INTEGER NOT NULL,
  reason       TEXT NOT NULL DEFAULT '',
  retired_at   INTEGER,
  version      INTEGER NOT NULL DEFAULT 1,
  changed_by   INTEGER REFERENCES person,
  changed_desk TEXT,
  command_id   TEXT,
  CONSTRAINT length CHECK (ends_at > starts_at)
) STRICT;

CREATE TABLE outbox (
  id             INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  kind           TEXT NOT NULL CONSTRAINT kind CHECK (kind IN ('booked', 'moved', 'cancelled', 'reminder', 'correction')),
  channel        TEXT NOT NULL CONSTRAINT channel CHECK (channel IN ('email', 'sms')),
  appointment_id INTEGER NOT NULL REFERENCES appointment,
  command_id     TEXT,
  due            INTEGER NOT NULL,
  not_after      INTEGER NOT NULL,
  sent_at        INTEGER,
  withdrawn_at   INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (due) WHERE sent_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX outbox_of_appointment ON outbox (appointment_id);

-- One row a change, non-personal values only; written by triggers alone.
CREATE TABLE audit (
  id           INTEGER PRIMARY KEY,
  at           INTEGER NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  row_version  INTEGER NOT NULL,
  action       TEXT NOT NULL CONSTRAINT action CHECK (action IN ('insert', 'update')),
  changes      TEXT NOT NULL,              -- JSON {"starts_at": [old, new], …}; old is null on insert
  changed_by   INTEGER,
  changed_desk TEXT,
  command_id   TEXT,
  UNIQUE (table_name, row_id, row_version)
) STRICT;
CREATE INDEX audit_of_command ON audit (command_id) WHERE table_name = 'client' AND action = 'insert'; -- which client it made

-- Personal values of a change, apart, so that erasing a client can clear them; the digest stays.
CREATE TABLE audit_personal (
  audit_id INTEGER NOT NULL REFERENCES audit,
  field    TEXT NOT NULL,
  side     TEXT NOT NULL CONSTRAINT side CHECK (side IN ('old', 'new')),
  salt     TEXT,
  value    TEXT,
  digest   TEXT,                           -- sha256 hex of salt and value, null until sealed
  PRIMARY KEY (audit_id, field, side)
) STRICT;

-- Who is connected, since when, as whom, and which row stands open in a form there.
CREATE TABLE desk (
  id            INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT id CHECK (id > 0),
  name          TEXT NOT NULL UNIQUE,
  person_id     INTEGER REFERENCES person,
  connected_at  INTEGER NOT NULL,
  seen_at       INTEGER NOT NULL,
  editing_table TEXT,
  editing_id    INTEGER
) STRICT;
