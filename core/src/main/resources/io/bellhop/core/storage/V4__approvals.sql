-- What waits for approvals, as JSON, and who has given theirs.
CREATE TABLE approval (
  ref TEXT PRIMARY KEY,
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  petition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_vote (
  ref TEXT NOT NULL REFERENCES approval (ref) ON DELETE CASCADE,
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  PRIMARY KEY (ref, connector, user_id)
) STRICT, WITHOUT ROWID;
