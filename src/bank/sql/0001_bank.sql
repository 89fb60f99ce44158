-- A bank. Text rows stand in clustered tables, so that one item is read with a few seeks. `owner` is an
-- item, or the group whose stimulus several items share. Sounds and pictures have tables of their own.
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL, title TEXT NOT NULL, version TEXT NOT NULL, licence TEXT NOT NULL,
    items INTEGER NOT NULL, pictures INTEGER NOT NULL, clips INTEGER NOT NULL,
    entries INTEGER NOT NULL,   -- rows of the manifest
    blocks BLOB NOT NULL,       -- SHA-256 of each 256 rows of the manifest
    hash BLOB NOT NULL          -- SHA-256 of all that stands above
) STRICT;
CREATE TABLE manifest (         -- name: kind, space, id; in byte order of the names
    seq INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash BLOB NOT NULL, ms INTEGER NOT NULL
) STRICT;

CREATE TABLE item (
    id TEXT PRIMARY KEY, slot TEXT NOT NULL, sector TEXT NOT NULL, tag TEXT, grp TEXT,
    unit INTEGER NOT NULL, level INTEGER NOT NULL,
    warm_up INTEGER NOT NULL, spoken INTEGER NOT NULL, numeric INTEGER NOT NULL,
    ask TEXT, trap1 TEXT, trap2 TEXT, trap3 TEXT,
    contrast0 TEXT, contrast1 TEXT, contrast2 TEXT, contrast3 TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE option (
    item TEXT NOT NULL, place INTEGER NOT NULL, text TEXT, respelled TEXT, picture TEXT,
    PRIMARY KEY (item, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE why (
    item TEXT NOT NULL, lang INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (item, lang)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_fact (
    item TEXT NOT NULL, seq INTEGER NOT NULL, fact TEXT NOT NULL, PRIMARY KEY (item, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE stimulus (
    owner TEXT PRIMARY KEY, picture TEXT, passage TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE turn (
    owner TEXT NOT NULL, seq INTEGER NOT NULL, voice TEXT NOT NULL, text TEXT NOT NULL, respelled TEXT,
    PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE gloss (
    owner TEXT NOT NULL, lang INTEGER NOT NULL, text TEXT, ask TEXT,
    option0 TEXT, option1 TEXT, option2 TEXT, option3 TEXT,
    PRIMARY KEY (owner, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    owner TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT, beside TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE part (
    owner TEXT NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL,
    rows INTEGER NOT NULL, columns INTEGER NOT NULL, head_rows INTEGER NOT NULL, foot_rows INTEGER NOT NULL,
    PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE cell (
    owner TEXT NOT NULL, part INTEGER NOT NULL, seq INTEGER NOT NULL,
    text TEXT, picture TEXT, head INTEGER NOT NULL, bold INTEGER NOT NULL, tick INTEGER NOT NULL,
    align INTEGER NOT NULL, span INTEGER NOT NULL,
    PRIMARY KEY (owner, part, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE chart (
    owner TEXT PRIMARY KEY, kind INTEGER NOT NULL, unit TEXT, points INTEGER NOT NULL, series INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE chart_label (
    owner TEXT NOT NULL, seq INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE chart_series (
    owner TEXT NOT NULL, seq INTEGER NOT NULL, name TEXT, PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE chart_value (
    owner TEXT NOT NULL, seq INTEGER NOT NULL, value REAL NOT NULL, PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

-- What forms are assembled from: clustered by slot and shuffle key, each row with its own check.
CREATE TABLE entry (
    slot TEXT NOT NULL, shuffle INTEGER NOT NULL, id TEXT NOT NULL,
    sector TEXT NOT NULL, tag TEXT, grp TEXT, grp_seq INTEGER, fact TEXT,
    unit INTEGER NOT NULL, level INTEGER NOT NULL, rising INTEGER NOT NULL, play_ms INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    PRIMARY KEY (slot, shuffle, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_group ON entry (grp, grp_seq) WHERE grp IS NOT NULL;
CREATE TABLE warm_up (
    section TEXT NOT NULL, seq INTEGER NOT NULL, item TEXT NOT NULL, PRIMARY KEY (section, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (id TEXT PRIMARY KEY, svg BLOB NOT NULL) STRICT;
CREATE TABLE picture_name (
    id TEXT NOT NULL, lang INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id, lang)
) STRICT, WITHOUT ROWID;
CREATE TABLE clip (             -- recipe: what it was made from, for the next build
    id TEXT PRIMARY KEY, ms INTEGER NOT NULL, recipe BLOB NOT NULL, opus BLOB NOT NULL
) STRICT;

CREATE TABLE lexicon (          -- words whose sound is told by hand; list: 'words'
    list TEXT NOT NULL, seq INTEGER NOT NULL, word TEXT NOT NULL, respelled TEXT NOT NULL,
    PRIMARY KEY (list, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE slot (
    id TEXT PRIMARY KEY, section TEXT NOT NULL, field TEXT NOT NULL, options TEXT NOT NULL,
    entries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE slot_says (
    slot TEXT NOT NULL, lang INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (slot, lang)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule (
    pattern TEXT NOT NULL, seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    apart TEXT, spread TEXT, one_group INTEGER NOT NULL,
    PRIMARY KEY (pattern, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule_slot (
    pattern TEXT NOT NULL, rule INTEGER NOT NULL, seq INTEGER NOT NULL, slot TEXT NOT NULL,
    PRIMARY KEY (pattern, rule, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    exam TEXT NOT NULL, seq INTEGER NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (exam, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact (
    id TEXT PRIMARY KEY, law TEXT NOT NULL, since TEXT, review_by TEXT, grade TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE fact_says (
    fact TEXT NOT NULL, lang INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (fact, lang)
) STRICT, WITHOUT ROWID;
