internal import GRDB

/// The tables of `index.sqlite`. Moments are seconds since 1970.
enum IndexSchema {
  /// Stands in `user_version`; an index of another version is made anew.
  static let version = 7

  static let tables = """
    CREATE TABLE state (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;

    CREATE TABLE pages (
      id INTEGER PRIMARY KEY,
      folder TEXT NOT NULL UNIQUE,
      host TEXT NOT NULL,             -- the folder's host folder
      key TEXT NOT NULL,
      domain TEXT NOT NULL,           -- host, its labels in reverse: `HostDomain`
      versions INTEGER NOT NULL,      -- how many
      latest INTEGER,                 -- number of the latest in time; NULL when there is none
      captured INTEGER,               -- of the latest
      first_seen INTEGER,             -- first visit
      last_visit INTEGER,             -- last visit of any outcome
      last_change INTEGER,            -- last visit that brought a version which the page, not its reader, is the cause of
      due INTEGER,                    -- by `RevisitSchedule.adaptive`
      outcome TEXT,                   -- of the last visit
      streak INTEGER NOT NULL,        -- how many visits in a row had that outcome
      visits INTEGER NOT NULL,        -- how many
      days BLOB NOT NULL,             -- captures and changes by day: `DayCounts`
      failing_since INTEGER,          -- first of the last visits in a row that did not see it; NULL when it is well, or gone
      gone INTEGER NOT NULL,          -- 1: its latest version is a tombstone
      log_size INTEGER NOT NULL, log_time INTEGER NOT NULL, folder_time INTEGER NOT NULL,
      problem_code TEXT, problem TEXT, problem_subject TEXT   -- why its latest version cannot be read
    );
    CREATE INDEX pages_by_key ON pages (key, domain);
    CREATE INDEX pages_by_domain ON pages (domain, key);
    CREATE INDEX pages_by_captured ON pages (captured DESC);
    CREATE INDEX pages_by_versions ON pages (versions DESC, key);
    CREATE INDEX pages_by_visit ON pages (last_visit);
    CREATE INDEX pages_by_due ON pages (due);
    CREATE INDEX pages_by_domain_due ON pages (domain, due);
    CREATE INDEX pages_by_host ON pages (host, key);
    CREATE INDEX pages_by_host_change ON pages (host, last_change);
    CREATE INDEX pages_by_failure ON pages (host, failing_since) WHERE failing_since IS NOT NULL;

    -- Sums over the pages of a host folder.
    CREATE TABLE sites (
      host TEXT PRIMARY KEY, pages INTEGER NOT NULL, versions INTEGER NOT NULL, visits INTEGER NOT NULL,
      gone INTEGER NOT NULL
    ) WITHOUT ROWID;

    -- The same by days since 1970; host '' stands for all.
    CREATE TABLE days (
      host TEXT NOT NULL, day INTEGER NOT NULL, captures INTEGER NOT NULL, changes INTEGER NOT NULL,
      PRIMARY KEY (host, day)
    ) WITHOUT ROWID;

    CREATE TABLE aliases (
      page INTEGER NOT NULL, place INTEGER NOT NULL, alias TEXT NOT NULL, PRIMARY KEY (page, place)
    ) WITHOUT ROWID;
    CREATE INDEX aliases_by_alias ON aliases (alias);

    -- Addresses of the later pages of texts that have several, normalised as keys are.
    CREATE TABLE parts (page INTEGER NOT NULL, address TEXT NOT NULL, PRIMARY KEY (page, address)) WITHOUT ROWID;
    CREATE INDEX parts_by_address ON parts (address);

    CREATE TABLE versions (
      id INTEGER PRIMARY KEY,         -- rowid of its words in `words`
      page INTEGER NOT NULL,
      number INTEGER NOT NULL,
      current INTEGER NOT NULL,       -- 1: the latest one that has text
      dated INTEGER NOT NULL,         -- published, where the page says when; else captured
      captured INTEGER NOT NULL,
      cause TEXT NOT NULL,
      kind TEXT, title TEXT, authors TEXT, published TEXT, rating TEXT,
      tags TEXT,                      -- a line each
      length INTEGER NOT NULL,        -- of the body, in bytes of UTF-8
      digest TEXT NOT NULL
    );
    CREATE UNIQUE INDEX versions_by_page ON versions (page, number);
    CREATE INDEX versions_by_captured ON versions (captured DESC);
    -- What a search asks of each version that fits: many more of these stand in a page of the file than whole rows.
    CREATE INDEX versions_facts ON versions (id, current, dated, length, page);

    -- Host folders and when a page folder was last made or removed in them, in nanoseconds.
    CREATE TABLE hosts (name TEXT PRIMARY KEY, time INTEGER NOT NULL) WITHOUT ROWID;

    -- Page folders that nobody can tell the page of.
    CREATE TABLE unreadable (
      folder TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL, subject TEXT NOT NULL,
      log_size INTEGER NOT NULL, log_time INTEGER NOT NULL, folder_time INTEGER NOT NULL
    ) WITHOUT ROWID;

    -- Which runs of three characters stand in a page's key, and in its aliases, with `lower` applied. The rowid is the
    -- page's. Nothing is ever taken out: what is found here has to be looked at.
    CREATE VIRTUAL TABLE key_parts USING fts5(\(AddressParts.table));
    CREATE VIRTUAL TABLE alias_parts USING fts5(\(AddressParts.table));

    -- Words only: the text itself is in the snapshots. Its length is in `versions`.
    CREATE VIRTUAL TABLE words USING fts5(
      \(SearchField.columns), content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
    );
    """

  /// How every connection is set up.
  static func prepare(_ configuration: inout Configuration) {
    configuration.busyMode = .timeout(10)
    configuration.label = "stet"
    configuration.prepareDatabase { db in
      // What a power cut takes from a derived file is derived again; it is never left inconsistent.
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA secure_delete = OFF;")
      // Not mapped: what was read of a mapped file counts as this process's memory, however large the file.
      try db.execute(sql: "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")
    }
  }
}
