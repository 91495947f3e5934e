-- Articles, what is found in them, the index that they are searched by, and what the reader made of them.

-- Counts the transactions that changed anything, and says which of them was the last to change a mark.
CREATE TABLE tick (value INTEGER NOT NULL, marks INTEGER NOT NULL);
INSERT INTO tick VALUES (0, 0);

-- What the list shows, the reader's labels applied. Narrow, for all of it is read at every start.
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    origin INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    author TEXT,
    date TEXT,
    day INTEGER,
    url TEXT,
    words INTEGER NOT NULL,
    quotes INTEGER,
    is_read INTEGER NOT NULL,
    copy_of INTEGER,
    -- Whether it is still to be indexed.
    is_stale INTEGER NOT NULL DEFAULT 1,
    tick INTEGER NOT NULL
);
CREATE INDEX article_tick ON article (tick);
CREATE INDEX article_day ON article (day);
CREATE INDEX article_copy ON article (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX article_stale ON article (id) WHERE is_stale;

-- Articles that were removed.
CREATE TABLE gone (article INTEGER PRIMARY KEY, tick INTEGER NOT NULL);

-- What came, before any label of the reader's.
CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    path TEXT NOT NULL,
    short TEXT NOT NULL,
    title TEXT NOT NULL,
    origin INTEGER NOT NULL,
    outlet TEXT,
    author TEXT,
    date TEXT,
    url TEXT,
    text TEXT NOT NULL,
    -- Blocks, dateline and language.
    shape BLOB NOT NULL
);

-- Where an article was found. One text may lie in many places.
CREATE TABLE place (
    location TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX place_article ON place (article);

-- Hashes by which texts that are nearly the same are found.
CREATE TABLE band (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX band_article ON band (article);

-- What was found in an article, by one version of the analysis.
CREATE TABLE reading (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    found BLOB NOT NULL
);
CREATE TABLE terms (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    weights BLOB NOT NULL
);
-- By which version of the analysis all that is not stale was indexed.
CREATE TABLE analysis (version TEXT NOT NULL);

CREATE TABLE quote (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    number INTEGER NOT NULL,
    speaker TEXT,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX quote_article ON quote (article);

-- Words as they stand, folded; and beside them the stems of those that are none themselves. So a phrase and a prefix are
-- found literally, and a word in any inflection. Beginnings of two letters stand for very many words, and have an index of
-- their own.
CREATE VIRTUAL TABLE searched USING fts5(
    title, text, title_stems, text_stems,
    content = '', contentless_delete = 1, prefix = '2', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE quoted USING fts5(
    speaker, text, stems,
    content = '', contentless_delete = 1, prefix = '2', tokenize = 'unicode61 remove_diacritics 0'
);

-- What the reader made. The fingerprint need be that of no article here: a mark outlives what it was made of.
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    value TEXT,
    fingerprint BLOB NOT NULL,
    first INTEGER,
    past INTEGER,
    exact TEXT,
    words_before TEXT,
    words_after TEXT,
    with_fingerprint BLOB,
    with_first INTEGER,
    with_past INTEGER,
    with_exact TEXT,
    with_words_before TEXT,
    with_words_after TEXT,
    made TEXT NOT NULL
);
CREATE INDEX mark_fingerprint ON mark (fingerprint);
CREATE INDEX mark_with ON mark (with_fingerprint) WHERE with_fingerprint IS NOT NULL;
CREATE INDEX mark_kind ON mark (kind);

-- Texts that were read; apart from other marks, for there may be as many as articles.
CREATE TABLE seen (fingerprint BLOB PRIMARY KEY, made TEXT NOT NULL) WITHOUT ROWID;
