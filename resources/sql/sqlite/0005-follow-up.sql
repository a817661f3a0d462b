-- SPDX-FileCopyrightText: The Mattra authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What follows a plan through its year: proof, requests, publication, analysis, meetings, and what comes from last year.

-- Proof of an answer: a link, or a file whose bytes are in blob. item is the step or result that it proves; none means
-- the answer as such. No division means the joint answer.
CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  round TEXT NOT NULL REFERENCES round (id),
  division TEXT REFERENCES division (id),
  item TEXT REFERENCES item (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (kind IN ('link', 'file')),
  caption TEXT CHECK (length (caption) <= 32768),
  url TEXT CHECK (length (url) BETWEEN 1 AND 2000),
  file_name TEXT CHECK (length (file_name) BETWEEN 1 AND 255),
  media_type TEXT CHECK (length (media_type) BETWEEN 1 AND 200),
  blob TEXT CHECK (length (blob) = 64),
  blob_length INTEGER CHECK (blob_length BETWEEN 1 AND 52428800),
  CHECK ((kind = 'link') = (url IS NOT NULL)),
  CHECK ((kind = 'file') = (file_name IS NOT NULL AND media_type IS NOT NULL AND blob IS NOT NULL
                            AND blob_length IS NOT NULL))
) STRICT;
CREATE INDEX evidence_measure ON evidence (measure);

-- What a division was sent, by the paper or by other ways, so that it answers. due is the day asked for; answered_on
-- is typed where the answer came on paper.
CREATE TABLE request (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  round TEXT NOT NULL REFERENCES round (id),
  division TEXT NOT NULL REFERENCES division (id),
  kind TEXT NOT NULL CHECK (kind IN ('request', 'reminder')),
  day TEXT NOT NULL CHECK (length (day) = 10),
  due TEXT CHECK (length (due) = 10),
  person TEXT CHECK (length (person) <= 500),
  way TEXT CHECK (length (way) <= 500),
  note TEXT CHECK (length (note) <= 32768),
  answered_on TEXT CHECK (length (answered_on) = 10)
) STRICT;
CREATE INDEX request_plan ON request (plan);

-- How an item of the assessment was answered. The fiscal year is the assessment's; report says which item of it.
CREATE TABLE publication (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  report TEXT NOT NULL CHECK (report IN ('measures', 'results')),
  seal TEXT REFERENCES seal (id),
  file_name TEXT CHECK (length (file_name) <= 255),
  url TEXT CHECK (length (url) <= 2000),
  menu_path TEXT CHECK (length (menu_path) <= 2000),
  posted_on TEXT CHECK (length (posted_on) = 10),
  explanation TEXT CHECK (length (explanation) <= 32768),
  approved_by TEXT CHECK (length (approved_by) <= 500),
  approved_on TEXT CHECK (length (approved_on) = 10),
  hundredths INTEGER CHECK (hundredths BETWEEN 0 AND 10000),
  comment TEXT CHECK (length (comment) <= 32768)
) STRICT;

-- What an office reads in the scores of a year, for an indicator or for one of the topics.
CREATE TABLE analysis (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  kind TEXT NOT NULL CHECK (kind IN ('indicator', 'topic')),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  strength TEXT CHECK (length (strength) <= 32768),
  weakness TEXT CHECK (length (weakness) <= 32768),
  cause TEXT CHECK (length (cause) <= 32768),
  remedy TEXT CHECK (length (remedy) <= 32768)
) STRICT;

-- Names of the classes of a score, each from its lowest score up.
CREATE TABLE score_class (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  hundredths INTEGER NOT NULL CHECK (hundredths BETWEEN 0 AND 10000),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500)
) STRICT;

-- Where a measure came from when a year was started from another. origin is the ULID of the measure there, which may be
-- in another register; content is what was planned then, with its periods moved, as canonical JSON.
CREATE TABLE origin (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  origin TEXT NOT NULL CHECK (length (origin) = 26),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  content TEXT NOT NULL CHECK (length (content) <= 4000000)
) STRICT;
CREATE INDEX origin_measure ON origin (measure);

-- A recommendation of an earlier round that a measure has to answer; no answer means it waits.
CREATE TABLE carried (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  round TEXT NOT NULL CHECK (round IN ('first_half', 'full_year')),
  division TEXT REFERENCES division (id),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 32768),
  answer TEXT CHECK (length (answer) <= 32768)
) STRICT;
CREATE INDEX carried_measure ON carried (measure);

-- A line of the minutes of the meeting on a day; no measure means that it is about the plan.
CREATE TABLE minute (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  meeting TEXT NOT NULL CHECK (length (meeting) = 10),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  measure TEXT REFERENCES measure (id),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 32768),
  person TEXT CHECK (length (person) <= 500)
) STRICT;
CREATE INDEX minute_plan ON minute (plan, meeting, sort_key, id);
