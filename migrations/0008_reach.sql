-- How a person is reached when they are away, and what waits to be done.

-- Work that outlives a restart. What is due is claimed by moving `due_at` on: whoever dies with it in hand
-- leaves it to be claimed again. `claims` tells one claim from the next;
-- `tries` counts those that came to nothing. `task` holds numbers and fixed words,
-- never what somebody wrote.
CREATE TABLE jobs (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    about BLOB NOT NULL,
    task TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    tries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX jobs_by_time ON jobs (due_at);

-- In whose time the hours of quiet are, and on which days of the week there are no others (bit 0: Monday).
ALTER TABLE quiet_settings ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE quiet_settings ADD COLUMN quiet_weekdays INTEGER NOT NULL DEFAULT 0;

-- Where somebody wishes to be written to. Nothing is sent there but the link to confirm it, until it is confirmed.
-- The secrets stand in links of letters, so they are kept as they are.
CREATE TABLE mail_addresses (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    confirm_secret TEXT NOT NULL UNIQUE,
    stop_secret TEXT NOT NULL UNIQUE,
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT, WITHOUT ROWID;

-- No more letters: the person asked for that, or the address refused one for good.
CREATE TABLE mail_stops (
    person_id BLOB PRIMARY KEY REFERENCES mail_addresses (person_id) ON DELETE CASCADE,
    why TEXT NOT NULL,
    stopped_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A browser that a person let Kith notify.
CREATE TABLE devices (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    endpoint TEXT NOT NULL,
    public_key BLOB NOT NULL,
    secret BLOB NOT NULL,
    label TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    UNIQUE (person_id, endpoint)
) STRICT, WITHOUT ROWID;

-- Keys that the place made for itself.
CREATE TABLE place_keys (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How soon a member wishes to hear of a group; no row: the default of domain/reach.
CREATE TABLE reach_choices (
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    how_soon TEXT NOT NULL,
    PRIMARY KEY (group_id, person_id),
    FOREIGN KEY (group_id, person_id) REFERENCES memberships (group_id, person_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- When a person is next told of a day and of a week, from when on the next letter counts, and when they were
-- last told at once.
CREATE TABLE reach_times (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    next_daily_at INTEGER NOT NULL,
    daily_from INTEGER NOT NULL,
    next_weekly_at INTEGER NOT NULL,
    weekly_from INTEGER NOT NULL,
    told_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reach_times_daily ON reach_times (next_daily_at);
CREATE INDEX reach_times_weekly ON reach_times (next_weekly_at);

-- Notices that may yet be told outside the page. Without `due_at`: nobody has looked yet how soon.
CREATE TABLE reach_waiting (
    notice_id BLOB PRIMARY KEY REFERENCES notices (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    due_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reach_waiting_of_person ON reach_waiting (person_id);
CREATE INDEX reach_waiting_due ON reach_waiting (due_at);

-- What was written in a group in a span of time: the digest, and the count in the letter of a day or week.
CREATE INDEX posts_by_time ON posts (group_id, written_at);
