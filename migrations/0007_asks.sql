-- Asks for support, the rota of those who listen, and who is around now.

CREATE TABLE asks (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    asker_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    wants TEXT NOT NULL,
    body TEXT NOT NULL,
    by_when TEXT NOT NULL,
    -- The moment that by_when meant when it was sent; none: there is no hurry.
    wanted_by INTEGER,
    reach TEXT NOT NULL,
    field TEXT NOT NULL,
    -- How many people it went to. Written once: a number that shrank would tell of those who passed.
    people INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    -- When somebody first offered, if anybody did. Stays when the offer is taken back.
    first_offer_at INTEGER
) STRICT;
CREATE INDEX asks_of_group ON asks (group_id, id);
CREATE INDEX asks_of_asker ON asks (asker_id, id);

-- Whom an ask reaches: those it was sent to, and peers on duty when nobody had taken it.
CREATE TABLE ask_recipients (
    ask_id BLOB NOT NULL REFERENCES asks (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    how TEXT NOT NULL,
    PRIMARY KEY (ask_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX asks_reaching ON ask_recipients (person_id, ask_id);

CREATE TABLE ask_offers (
    ask_id BLOB NOT NULL REFERENCES asks (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    offered_at INTEGER NOT NULL,
    -- The asker has said "this helped", to this person alone.
    helped_at INTEGER,
    PRIMARY KEY (ask_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ask_offers_of_person ON ask_offers (person_id);

-- Who is not to be asked again. Without a time, read by nothing but what would ask them, gone when the ask ends.
CREATE TABLE ask_passes (
    ask_id BLOB NOT NULL REFERENCES asks (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (ask_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ask_passes_of_person ON ask_passes (person_id);

CREATE TABLE ask_ends (
    ask_id BLOB PRIMARY KEY REFERENCES asks (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    how TEXT NOT NULL,
    -- What the asker answered to "did this help?", for the asker alone.
    helped TEXT NOT NULL,
    ended_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- That an ask came to somebody on duty.
CREATE TABLE ask_duties (
    ask_id BLOB PRIMARY KEY REFERENCES asks (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    reached_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What is to be done with an ask, and when. A row goes in the transaction that does it: once, also over a restart.
CREATE TABLE ask_dues (
    ask_id BLOB NOT NULL REFERENCES asks (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    what TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (ask_id, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX ask_dues_in_time ON ask_dues (due_at);

-- How long asks waited for a first offer; none: nobody offered. Tells of no person and of no ask.
CREATE TABLE ask_paces (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    minutes INTEGER
) STRICT;
CREATE INDEX ask_paces_of_group ON ask_paces (group_id, id);

-- What a group promises to those who ask; no row: as everywhere.
CREATE TABLE ask_settings (
    group_id BLOB PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
    promise_minutes INTEGER NOT NULL,
    -- Minutes of the day in the group's own time zone between which the promise counts.
    day_from_minute INTEGER NOT NULL,
    day_until_minute INTEGER NOT NULL,
    zone TEXT NOT NULL,
    meets TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A turn of a member to listen.
CREATE TABLE rota_turns (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL
) STRICT;
CREATE INDEX rota_turns_of_group ON rota_turns (group_id, until_at);
CREATE INDEX rota_turns_of_person ON rota_turns (person_id, until_at);

-- A turn that its holder asks another to take.
CREATE TABLE rota_swaps (
    turn_id BLOB PRIMARY KEY REFERENCES rota_turns (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    -- The holder would take a turn of the other's in return.
    takes_one_back INTEGER NOT NULL,
    offered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- "I have ten minutes": until when, and in which groups it is seen.
CREATE TABLE around (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    until_at INTEGER NOT NULL,
    PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX around_of_person ON around (person_id);

ALTER TABLE notices ADD COLUMN ask_id BLOB REFERENCES asks (id) ON DELETE CASCADE;
CREATE INDEX notices_of_ask ON notices (ask_id) WHERE ask_id IS NOT NULL;
