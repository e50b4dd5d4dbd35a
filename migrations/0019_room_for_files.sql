-- How much room files take: each its own bytes (while it arrives, as long as it says it is), so that they can be summed
-- up without a look at what they hold; and what each person has sent in a month.
ALTER TABLE files ADD COLUMN kept_bytes INTEGER NOT NULL DEFAULT 0;
UPDATE files SET kept_bytes = bytes WHERE state = 'arriving';
UPDATE files SET kept_bytes =
    (SELECT CAST(COALESCE(SUM(length(file_versions.bytes)), 0) AS INTEGER) FROM file_versions
     WHERE file_versions.file_id = files.id)
    WHERE state = 'ready';
CREATE INDEX files_by_size ON files (kept_bytes);

-- Goes when the month is over.
CREATE TABLE files_sent (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- 202611
    month INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (person_id, month)
) STRICT, WITHOUT ROWID;
