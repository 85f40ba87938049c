-- Those whom the audit knows by a pseudonym, each with a key of their own. Without its row nobody can tell whose a
-- pseudonym was, nor read what was encrypted with the key.
CREATE TABLE person (
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  pseudonym TEXT NOT NULL UNIQUE,
  key BLOB NOT NULL,
  PRIMARY KEY (connector, user_id)
) STRICT, WITHOUT ROWID;

-- Who did what. Each row's hash covers the row and the hash before it, so that nothing can be changed,
-- left out or put in between unseen.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  ref TEXT NOT NULL,
  person TEXT NOT NULL,     -- a pseudonym; empty for the bot itself
  connector TEXT NOT NULL,
  space TEXT NOT NULL,      -- empty in direct conversations
  action TEXT NOT NULL,
  plugin TEXT NOT NULL,
  version TEXT NOT NULL,
  outcome TEXT NOT NULL,
  details TEXT NOT NULL,    -- under the person's key; JSON in clear for the bot itself
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX audit_person ON audit (person, at);
CREATE INDEX audit_action ON audit (action, at);
CREATE INDEX audit_space ON audit (space, at);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_ref ON audit (ref);

-- What was done but is not in the chain yet: the notes of one commit each, as a JSON array of arrays.
CREATE TABLE audit_note (
  id INTEGER PRIMARY KEY,
  notes BLOB NOT NULL
) STRICT;

-- Up to where rows were cut off because they were old enough, and the hash that the rest goes on from.
CREATE TABLE audit_checkpoint (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_appends BEFORE INSERT ON audit
WHEN NEW.number <> 1 + max(
  coalesce((SELECT max(number) FROM audit), 0), coalesce((SELECT max(number) FROM audit_checkpoint), 0))
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_deletes BEFORE DELETE ON audit
WHEN OLD.number > coalesce((SELECT max(number) FROM audit_checkpoint), 0)
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_checkpoint_matches BEFORE INSERT ON audit_checkpoint
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE number = NEW.number AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'the audit is cut only at a row of its own'); END;

CREATE TRIGGER audit_checkpoint_changes BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_checkpoint_deletes BEFORE DELETE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
