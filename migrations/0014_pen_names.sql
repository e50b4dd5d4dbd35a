-- Pen-names: other names that members write under, in groups that allow them.

-- What a group allows; no row: neither.
CREATE TABLE pen_settings (
    group_id BLOB PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
    allows_pen_names INTEGER NOT NULL,
    allows_nameless INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A name under which something was written: a pen-name, or for one thread the want of any. What was written keeps its
-- pen, so a new pen-name rewrites nothing. Its id leaves the database on no page.
CREATE TABLE pens (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    -- Who holds it; nothing once nobody is to know any more.
    person_id BLOB REFERENCES people (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    -- The name as it is compared with others.
    likeness TEXT NOT NULL,
    nameless INTEGER NOT NULL,
    -- Of a nameless one: its holder began a thread with it.
    began INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX pens_by_likeness ON pens (group_id, likeness) WHERE nameless = 0;
CREATE INDEX pens_of_person ON pens (person_id, group_id);

-- The pen-name that a member has chosen for now.
CREATE TABLE pen_names (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    pen_id BLOB NOT NULL REFERENCES pens (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pen_names_of_person ON pen_names (person_id);
CREATE INDEX pen_names_of_pen ON pen_names (pen_id);

-- A facilitator asks to know who holds a pen; it takes a second one.
CREATE TABLE pen_requests (
    pen_id BLOB PRIMARY KEY REFERENCES pens (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    asked_by BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pen_requests_of_person ON pen_requests (asked_by);

-- A second one has agreed: the two of them know it until then.
CREATE TABLE pen_openings (
    pen_id BLOB PRIMARY KEY REFERENCES pen_requests (pen_id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    agreed_by BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    opened_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pen_openings_of_person ON pen_openings (agreed_by);

-- Under which pen it stands; nothing: under its author's own name. With a pen there is no author_id.
ALTER TABLE posts ADD COLUMN pen_id BLOB;
CREATE INDEX posts_of_pen ON posts (pen_id) WHERE pen_id IS NOT NULL;
-- An ask keeps its asker, whom its offers go to, and shows the pen.
ALTER TABLE asks ADD COLUMN pen_id BLOB;
