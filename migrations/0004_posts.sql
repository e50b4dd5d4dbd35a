-- What is said. A thread is a post without thread_id; a comment is a post with one.

CREATE TABLE posts (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    thread_id BLOB,
    topic_id BLOB,
    author_id BLOB,
    quoted_id BLOB,
    body TEXT NOT NULL,
    asks INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    edited_at INTEGER,
    -- Of the group's own count: when it was written, when it or its comments last moved, when it last changed.
    sequence INTEGER NOT NULL,
    active_sequence INTEGER NOT NULL,
    changed_sequence INTEGER NOT NULL,
    -- Of a thread: how many comments, who wrote the last, and whether anyone but its author did.
    comment_count INTEGER NOT NULL,
    last_author_id BLOB,
    answered INTEGER NOT NULL
) STRICT;
CREATE INDEX threads_of_group ON posts (group_id, active_sequence) WHERE thread_id IS NULL;
CREATE INDEX comments_of_thread ON posts (thread_id, sequence) WHERE thread_id IS NOT NULL;
CREATE INDEX posts_by_change ON posts (group_id, changed_sequence);
CREATE INDEX posts_of_author ON posts (author_id, group_id);

-- What a post said before it was edited.
CREATE TABLE post_versions (
    post_id BLOB NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (post_id, version)
) STRICT;

-- Taken back by its author: the text is gone, the place in the thread stays.
CREATE TABLE withdrawals (
    post_id BLOB PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    withdrawn_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Hidden by a facilitator: the text is kept, and shown to its author and the facilitators.
CREATE TABLE hidings (
    post_id BLOB PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    hidden_by BLOB,
    reason TEXT NOT NULL,
    hidden_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reactions (
    post_id BLOB NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (post_id, person_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    place TEXT NOT NULL,
    group_id BLOB NOT NULL,
    body TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, place)
) STRICT, WITHOUT ROWID;
