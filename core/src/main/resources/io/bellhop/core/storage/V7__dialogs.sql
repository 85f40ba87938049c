-- what users were asked and have not answered
CREATE TABLE dialog (
  connector TEXT NOT NULL,
  user_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  ref TEXT NOT NULL,
  plugin TEXT NOT NULL,
  line TEXT NOT NULL,
  choices TEXT NOT NULL,
  prompt TEXT NOT NULL,
  patience INTEGER NOT NULL,
  until INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  question_channel TEXT,
  question_id TEXT,
  PRIMARY KEY (connector, user_id, channel_id)
) STRICT;
