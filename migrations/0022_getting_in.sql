-- Getting in: passkeys, codes from a phone, the way back for who has lost all of it, and what a person is told of that.

-- When whoever sits there last showed that it is them; null: not since they signed in with an older Kith.
ALTER TABLE sessions ADD COLUMN confirmed_at INTEGER;

-- The public half of a passkey; the other never leaves the device or its keeper. Of the last use only the day.
CREATE TABLE passkeys (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    credential_id BLOB NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    label TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    used_on INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_of_person ON passkeys (person_id);

-- By what devices tell people apart: random, the same on all devices of one person, known to nobody else.
CREATE TABLE passkey_handles (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    handle BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A question that a device is to answer once. With a person: to make a passkey for them; without: to show one.
CREATE TABLE ceremonies (
    challenge_hash BLOB PRIMARY KEY,
    person_id BLOB REFERENCES people (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ceremonies_by_time ON ceremonies (expires_at);

-- The secret that an app counts codes out of. Without `confirmed_at`: it was shown, and no code of it has come yet.
-- `last_step` is the step of the last code that was taken; none of before is taken again.
CREATE TABLE code_keys (
    person_id BLOB PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    secret BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    last_step INTEGER NOT NULL,
    wrong_in_a_row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_codes (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (person_id, code_hash)
) STRICT, WITHOUT ROWID;

-- The password was right; the code is still to come.
CREATE TABLE half_sign_ins (
    secret_hash BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    tries INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX half_sign_ins_by_time ON half_sign_ins (expires_at);

-- Somebody has lost every way in, and asks to be let in again with a new password. Without a person: nobody has that
-- address; the row is there all the same, so that the two cost the same. `due_at` stands once enough members have
-- vouched.
CREATE TABLE recoveries (
    id BLOB PRIMARY KEY,
    person_id BLOB REFERENCES people (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    due_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX recoveries_of_person ON recoveries (person_id);
CREATE INDEX recoveries_by_time ON recoveries (expires_at);
CREATE INDEX recoveries_due ON recoveries (due_at);

-- A member's word that they have spoken with the person, and a group that both are in.
CREATE TABLE recovery_vouches (
    recovery_id BLOB NOT NULL REFERENCES recoveries (id) ON DELETE CASCADE,
    voucher_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    vouched_at INTEGER NOT NULL,
    PRIMARY KEY (recovery_id, voucher_id)
) STRICT, WITHOUT ROWID;

-- What happened with an account, for its person alone. `about` is who vouched, where somebody did.
CREATE TABLE account_log (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    deed TEXT NOT NULL,
    label TEXT NOT NULL,
    about BLOB REFERENCES people (id) ON DELETE SET NULL,
    done_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX account_log_of_person ON account_log (person_id, id);
CREATE INDEX account_log_by_time ON account_log (done_at);
