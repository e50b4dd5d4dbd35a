-- The app on the phone.

-- What a browser keeps the pages sealed under that were read in it. It is of the session, and goes with it:
-- whoever ends a session from afar takes from that device what would open them.
CREATE TABLE page_keys (
    session_id BLOB PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether the app's icon may show that something waits. Nobody has asked for it yet.
ALTER TABLE quiet_settings ADD COLUMN badge INTEGER NOT NULL DEFAULT 0;
