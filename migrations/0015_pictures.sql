-- Pictures and documents: first of who sends them, then of the post or message that they are said with. Only what was
-- made anew from a file is kept (pictures in a few sizes), never the file. The bytes stand in the database: what is
-- deleted with the words is gone with them, in the same transaction.
CREATE TABLE files (
    id BLOB PRIMARY KEY,
    group_id BLOB REFERENCES groups (id) ON DELETE CASCADE,
    conversation_id BLOB REFERENCES conversations (id) ON DELETE CASCADE,
    -- Who sent it, until it is said; then nobody: whose it is says the post or the message.
    person_id BLOB REFERENCES people (id) ON DELETE CASCADE,
    post_id BLOB REFERENCES posts (id) ON DELETE CASCADE,
    message_id BLOB REFERENCES messages (id) ON DELETE CASCADE,
    -- 'arriving', 'ready'
    state TEXT NOT NULL,
    -- 'picture', 'document'; empty while it arrives
    kind TEXT NOT NULL,
    -- How long the file is, and how much of it has come.
    bytes INTEGER NOT NULL,
    arrived INTEGER NOT NULL,
    -- What can be seen, in words; empty where its sender left it so.
    alternative TEXT NOT NULL,
    -- Among the files of one post.
    place INTEGER NOT NULL,
    -- When it goes; nothing once it is said.
    goes_at INTEGER
) STRICT;
CREATE INDEX files_of_post ON files (post_id, place);
CREATE INDEX files_of_message ON files (message_id, place);
CREATE INDEX files_of_sender ON files (person_id);
CREATE INDEX files_by_end ON files (goes_at);
CREATE INDEX files_of_group ON files (group_id);
CREATE INDEX files_of_conversation ON files (conversation_id);

-- What has come of a file so far.
CREATE TABLE file_pieces (
    file_id BLOB NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    group_id BLOB,
    begins INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file_id, begins)
) STRICT;

-- What was made of it: WebP without metadata.
CREATE TABLE file_versions (
    file_id BLOB NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    group_id BLOB,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file_id, name)
) STRICT;

-- So that a page asks for files only where there are some.
ALTER TABLE posts ADD COLUMN file_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN file_count INTEGER NOT NULL DEFAULT 0;
