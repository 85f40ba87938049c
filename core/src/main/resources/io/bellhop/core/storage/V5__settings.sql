-- what was set in chat; the bot's own rows have an empty connector and place
CREATE TABLE setting (
  level TEXT NOT NULL CHECK (level IN ('bot', 'space', 'channel')),
  connector TEXT NOT NULL,
  place TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (key, level, connector, place)
) STRICT, WITHOUT ROWID;
