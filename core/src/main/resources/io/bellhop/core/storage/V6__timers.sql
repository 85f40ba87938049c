-- the jobs of plugins, and when they were seen to last
CREATE TABLE job (
  plugin TEXT NOT NULL,
  name TEXT NOT NULL,
  cron TEXT NOT NULL,
  zone TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (plugin, name)
) STRICT;

-- the command lines that people have fired at times; those with a cron expression again and again
CREATE TABLE schedule (
  id INTEGER PRIMARY KEY,
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  line TEXT NOT NULL,
  cron TEXT,
  zone TEXT NOT NULL,
  missed TEXT NOT NULL,
  last INTEGER NOT NULL,
  next INTEGER NOT NULL
) STRICT;
