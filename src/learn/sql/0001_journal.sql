-- People, what they sat, and what happened in it. Events are the truth: rows are only ever added.
CREATE TABLE learner (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    picture TEXT NOT NULL,
    sector TEXT NOT NULL,
    lang TEXT NOT NULL,
    pin TEXT,
    guest INTEGER NOT NULL,
    created INTEGER NOT NULL,
    used INTEGER NOT NULL,
    head_seq INTEGER NOT NULL DEFAULT 0,
    head_hash BLOB
) STRICT;
CREATE UNIQUE INDEX learner_name ON learner (name) WHERE name IS NOT NULL;

CREATE TABLE setting (
    learner INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (learner, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE sitting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    learner INTEGER NOT NULL REFERENCES learner (id),
    exam TEXT NOT NULL,
    bank TEXT NOT NULL,
    bank_version TEXT NOT NULL,
    sector TEXT NOT NULL,
    law_lang TEXT NOT NULL,
    form_number INTEGER NOT NULL,
    form_seed INTEGER NOT NULL,
    only_section INTEGER NOT NULL,
    started INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;
CREATE INDEX sitting_learner ON sitting (learner, started);

CREATE TABLE sitting_item (
    sitting INTEGER NOT NULL REFERENCES sitting (id),
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    section INTEGER NOT NULL,
    item TEXT NOT NULL,
    slot TEXT NOT NULL,
    places INTEGER NOT NULL,
    play_ms INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (sitting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    sitting INTEGER NOT NULL REFERENCES sitting (id),
    kind INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    identity INTEGER NOT NULL,
    value INTEGER NOT NULL,
    utc INTEGER NOT NULL,
    payload BLOB,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX event_sitting ON event (sitting, seq);

CREATE TABLE result (
    sitting INTEGER PRIMARY KEY REFERENCES sitting (id),
    reason INTEGER NOT NULL,
    points INTEGER NOT NULL,
    scale INTEGER NOT NULL,
    right_count INTEGER NOT NULL,
    item_count INTEGER NOT NULL,
    section_0 INTEGER NOT NULL,
    section_1 INTEGER NOT NULL
) STRICT;

CREATE TRIGGER event_keeps_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_keeps_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TRIGGER item_keeps_update BEFORE UPDATE ON sitting_item BEGIN SELECT RAISE(ABORT, 'a form is never changed'); END;
CREATE TRIGGER item_keeps_delete BEFORE DELETE ON sitting_item BEGIN SELECT RAISE(ABORT, 'a form is never removed'); END;
