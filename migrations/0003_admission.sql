-- How somebody comes in: an invitation, answers, an accepted agreement, vouches, a decision.

CREATE TABLE invitations (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL UNIQUE,
    code_hash BLOB NOT NULL UNIQUE,
    inviter_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- The inviter's own word on how they know the newcomer: the first vouch.
    how_known TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invitations_of_group ON invitations (group_id);

-- Single use: the row is there once it was used or taken back.
CREATE TABLE invitation_ends (
    invitation_id BLOB PRIMARY KEY REFERENCES invitations (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    used_by BLOB,
    ended_at INTEGER NOT NULL
) STRICT;

CREATE TABLE group_questions (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (group_id, position)
) STRICT;

-- A newcomer on the way in. `submitted_at` is null until they have answered and accepted.
CREATE TABLE admissions (
    id BLOB PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    inviter_id BLOB NOT NULL,
    capacity TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    submitted_at INTEGER
) STRICT;
CREATE INDEX admissions_of_group ON admissions (group_id);
CREATE INDEX admissions_of_person ON admissions (person_id);

CREATE TABLE admission_answers (
    admission_id BLOB NOT NULL REFERENCES admissions (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (admission_id, position)
) STRICT;

CREATE TABLE vouches (
    admission_id BLOB NOT NULL REFERENCES admissions (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    voucher_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    how_known TEXT NOT NULL,
    vouched_at INTEGER NOT NULL,
    PRIMARY KEY (admission_id, voucher_id)
) STRICT;

CREATE TABLE admission_decisions (
    admission_id BLOB PRIMARY KEY REFERENCES admissions (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    outcome TEXT NOT NULL,
    decided_by BLOB,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    decided_at INTEGER NOT NULL
) STRICT;

-- The newcomer took the request back, or began anew. Beside the decision, not instead of it: who was
-- refused in silence can take back too, and sees no difference.
CREATE TABLE admission_withdrawals (
    admission_id BLOB PRIMARY KEY REFERENCES admissions (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL,
    withdrawn_at INTEGER NOT NULL
) STRICT;
