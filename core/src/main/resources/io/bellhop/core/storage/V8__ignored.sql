CREATE TABLE access_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value BLOB NOT NULL
) STRICT;

-- a pseudonym stands for (connector, user); no space means everywhere
CREATE TABLE ignored (
  pseudonym TEXT NOT NULL,
  connector TEXT NOT NULL,
  space_id TEXT NOT NULL,
  PRIMARY KEY (pseudonym, connector, space_id)
) STRICT, WITHOUT ROWID;

-- what commands were last required to need, for the times when no plugin says so
CREATE TABLE required (
  command TEXT NOT NULL,
  connector TEXT NOT NULL,
  space_id TEXT NOT NULL,
  rank INTEGER NOT NULL,
  approvals INTEGER NOT NULL,
  PRIMARY KEY (command, connector, space_id)
) STRICT, WITHOUT ROWID;
