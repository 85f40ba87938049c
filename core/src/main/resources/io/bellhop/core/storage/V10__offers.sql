-- what can be picked: a row for each choice under a message
CREATE TABLE offer (
  id INTEGER PRIMARY KEY,
  connector TEXT NOT NULL,
  name TEXT NOT NULL,
  number INTEGER NOT NULL,
  channel_id TEXT,
  message_id TEXT,
  asker TEXT,
  label TEXT NOT NULL,
  invocation TEXT NOT NULL,
  for_everyone INTEGER NOT NULL,
  plugin TEXT,
  until INTEGER NOT NULL,
  UNIQUE (connector, name, number)
) STRICT;
CREATE INDEX offer_asker ON offer (connector, asker);
