-- who is to be forgotten by a plugin that has not done it yet
CREATE TABLE forget_wish (
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  plugin TEXT NOT NULL,
  PRIMARY KEY (plugin, connector, user_id)
) STRICT, WITHOUT ROWID;
