-- A draft keeps more than its words: what was chosen beside them, as a form is sent. So a poll comes back as a poll, and
-- held words that could not be said come back with their pictures.
ALTER TABLE drafts ADD COLUMN fields TEXT NOT NULL DEFAULT '';
