-- SPDX-FileCopyrightText: The Mattra authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How answers are handed in, sent back and approved, and what people say about a measure.

-- One step in the review of an answer. The newest by time tells how far the answer has come. Steps are only ever
-- added, so their tombstone can be nothing but 0. content is the SHA-256 of what the answer said, cells what it said
-- where it was handed in or approved.
CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted = 0),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  round TEXT NOT NULL REFERENCES round (id),
  division TEXT REFERENCES division (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('submitted', 'returned', 'approved', 'withdrawn')),
  at_utc TEXT NOT NULL CHECK (length (at_utc) = 24),
  person TEXT NOT NULL CHECK (length (person) BETWEEN 1 AND 500),
  post TEXT CHECK (length (post) <= 1000),
  comment TEXT CHECK (length (comment) <= 32768),
  content TEXT NOT NULL CHECK (length (content) = 64),
  cells TEXT CHECK (length (cells) <= 4000000)
) STRICT;
CREATE INDEX review_measure ON review (measure, at_utc, id);

-- No round means that it is about the measure as such.
CREATE TABLE comment (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  round TEXT REFERENCES round (id),
  division TEXT REFERENCES division (id),
  person TEXT NOT NULL CHECK (length (person) BETWEEN 1 AND 500),
  at_utc TEXT NOT NULL CHECK (length (at_utc) = 24),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 32768)
) STRICT;
CREATE INDEX comment_measure ON comment (measure);
