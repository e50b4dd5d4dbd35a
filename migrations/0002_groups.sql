-- Closed circles of people. Every row that belongs to a group carries group_id:
-- leaving is one delete, and a group is the unit by which data can be split.

CREATE TABLE groups (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    told_to_newcomers TEXT NOT NULL,
    vouches_needed INTEGER NOT NULL,
    -- Counts what happened in this group, in the order of commits. The order of pages,
    -- of "new since", and of the live stream comes from here, never from a clock.
    sequence INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE memberships (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    capacity TEXT NOT NULL,
    invited_by BLOB,
    joined_at INTEGER NOT NULL,
    shows_presence INTEGER NOT NULL,
    PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_of_person ON memberships (person_id);
-- How many of which role and capacity, without a look at the rows: it stands over every button that sends.
CREATE INDEX memberships_counted ON memberships (group_id, role, capacity, shows_presence);

-- How far a member has read: what came after `before_sequence` is new on this visit.
CREATE TABLE visits (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    before_sequence INTEGER NOT NULL,
    seen_sequence INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE topics (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX topics_of_group ON topics (group_id);

CREATE TABLE agreements (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    written_by BLOB,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (group_id, version)
) STRICT;

CREATE TABLE acceptances (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    accepted_at INTEGER NOT NULL,
    PRIMARY KEY (group_id, person_id, version)
) STRICT, WITHOUT ROWID;

-- What facilitators did, readable by every member.
CREATE TABLE facilitation_log (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    done_by BLOB,
    act TEXT NOT NULL,
    about TEXT NOT NULL,
    reason TEXT NOT NULL,
    done_at INTEGER NOT NULL
) STRICT;
CREATE INDEX facilitation_log_of_group ON facilitation_log (group_id, id);
