-- the rank of whoever ignored them, who alone, and those above, may undo it
ALTER TABLE ignored ADD COLUMN by_rank INTEGER NOT NULL DEFAULT 0;
