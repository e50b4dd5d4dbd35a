-- Words that are said later: in a minute, so that they can be taken back before anybody sees them, or when the
-- night is over. Seen by their writer alone; then they are said as if sent at that moment.
CREATE TABLE held_posts (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- What it answers; nothing where it begins a thread.
    under_id BLOB,
    body TEXT NOT NULL,
    -- The rest of the form, as a form is sent: topic, quote, how it is said.
    fields TEXT NOT NULL,
    said_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX held_posts_by_time ON held_posts (said_at);
CREATE INDEX held_posts_of_writer ON held_posts (person_id, group_id);
