internal import GRDB

/// The tables of `state/run.sqlite`. Moments are seconds since 1970.
enum RunStateSchema {
  /// Stands in `user_version`; a state of another version is begun anew.
  static let version = 2

  static let tables = """
    -- Feeds, sitemaps, listings and front pages.
    CREATE TABLE sources (
      site TEXT NOT NULL, address TEXT NOT NULL, kind TEXT NOT NULL,
      asked INTEGER,                  -- last request
      good INTEGER,                   -- last one that brought something to read, or 304
      etag TEXT, modified TEXT,       -- as the server gave them
      digest TEXT,                    -- of what was read last
      rules TEXT,                     -- digest of the rules by which its addresses were picked
      failures INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (site, address)
    ) WITHOUT ROWID;

    -- Addresses that are not in the archive, and pages of the archive that could not be fetched.
    CREATE TABLE waiting (
      address TEXT PRIMARY KEY,
      site TEXT NOT NULL, host TEXT NOT NULL,
      found INTEGER NOT NULL,         -- when a source first named it
      dated INTEGER,                  -- the day that the source gives it
      due INTEGER NOT NULL,           -- not to be asked for before
      reason TEXT NOT NULL,           -- why it is here: the source, or what came of the last attempt
      failures INTEGER NOT NULL,      -- attempts in a row that brought no page
      known INTEGER NOT NULL          -- 1: the archive has the page
    ) WITHOUT ROWID;
    CREATE INDEX waiting_by_host ON waiting (site, host, known, due, address);

    -- What does not go well, until it goes well again.
    CREATE TABLE troubles (
      subject TEXT PRIMARY KEY, site TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
      since INTEGER NOT NULL,         -- the first time
      seen INTEGER NOT NULL           -- the last time
    ) WITHOUT ROWID;

    CREATE TABLE sites (name TEXT PRIMARY KEY, good INTEGER NOT NULL) WITHOUT ROWID;
    """

  /// What makes a state of version 1 one of version 2.
  static let secondVersion = "ALTER TABLE sources ADD COLUMN rules TEXT"

  static func prepare(_ configuration: inout Configuration) {
    configuration.busyMode = .timeout(10)
    configuration.label = "stet"
    configuration.prepareDatabase { db in
      // A power cut may take back what was noted last; the run after it then does that again.
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -4000; PRAGMA mmap_size = 0;")
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")
    }
  }
}
