-- Two hosts together come to read a group, for a time. A request is of a number; whether a group has it, nobody is told
-- who asks, so it refers to nothing.
CREATE TABLE glass_requests (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL,
    asked_by BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX glass_requests_of_person ON glass_requests (asked_by);
CREATE INDEX glass_requests_of_group ON glass_requests (group_id);

CREATE TABLE glass_openings (
    glass_id BLOB PRIMARY KEY REFERENCES glass_requests (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    agreed_by BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    opened_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX glass_openings_of_person ON glass_openings (agreed_by);
CREATE INDEX glass_openings_of_group ON glass_openings (group_id, until_at);

-- A hidden post that is out of sight for its author and the facilitators too, but in the drill that follows.
ALTER TABLE hidings ADD COLUMN quarantined INTEGER NOT NULL DEFAULT 0;

-- What should not have been said was: what is done about it. No words of it.
CREATE TABLE breaches (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    post_id BLOB NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    begun_by BLOB,
    -- When somebody first knew: the 72 hours count from then.
    known_at INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    -- How many were members then, and who of them may have seen it is in breach_seen until it ends.
    members INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    -- The least possible record, without a name.
    facts TEXT NOT NULL
) STRICT;
CREATE INDEX breaches_of_group ON breaches (group_id, id);
CREATE INDEX breaches_of_post ON breaches (post_id);

-- Who may have seen it, by what is kept for "new since your last visit". Goes when the drill ends.
CREATE TABLE breach_seen (
    breach_id BLOB NOT NULL REFERENCES breaches (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    how TEXT NOT NULL,
    PRIMARY KEY (breach_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX breach_seen_of_person ON breach_seen (person_id);

CREATE TABLE breach_steps (
    breach_id BLOB NOT NULL REFERENCES breaches (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    step TEXT NOT NULL,
    done_by BLOB,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (breach_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_ends (
    breach_id BLOB PRIMARY KEY REFERENCES breaches (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    outcome TEXT NOT NULL,
    ended_by BLOB,
    ended_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
