-- Those whom the core knows by a pseudonym, each with a key of their own. Without its row nobody can tell whose a
-- pseudonym was, nor read what was encrypted with the key.
CREATE TABLE people (
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  pseudonym TEXT NOT NULL UNIQUE,
  key BLOB NOT NULL,
  PRIMARY KEY (connector, user_id)
) STRICT, WITHOUT ROWID;
