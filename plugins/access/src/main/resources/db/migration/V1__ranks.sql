-- an empty space_id means everywhere
CREATE TABLE ranks (
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  by_rank INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (connector, user_id, space_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ranks_by_space ON ranks (space_id, rank DESC, name);

CREATE TABLE role_ranks (
  connector TEXT NOT NULL,
  space_id TEXT NOT NULL,
  role_id TEXT NOT NULL,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (connector, space_id, role_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE requirements (
  connector TEXT NOT NULL,
  space_id TEXT NOT NULL,
  command TEXT NOT NULL,
  rank INTEGER NOT NULL,
  approvals INTEGER NOT NULL,
  PRIMARY KEY (connector, space_id, command)
) STRICT, WITHOUT ROWID;
