-- How something is said, where its author chose more than the words. No row: nothing was chosen.
CREATE TABLE manners (
    post_id BLOB PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    speaks_as TEXT NOT NULL,
    ground TEXT NOT NULL,
    content_note TEXT NOT NULL,
    -- When its words go; nothing once they have gone, or where they stay.
    goes_at INTEGER,
    -- Of the head of a thread: the answers' words go with it.
    answers_go INTEGER NOT NULL,
    -- When its words went, as its author had chosen.
    gone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX manners_by_end ON manners (goes_at) WHERE goes_at IS NOT NULL;
