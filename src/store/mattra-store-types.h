/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mattra-date.h"
#include "mattra-fiscal.h"
#include "mattra-ulid.h"

G_BEGIN_DECLS

/**
 * MattraClockFunc:
 * @user_data: what was given with the function.
 *
 * Tells the time that acts are logged with.
 *
 * Returns: microseconds since 1970-01-01 00:00 UTC.
 */
typedef gint64 (*MattraClockFunc) (gpointer user_data);

/**
 * MattraActKind:
 * @MATTRA_ACT_EDIT: a person's change.
 * @MATTRA_ACT_IMPORT: rows taken from a document.
 * @MATTRA_ACT_UNDO: takes back the act that is its target.
 * @MATTRA_ACT_REDO: takes back the undo that is its target.
 * @MATTRA_ACT_SEAL: keeps a version for good; never undone.
 * @MATTRA_ACT_REVIEW: a superior's decision; never undone.
 *
 * What sort of act it was.
 */
typedef enum
{
  MATTRA_ACT_EDIT,
  MATTRA_ACT_IMPORT,
  MATTRA_ACT_UNDO,
  MATTRA_ACT_REDO,
  MATTRA_ACT_SEAL,
  MATTRA_ACT_REVIEW,
} MattraActKind;

/**
 * MattraMeasureKey:
 * @id: ULID of a measure.
 *
 * A row of a list of measures before anything is read of it.
 */
typedef struct
{
  char id[MATTRA_ULID_LENGTH + 1];
} MattraMeasureKey;

/**
 * MattraTouched:
 * @seq: (inout): number of the newest act that was looked at.
 * @measures: (element-type utf8) (nullable): ULIDs of the measures; %NULL where they are too many to name.
 * @plan: whether something besides measures was changed: divisions, people, rounds, settings.
 *
 * What acts changed since one looked last, by whatever window or program.
 */
typedef struct
{
  gint64 seq;
  GPtrArray *measures;
  gboolean plan;
} MattraTouched;

/**
 * MattraCell:
 * @table: name of the table.
 * @row: ULID of the row.
 * @column: (nullable): name of the column; %NULL for a whole new row.
 *
 * A place that an act changed, in MattraStore::changed.
 */
typedef struct
{
  const char *table;
  char *row;
  const char *column;
} MattraCell;

/**
 * MattraChange:
 * @act: ULID of the act.
 * @at_utc: when, as 2022-12-09T08:15:00.000Z.
 * @person: (nullable): who.
 * @name: what the act was called.
 * @arguments: (nullable): what the act was given; an undo and a redo carry those of their act.
 * @kind: sort of the act.
 * @table: table of the changed cell.
 * @row: ULID of its row.
 * @column: (nullable): its column; %NULL where a whole row was added.
 * @old_value: (nullable): value before.
 * @new_value: (nullable): value after; of an added row the canonical JSON.
 * @number: number of the measure it belongs to; 0 where it belongs to none or that has no number.
 * @measure: (nullable): ULID of that measure.
 * @field: (nullable): field of the measure as in JSON; %NULL where it belongs to none.
 * @text: (nullable): of an added row what a person knows it by: its text, title or name.
 * @undone: the act was taken back and is not redone.
 *
 * One cell of one act.
 */
typedef struct
{
  char *act;
  char *at_utc;
  char *person;
  char *name;
  char *arguments;
  MattraActKind kind;
  char *table;
  char *row;
  char *column;
  char *old_value;
  char *new_value;
  int number;
  char *measure;
  const char *field;
  char *text;
  gboolean undone;
} MattraChange;

void mattra_change_free (MattraChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraChange, mattra_change_free)

/**
 * MattraCellVersion:
 * @at_utc: when, as 2022-12-09T08:15:00.000Z.
 * @person: (nullable): who.
 * @name: what the act was called.
 * @arguments: (nullable): what the act was given.
 * @kind: sort of the act.
 * @undone: the act was taken back and is not redone.
 * @before: the cell before the act: its lines, or its value as the register keeps it; empty for none.
 * @after: the cell after it.
 * @step: (nullable): text of the step that the act ticked.
 * @done: whether it was ticked; else the tick was taken away.
 *
 * What one act made of one cell.
 */
typedef struct
{
  char *at_utc;
  char *person;
  char *name;
  char *arguments;
  MattraActKind kind;
  gboolean undone;
  char *before;
  char *after;
  char *step;
  gboolean done;
} MattraCellVersion;

void mattra_cell_version_free (MattraCellVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraCellVersion, mattra_cell_version_free)

/**
 * MattraFault:
 * @table: (nullable): table in which the fault is; %NULL for the file as a whole.
 * @row: (nullable): ULID of the row, or place in the log as device/n.
 * @column: (nullable): column.
 * @message: what is wrong, for the user.
 *
 * What a check of the register found.
 */
typedef struct
{
  char *table;
  char *row;
  char *column;
  char *message;
} MattraFault;

void mattra_fault_free (MattraFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraFault, mattra_fault_free)

/**
 * MattraBackup:
 * @path: the copy.
 * @time: when it was made, seconds since 1970-01-01 00:00 UTC, from its name.
 * @size: bytes.
 *
 * A dated copy of a register.
 */
typedef struct
{
  char *path;
  gint64 time;
  goffset size;
} MattraBackup;

void mattra_backup_free (MattraBackup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraBackup, mattra_backup_free)

/**
 * MattraCatalogue:
 * @MATTRA_CATALOGUE_INDICATOR: the ITA indicators; detail is the instrument (IIT, EIT, OIT).
 * @MATTRA_CATALOGUE_TOPIC: the topics of the analysis.
 * @MATTRA_CATALOGUE_OIT_ITEM: the items that the reports answer; detail is "measures" or "results".
 * @MATTRA_CATALOGUE_CALENDAR: days of the assessment; code is the event, detail the ISO day.
 *
 * What the assessment of a fiscal year asks for. It is data of the register, which users change.
 */
typedef enum
{
  MATTRA_CATALOGUE_INDICATOR,
  MATTRA_CATALOGUE_TOPIC,
  MATTRA_CATALOGUE_OIT_ITEM,
  MATTRA_CATALOGUE_CALENDAR,
} MattraCatalogue;

/**
 * MattraCatalogueEntry:
 * @id: ULID.
 * @code: number or name by which it is cited ("3", "O42", "oit_closes").
 * @name: Thai name.
 * @detail: (nullable): depends on the catalogue.
 * @sure: whether the source is certain; else the user should look.
 *
 * A row of a catalogue.
 */
typedef struct
{
  char *id;
  char *code;
  char *name;
  char *detail;
  gboolean sure;
} MattraCatalogueEntry;

void mattra_catalogue_entry_free (MattraCatalogueEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraCatalogueEntry, mattra_catalogue_entry_free)

/* The most bytes of one file that a register keeps. */
#define MATTRA_BLOB_MAX (50 * 1024 * 1024)

/**
 * MattraScan:
 * @id: ULID.
 * @seal: ULID of the version that was signed.
 * @blob: SHA-256 of its bytes, in hexadecimal.
 * @blob_length: how many bytes they are.
 * @media_type: "application/pdf" or "image/jpeg".
 * @signed_by: (nullable): who signed.
 * @signed_on: when; none where nobody said.
 *
 * What came back signed in ink.
 */
typedef struct
{
  char *id;
  char *seal;
  char *blob;
  gint64 blob_length;
  char *media_type;
  char *signed_by;
  MattraDate signed_on;
} MattraScan;

void mattra_scan_free (MattraScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraScan, mattra_scan_free)

/**
 * MattraSeal:
 * @id: ULID.
 * @plan: ULID of its plan.
 * @number: number within the plan, from 1.
 * @kind: kind of report.
 * @round: the round reported; %MATTRA_ROUND_NONE for the whole year.
 * @division: (nullable): ULID of the division whose report it is; %NULL for that of the whole organisation.
 * @options: what it was printed with, as canonical JSON.
 * @cells: SHA-256 of what it was made of, among the register's files.
 * @pdf: SHA-256 of the file.
 * @pdf_length: bytes of the file.
 * @fingerprint: that of its document, 64 hexadecimal digits.
 * @head: what stood for the whole log before it.
 * @at_utc: when, as 2022-12-09T08:15:00.000Z.
 * @person: (nullable): who confirmed it.
 * @corrects: number of the version that it corrects; 0 for none.
 * @corrects_id: (nullable): ULID of that version.
 * @reason: (nullable): why it was corrected.
 * @scans: (element-type MattraScan): what was signed in ink.
 *
 * A confirmed version (ฉบับยืนยัน) of a report.
 */
typedef struct
{
  char *id;
  char *plan;
  int number;
  char *kind;
  MattraRound round;
  char *division;
  char *options;
  char *cells;
  char *pdf;
  gint64 pdf_length;
  char *fingerprint;
  char *head;
  char *at_utc;
  char *person;
  int corrects;
  char *corrects_id;
  char *reason;
  GPtrArray *scans;
} MattraSeal;

void mattra_seal_free (MattraSeal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraSeal, mattra_seal_free)

/**
 * MattraComment:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @measure: ULID of the measure.
 * @round: the round it is about; %MATTRA_ROUND_NONE where it is about the measure as such.
 * @division: (nullable): ULID of the division whose answer it is about.
 * @person: (nullable): who wrote it; %NULL for who writes the register.
 * @at_utc: (nullable): when, as 2022-12-09T08:15:00.000Z.
 * @text: what was written.
 *
 * What somebody said about a measure.
 */
typedef struct
{
  char *id;
  char *measure;
  MattraRound round;
  char *division;
  char *person;
  char *at_utc;
  char *text;
} MattraComment;

void mattra_comment_free (MattraComment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraComment, mattra_comment_free)

/**
 * MattraOrigin:
 * @measure: ULID of a measure.
 * @origin: ULID of the measure that it came from; that may be in another register.
 * @fiscal_year: year of the plan that it came from, B.E.
 * @content: what was planned when it came, its periods moved to the year: cells as MattraSealCell writes them.
 *
 * Where a measure came from.
 */
typedef struct
{
  char *measure;
  char *origin;
  int fiscal_year;
  char *content;
} MattraOrigin;

void mattra_origin_free (MattraOrigin *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraOrigin, mattra_origin_free)

G_END_DECLS
