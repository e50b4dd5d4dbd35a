-- The check of what somebody is about to say. No text that was refused is kept anywhere.

-- How a group has set it; no row: nothing is set.
CREATE TABLE screening_settings (
    group_id BLOB PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
    -- What identifies on its own cannot be sent.
    strict INTEGER NOT NULL,
    -- What most members share, and so may know besides.
    same_area INTEGER NOT NULL,
    same_employer INTEGER NOT NULL,
    -- The group's own words and forms, one a line.
    forms TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an author's posts have told of somebody, without its words, so that harmless pieces can be added
-- up over posts. For the author alone; goes when the post is taken back, changed or left behind.
CREATE TABLE told_pieces (
    post_id BLOB NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    class TEXT NOT NULL,
    piece_key INTEGER NOT NULL,
    -- The natural logarithm of a share, in millionths.
    log_share INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (post_id, class, piece_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_pieces_of_author ON told_pieces (group_id, person_id, told_at);

-- What its author has looked at once more and left as it is: a digest of the words, so that a change of
-- the post does not ask again. For the author alone.
CREATE TABLE left_as_is (
    post_id BLOB NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    finding_key INTEGER NOT NULL,
    PRIMARY KEY (post_id, finding_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX left_as_is_of_author ON left_as_is (group_id, person_id);
