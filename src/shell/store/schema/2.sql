-- What the library follows, and the filters that the reader saved.

CREATE TABLE feed (
    url TEXT PRIMARY KEY,
    title TEXT,
    -- What the server wants to hear when it is asked again.
    etag TEXT,
    last_modified TEXT,
    -- When it was asked last, and what went wrong then.
    asked TEXT,
    trouble TEXT
);

CREATE TABLE folder (path BLOB PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE filter (name TEXT PRIMARY KEY, query TEXT NOT NULL);
