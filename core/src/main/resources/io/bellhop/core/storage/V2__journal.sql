-- What is owed to users: commands that were accepted and have not finished, and replies that may not have been sent.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  number INTEGER NOT NULL,     -- 0 is the invocation itself, with its last reply; others are replies before that
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  message TEXT NOT NULL,
  whisper INTEGER NOT NULL,    -- 1 if only the user sees the reply
  plugin TEXT NOT NULL,
  command TEXT NOT NULL,
  line TEXT NOT NULL,          -- as written, with its code blocks, without the prefix
  files INTEGER NOT NULL,      -- how many came with the message
  accepted_at INTEGER NOT NULL,
  replied_at INTEGER,          -- null until it has finished
  content TEXT,                -- what is to be sent, as JSON
  replaces TEXT                -- the messages in whose place it is to stand, as JSON
) STRICT;

-- What has happened to those rows since they were last brought up to date: one row for each commit, as JSON.
CREATE TABLE journal_log (
  id INTEGER PRIMARY KEY,
  changes BLOB NOT NULL
) STRICT;
