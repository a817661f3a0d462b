-- SPDX-FileCopyrightText: The Mattra authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Ticks on steps, and how often a round a measure is to be done; none means once. A measure that was
-- logged before names no recurrence.

ALTER TABLE measure ADD COLUMN recurrence INTEGER CHECK (recurrence BETWEEN 1 AND 366);

-- No division means that the tick is joint. The key is derived from the other four; a tick taken
-- away is a row marked deleted.
CREATE TABLE step_done (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  step TEXT NOT NULL REFERENCES item (id),
  round TEXT NOT NULL REFERENCES round (id),
  division TEXT REFERENCES division (id),
  occurrence INTEGER NOT NULL CHECK (occurrence BETWEEN 1 AND 366)
) STRICT;
CREATE INDEX step_done_step ON step_done (step);
