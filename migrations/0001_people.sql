-- Who there is: people, how they sign in, who hosts, and the place itself.
-- Time is milliseconds since 1970 (UTC), ids are 16 bytes, yes/no is 1/0.
-- Small tables that are looked up by their key are kept in its order (WITHOUT ROWID): one search, not two.

CREATE TABLE place (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT;

-- The link that `kith serve` prints at the first start; used once.
CREATE TABLE host_links (
    token_hash BLOB PRIMARY KEY,
    made_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    id BLOB PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    capacity TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    joined_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hosts (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE practice_fields (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    PRIMARY KEY (person_id, field)
) STRICT, WITHOUT ROWID;

-- What a person has set about being reached; no row: the defaults of domain/people.
CREATE TABLE quiet_settings (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    quiet_from_minute INTEGER NOT NULL,
    quiet_until_minute INTEGER NOT NULL,
    quiet_all_day INTEGER NOT NULL,
    notice_reactions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A browser's session or a token for programs. Only the hash of the secret is kept,
-- and of the last use only the day.
CREATE TABLE sessions (
    secret_hash BLOB PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    used_on INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of_person ON sessions (person_id);

-- What has been done already under an idempotency key. A key begins with the time where the form
-- carried one, so that what is done at one time lies together.
CREATE TABLE done_once (
    key_hash BLOB PRIMARY KEY,
    location TEXT NOT NULL,
    thing TEXT NOT NULL,
    done_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX done_once_by_time ON done_once (done_at);
