CREATE TABLE author (
  id INTEGER PRIMARY KEY,
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (connector, user_id)
) STRICT;

CREATE TABLE script (
  id INTEGER PRIMARY KEY,
  author INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  UNIQUE (author, name)
) STRICT;

CREATE INDEX script_name ON script (name);

CREATE TABLE version (
  script INTEGER NOT NULL REFERENCES script (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  time INTEGER NOT NULL,
  language TEXT NOT NULL,
  size INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (script, number)
) STRICT;

CREATE TABLE share (
  script INTEGER NOT NULL REFERENCES script (id) ON DELETE CASCADE,
  reach TEXT NOT NULL,
  connector TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (script, reach, connector, place)
) STRICT;

CREATE INDEX share_place ON share (reach, connector, place);

CREATE TABLE alias (
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (connector, user_id, name)
) STRICT;
