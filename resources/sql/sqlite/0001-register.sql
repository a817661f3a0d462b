-- SPDX-FileCopyrightText: The Mattra authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The register's first tables. Once a version with this script is released it never changes: the
-- next change is a script of its own. Every row of the register proper has a ULID, a tombstone
-- (`deleted`) and the organisation it belongs to; nothing is ever deleted, no trigger and no view
-- exists, and order is a sort key with the ULID as tie-break.

CREATE TABLE organisation (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500),
  kind TEXT NOT NULL CHECK (kind IN ('other', 'subdistrict', 'municipality', 'province')),
  district TEXT CHECK (length (district) <= 500),
  province TEXT CHECK (length (province) <= 500),
  website TEXT CHECK (length (website) <= 2000)
) STRICT;

CREATE TABLE plan (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  analysed_year INTEGER CHECK (analysed_year BETWEEN 2400 AND 2999)
) STRICT;

CREATE TABLE round (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('first_half', 'full_year')),
  first_day TEXT CHECK (length (first_day) = 10),
  last_day TEXT CHECK (length (last_day) = 10),
  answers_due TEXT CHECK (length (answers_due) = 10),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed'))
) STRICT;
CREATE INDEX round_plan ON round (plan);

CREATE TABLE division (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500),
  short_name TEXT CHECK (length (short_name) <= 500)
) STRICT;
CREATE INDEX division_plan ON division (plan);

CREATE TABLE division_alias (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  division TEXT NOT NULL REFERENCES division (id),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500)
) STRICT;
CREATE INDEX division_alias_division ON division_alias (division);

CREATE TABLE measure (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  number INTEGER CHECK (number BETWEEN 1 AND 999999999),
  title TEXT NOT NULL CHECK (length (title) <= 32768),
  section TEXT CHECK (length (section) <= 32768),
  period_text TEXT CHECK (length (period_text) <= 32768),
  period_start TEXT CHECK (length (period_start) = 10),
  period_end TEXT CHECK (length (period_end) = 10),
  ita_indicator INTEGER CHECK (ita_indicator BETWEEN 1 AND 99),
  topic INTEGER CHECK (topic BETWEEN 1 AND 99)
) STRICT;
CREATE INDEX measure_plan ON measure (plan, sort_key, id);

CREATE TABLE party (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  text TEXT NOT NULL CHECK (length (text) <= 32768),
  corrected INTEGER NOT NULL CHECK (corrected IN (0, 1))
) STRICT;
CREATE INDEX party_measure ON party (measure);

-- No division stands for every division of the plan, also those that join it later.
CREATE TABLE party_division (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  party TEXT NOT NULL REFERENCES party (id),
  division TEXT REFERENCES division (id)
) STRICT;
CREATE INDEX party_division_party ON party_division (party);

-- The round is null until somebody says which one a document answers for; no division means that
-- the divisions answered jointly. The key is derived from the other three.
CREATE TABLE answer (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  round TEXT REFERENCES round (id),
  division TEXT REFERENCES division (id),
  stated TEXT CHECK (stated IN ('not_started', 'in_progress', 'done', 'cancelled'))
) STRICT;
CREATE INDEX answer_measure ON answer (measure);

CREATE TABLE item (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  kind TEXT NOT NULL CHECK (kind IN ('step', 'kpi', 'follow_up', 'budget', 'note', 'extra',
                                     'result', 'obstacle', 'recommendation', 'evidence')),
  answer TEXT REFERENCES answer (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  text TEXT NOT NULL CHECK (length (text) <= 32768),
  label TEXT CHECK (length (label) <= 2000),
  none INTEGER NOT NULL CHECK (none IN (0, 1)),
  CHECK ((answer IS NULL) = (kind IN ('step', 'kpi', 'follow_up', 'budget', 'note', 'extra')))
) STRICT;
CREATE INDEX item_measure ON item (measure);

CREATE TABLE question (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  measure TEXT REFERENCES measure (id),
  kind TEXT NOT NULL CHECK (kind IN ('question', 'unparsed', 'repair')),
  line INTEGER NOT NULL CHECK (line >= 0),
  field TEXT CHECK (length (field) <= 200),
  text TEXT CHECK (length (text) <= 32768),
  message TEXT CHECK (length (message) <= 32768),
  suggest TEXT CHECK (length (suggest) <= 32768)
) STRICT;
CREATE INDEX question_measure ON question (measure);

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500),
  rank TEXT CHECK (length (rank) <= 500)
) STRICT;

CREATE TABLE post (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500)
) STRICT;

CREATE TABLE appointment (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  person TEXT NOT NULL REFERENCES person (id),
  post TEXT REFERENCES post (id),
  division TEXT REFERENCES division (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  role TEXT CHECK (length (role) <= 500),
  acting TEXT CHECK (length (acting) <= 1000),
  from_day TEXT CHECK (length (from_day) = 10),
  until_day TEXT CHECK (length (until_day) = 10)
) STRICT;
CREATE INDEX appointment_person ON appointment (person);

-- kind is the kind of report, empty for what holds for all of them.
CREATE TABLE report_settings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (length (kind) <= 100),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  value TEXT CHECK (length (value) <= 1000000)
) STRICT;
CREATE INDEX report_settings_plan ON report_settings (plan);

-- Points are hundredths, so that no rounding ever enters the log.
CREATE TABLE score (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  indicator INTEGER NOT NULL CHECK (indicator BETWEEN 1 AND 99),
  hundredths INTEGER NOT NULL CHECK (hundredths BETWEEN 0 AND 10000)
) STRICT;

CREATE TABLE indicator (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  instrument TEXT NOT NULL CHECK (length (instrument) <= 100),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500)
) STRICT;

CREATE TABLE topic (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500)
) STRICT;

CREATE TABLE oit_item (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  report TEXT NOT NULL CHECK (report IN ('measures', 'results')),
  number TEXT NOT NULL CHECK (length (number) BETWEEN 1 AND 20),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500),
  sure INTEGER NOT NULL CHECK (sure IN (0, 1))
) STRICT;

-- year_offset is added to the calendar year in which the fiscal year ends.
CREATE TABLE calendar (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2999),
  scheme TEXT NOT NULL CHECK (length (scheme) BETWEEN 1 AND 100),
  event TEXT NOT NULL CHECK (length (event) BETWEEN 1 AND 100),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  year_offset INTEGER NOT NULL CHECK (year_offset BETWEEN -1 AND 1),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 500)
) STRICT;

-- The log. seq is greater than that of every act the register held when the act was begun, so it
-- orders the acts of several devices too.
CREATE TABLE act (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  device TEXT NOT NULL CHECK (length (device) = 26),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  at_utc TEXT NOT NULL CHECK (length (at_utc) = 24),
  person TEXT CHECK (length (person) <= 500),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  arguments TEXT CHECK (length (arguments) <= 100000),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'import', 'undo', 'redo', 'seal', 'review')),
  target TEXT REFERENCES act (id)
) STRICT;
CREATE INDEX act_seq ON act (seq, id);
CREATE INDEX act_target ON act (target);

CREATE TABLE change (
  device TEXT NOT NULL CHECK (length (device) = 26),
  n INTEGER NOT NULL CHECK (n >= 1),
  act TEXT NOT NULL REFERENCES act (id),
  "table" TEXT NOT NULL CHECK (length ("table") BETWEEN 1 AND 100),
  "row" TEXT NOT NULL CHECK (length ("row") = 26),
  "column" TEXT CHECK (length ("column") BETWEEN 1 AND 100),
  old TEXT,
  new TEXT,
  hash BLOB NOT NULL CHECK (length (hash) = 32),
  PRIMARY KEY (device, n)
) STRICT;
CREATE INDEX change_act ON change (act, n);
CREATE INDEX change_row ON change ("row");
