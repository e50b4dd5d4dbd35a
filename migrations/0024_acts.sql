-- What is done with power: by facilitators in a group, by whoever runs the machine in the place. A chain of lines for
-- each group and one for the place (its id is sixteen zeros); each line holds a digest of itself and of the line before,
-- so that none can be changed, left out or put elsewhere unseen. How it is made is said in src/domain/acts/chain.hpp.
-- The lines of facilitation_log are moved here at the first start; that table stays, and stays empty.
CREATE TABLE acts (
    chain_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    group_id BLOB REFERENCES groups (id) ON DELETE CASCADE,
    done_by BLOB,
    about_id BLOB,
    act TEXT NOT NULL,
    about TEXT NOT NULL,
    reason TEXT NOT NULL,
    done_at INTEGER NOT NULL,
    -- The names stand in the chain as digests with a salt: when an account ends, name and salt go and the chain holds.
    by_salt BLOB,
    about_salt BLOB,
    by_mark BLOB NOT NULL,
    about_mark BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (chain_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX acts_of_group ON acts (group_id);
CREATE INDEX acts_of_person ON acts (done_by);
CREATE INDEX acts_about_person ON acts (about_id);

-- How long each chain is and its last digest, sealed with a key of the place: an end that is cut off is missed.
CREATE TABLE act_heads (
    chain_id BLOB PRIMARY KEY,
    group_id BLOB REFERENCES groups (id) ON DELETE CASCADE,
    lines INTEGER NOT NULL,
    digest BLOB NOT NULL,
    seal BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX act_heads_of_group ON act_heads (group_id);
