-- An ask under a pen stays when its asker's account ends, and ends when its time comes: its going in that moment would
-- tell whose it was. From then on it has no asker. (The column is made anew: a column cannot change what it refers to.)
ALTER TABLE asks ADD COLUMN asked_by BLOB REFERENCES people (id) ON DELETE SET NULL;
UPDATE asks SET asked_by = asker_id;
DROP INDEX asks_of_asker;
ALTER TABLE asks DROP COLUMN asker_id;
ALTER TABLE asks RENAME COLUMN asked_by TO asker_id;
CREATE INDEX asks_of_asker ON asks (asker_id, id);
