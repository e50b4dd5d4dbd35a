-- What a member is told about, without content; and reports of posts.

CREATE TABLE notices (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    post_id BLOB,
    admission_id BLOB,
    told_at INTEGER NOT NULL,
    read_at INTEGER
) STRICT;
CREATE INDEX notices_of_person ON notices (person_id, id);
CREATE INDEX notices_unread ON notices (person_id) WHERE read_at IS NULL;

CREATE TABLE reports (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    post_id BLOB NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    reported_by BLOB,
    -- The author at the time: when a facilitator, the report goes round them.
    about_id BLOB,
    reason TEXT NOT NULL,
    reported_at INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_of_group ON reports (group_id, id);

CREATE TABLE report_closings (
    report_id BLOB PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    closed_by BLOB,
    outcome TEXT NOT NULL,
    closed_at INTEGER NOT NULL
) STRICT;
