/**
 * Items and changes are keyed by one integer, list * 2^32 + number, so that SQLite's own row order
 * is (list, number) and a page costs the same at the start and at the end of a list.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS graph_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS lists (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  nameKey TEXT NOT NULL UNIQUE,
  displayName TEXT NOT NULL,
  displayKey TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  template TEXT NOT NULL,
  hidden INTEGER NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  modifiedBy TEXT NOT NULL,
  version INTEGER NOT NULL,
  lastItem INTEGER NOT NULL,
  lastChange INTEGER NOT NULL,
  itemCount INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS listColumns (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  list INTEGER NOT NULL,
  guid TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  UNIQUE (list, guid)
);

CREATE TABLE IF NOT EXISTS items (
  key INTEGER PRIMARY KEY,
  change INTEGER NOT NULL UNIQUE,
  guid TEXT NOT NULL,
  version INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  head TEXT NOT NULL,
  fields TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS cells (
  col INTEGER NOT NULL,
  value NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (col, value, item)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS itemVersions (
  key INTEGER NOT NULL,
  version INTEGER NOT NULL,
  modified TEXT NOT NULL,
  modifiedBy TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (key, version)
);

CREATE TABLE IF NOT EXISTS files (
  key INTEGER PRIMARY KEY,
  list INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  name TEXT NOT NULL,
  nameKey TEXT NOT NULL,
  folder INTEGER NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  hash TEXT NOT NULL,
  cTag INTEGER NOT NULL,
  UNIQUE (list, parent, nameKey)
);

CREATE TABLE IF NOT EXISTS fileContents (key INTEGER PRIMARY KEY, content BLOB NOT NULL);

CREATE TABLE IF NOT EXISTS uploads (
  id TEXT PRIMARY KEY,
  list INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  name TEXT NOT NULL,
  behavior TEXT NOT NULL,
  expires INTEGER NOT NULL,
  received INTEGER NOT NULL,
  actor TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS uploadChunks (
  upload TEXT NOT NULL,
  start INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (upload, start)
);

CREATE TABLE IF NOT EXISTS siteGrants (
  id TEXT PRIMARY KEY,
  appId TEXT NOT NULL,
  appName TEXT NOT NULL,
  role TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS automaticReplies (user TEXT PRIMARY KEY, setting TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS subscriptions (
  id TEXT PRIMARY KEY,
  list INTEGER NOT NULL,
  definition TEXT NOT NULL,
  expires INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  lastError TEXT
);
`;
