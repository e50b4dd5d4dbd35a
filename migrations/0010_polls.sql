-- A question with choices, under the post that asks it.

-- How a group shows what was voted openly; no row: at once.
CREATE TABLE poll_settings (
    group_id BLOB PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
    shows TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE polls (
    post_id BLOB PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    -- As the group had chosen when it was asked: what was said under one promise stays under it.
    shows TEXT NOT NULL,
    closes_at INTEGER,
    -- How many have voted in an anonymous one: whether it may be shown is all that this is for.
    voted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX polls_of_group ON polls (group_id);

CREATE TABLE poll_choices (
    post_id BLOB NOT NULL REFERENCES polls (post_id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (post_id, place)
) STRICT, WITHOUT ROWID;

-- Closed by somebody before its time.
CREATE TABLE poll_closings (
    post_id BLOB PRIMARY KEY REFERENCES polls (post_id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    closed_by BLOB,
    closed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- An open poll: who chose what. A ballot is the places chosen, the first choice first: "2", "0,3".
CREATE TABLE poll_votes (
    post_id BLOB NOT NULL REFERENCES polls (post_id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    ballot TEXT NOT NULL,
    PRIMARY KEY (post_id, person_id)
) STRICT, WITHOUT ROWID;

-- An anonymous poll. That somebody has voted, until it closes; and how often each ballot was cast. There is no row
-- for a vote: nothing that could be joined, no time, no id, no order but that of the keys.
CREATE TABLE poll_voters (
    post_id BLOB NOT NULL REFERENCES polls (post_id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (post_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE poll_tallies (
    post_id BLOB NOT NULL REFERENCES polls (post_id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    ballot TEXT NOT NULL,
    cast_times INTEGER NOT NULL,
    PRIMARY KEY (post_id, ballot)
) STRICT, WITHOUT ROWID;
