-- What people say to one another outside the groups they share. A conversation belongs to no group: it is
-- a unit of its own, by which data could be split as by a group, and each of its rows carries conversation_id.

CREATE TABLE conversations (
    id BLOB PRIMARY KEY,
    -- 'two' stays between two people; 'several' may take in more.
    kind TEXT NOT NULL,
    -- Counts what happened in it, in the order of commits, as a group's does.
    sequence INTEGER NOT NULL,
    -- How long what is said stays: 'keep', '30_days', '7_days', '1_day'.
    retention TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who is in it. A seat that has ended says up to where its person may read.
CREATE TABLE seats (
    conversation_id BLOB NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- Of the conversation's count: theirs is what comes after the first, up to the second where there is one.
    from_sequence INTEGER NOT NULL,
    until_sequence INTEGER,
    -- They left by their own wish, and see it no more.
    left_it INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    -- How far they have read, and the newest that somebody else said.
    seen_sequence INTEGER NOT NULL,
    news_sequence INTEGER NOT NULL,
    muted INTEGER NOT NULL,
    -- Of the person's own count (inboxes): when this conversation last moved for them.
    moved_sequence INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX seats_of_person ON seats (person_id, moved_sequence);

-- Each person's own count of what reached them: the order of their conversations, without a clock.
CREATE TABLE inboxes (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
    id BLOB PRIMARY KEY,
    conversation_id BLOB NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    -- Nobody: somebody whose account has ended.
    author_id BLOB,
    -- 'words', or what the conversation says of itself: 'added', 'left', 'parted', 'retention'.
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    -- Whom or what such a line is about.
    about_id BLOB,
    detail TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    changed_sequence INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_of_conversation ON messages (conversation_id, sequence);
CREATE INDEX messages_by_change ON messages (conversation_id, changed_sequence);
CREATE INDEX messages_by_time ON messages (conversation_id, written_at);
CREATE INDEX messages_of_author ON messages (author_id);

-- Taken back by its author: the text is gone for everyone, the place stays.
CREATE TABLE message_withdrawals (
    message_id BLOB PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    conversation_id BLOB NOT NULL,
    withdrawn_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who wishes not to be written to by whom. Told to nobody.
CREATE TABLE blocks (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    blocked_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    blocked_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, blocked_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_of_blocked ON blocks (blocked_id);

-- How messages reach a person; no row: the defaults of domain/messages.
CREATE TABLE message_settings (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    takes_messages INTEGER NOT NULL,
    shows_typing INTEGER NOT NULL,
    shows_reading INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What an author's messages have told of somebody, as told_pieces does for posts.
CREATE TABLE told_in_messages (
    message_id BLOB NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    conversation_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    class TEXT NOT NULL,
    piece_key INTEGER NOT NULL,
    log_share INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (message_id, class, piece_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_in_messages_of_author ON told_in_messages (conversation_id, person_id, told_at);

-- A notice of a message says only that there is one. Its group is one that both are in.
ALTER TABLE notices ADD COLUMN conversation_id BLOB;
