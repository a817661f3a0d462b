-- SPDX-FileCopyrightText: The Mattra authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What goes out on paper: numbers and dates of orders, announcements and memos, the working committee,
-- pictures, and the versions that were confirmed. What is confirmed is never deleted, so its tombstone
-- can be nothing but 0.

-- Files in parts of 1 MiB, numbered from 0, under the SHA-256 of the whole in hexadecimal. They are no
-- part of the log: it holds their names, and these vouch for the bytes.
CREATE TABLE blob (
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64),
  part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 49),
  data BLOB NOT NULL CHECK (length (data) BETWEEN 1 AND 1048576),
  PRIMARY KEY (sha256, part)
) STRICT;

-- SHA-256 of a blob each.
ALTER TABLE organisation ADD COLUMN emblem TEXT CHECK (length (emblem) = 64);
ALTER TABLE organisation ADD COLUMN garuda TEXT CHECK (length (garuda) = 64);

-- No round means the whole year; a division is there where the paper went to one.
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (length (kind) BETWEEN 1 AND 100),
  round TEXT REFERENCES round (id),
  division TEXT REFERENCES division (id),
  number TEXT CHECK (length (number) <= 500),
  day TEXT CHECK (length (day) = 10),
  subject TEXT CHECK (length (subject) <= 32768)
) STRICT;
CREATE INDEX document_plan ON document (plan);

-- The post alone may be appointed, without a name.
CREATE TABLE committee_member (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  sort_key TEXT NOT NULL CHECK (length (sort_key) BETWEEN 1 AND 200),
  name TEXT CHECK (length (name) <= 500),
  post TEXT CHECK (length (post) <= 500),
  role TEXT NOT NULL CHECK (length (role) BETWEEN 1 AND 500)
) STRICT;
CREATE INDEX committee_member_plan ON committee_member (plan);

-- A confirmed version. Numbers run through a plan. cells and pdf are blobs: what it was made of and the
-- file; fingerprint is that of its document, head stands for the log as it was.
CREATE TABLE seal (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted = 0),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  plan TEXT NOT NULL REFERENCES plan (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999),
  kind TEXT NOT NULL CHECK (length (kind) BETWEEN 1 AND 100),
  round TEXT REFERENCES round (id),
  division TEXT REFERENCES division (id),
  options TEXT NOT NULL CHECK (length (options) <= 100000),
  cells TEXT NOT NULL CHECK (length (cells) = 64),
  pdf TEXT NOT NULL CHECK (length (pdf) = 64),
  pdf_length INTEGER NOT NULL CHECK (pdf_length BETWEEN 1 AND 52428800),
  fingerprint TEXT NOT NULL CHECK (length (fingerprint) = 64),
  head TEXT NOT NULL CHECK (length (head) = 64),
  at_utc TEXT NOT NULL CHECK (length (at_utc) = 24),
  person TEXT CHECK (length (person) <= 500),
  corrects TEXT REFERENCES seal (id),
  reason TEXT CHECK (length (reason) <= 32768),
  UNIQUE (plan, number)
) STRICT;

-- What came back signed in ink.
CREATE TABLE scan (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted = 0),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  seal TEXT NOT NULL REFERENCES seal (id),
  blob TEXT NOT NULL CHECK (length (blob) = 64),
  blob_length INTEGER NOT NULL CHECK (blob_length BETWEEN 1 AND 52428800),
  media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg')),
  signed_by TEXT CHECK (length (signed_by) <= 2000),
  signed_on TEXT CHECK (length (signed_on) = 10)
) STRICT;
CREATE INDEX scan_seal ON scan (seal);
