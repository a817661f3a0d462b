/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-division.h"
#include "mattra-field.h"
#include "mattra-fiscal.h"
#include "mattra-measure.h"
#include "mattra-repair.h"
#include "mattra-table-format.h"

G_BEGIN_DECLS

/**
 * MattraImportDocument:
 * @title: (nullable): title without year and round.
 * @organisation: (nullable): name of the office.
 * @district: (nullable): its district, without อำเภอ.
 * @province: (nullable): its province, without จังหวัด.
 * @website: (nullable): its web site, as printed.
 * @fiscal_year: the year of the measures, B.E.; 0 where the document names none.
 * @analysed_year: the year whose assessment was analysed, B.E.; 0 where the document names none.
 * @round: the round; none where heading and preface name none.
 * @second_half: the document reports the second six months, which go into the full year.
 * @round_text: (nullable): how the round is written.
 * @round_start: first day of the round.
 * @round_end: last day of the round.
 * @is_report: whether results are reported; else it is a plan.
 *
 * What the heading and the preface of a document say.
 */
typedef struct
{
  char *title;
  char *organisation;
  char *district;
  char *province;
  char *website;
  int fiscal_year;
  int analysed_year;
  MattraRound round;
  gboolean second_half;
  char *round_text;
  MattraDate round_start;
  MattraDate round_end;
  gboolean is_report;
} MattraImportDocument;

/**
 * MattraImportColumn:
 * @field: what it was understood as, the key in JSON.
 * @label: its head, without stray spaces where the head is known.
 * @position: its place in the table, from 0.
 *
 * A column of the document's table.
 */
typedef struct
{
  const char *field;
  char *label;
  guint position;
} MattraImportColumn;

/**
 * MattraImportHead:
 * @field: what the column holds.
 * @label: its head, as it prints.
 *
 * The head of a column of the document's first table, at its place in the table.
 */
typedef struct
{
  MattraField field;
  char *label;
} MattraImportHead;

/**
 * MattraColumnMeaning:
 * @position: place of a column, from 0.
 * @field: what it holds.
 *
 * What the user says a column of the first table holds, and columns like it in tables that have the same heads.
 */
typedef struct
{
  guint position;
  MattraField field;
} MattraColumnMeaning;

/**
 * MattraImportOptions:
 * @fiscal_year: fiscal year of the document, B.E., where the user named one; 0 otherwise.
 * @divisions: (nullable): divisions that responsible parties are matched with; the usual ones of the
 *   document's organisation where %NULL.
 * @format: how the document is divided into cells.
 * @round: the round that results belong to, where the user named one; none otherwise.
 * @meanings: (nullable) (element-type MattraColumnMeaning): what the user says columns hold, over what their
 *   heads say.
 * @headless: whether the first row of the first table is a measure, not its heads.
 * @cancellable: (nullable): ends the reading, which then fails with %G_IO_ERROR_CANCELLED.
 *
 * What an import is told besides the document.
 */
typedef struct
{
  int fiscal_year;
  MattraDivisionList *divisions;
  MattraTableFormat format;
  MattraRound round;
  GArray *meanings;
  gboolean headless;
  GCancellable *cancellable;
} MattraImportOptions;

#define MATTRA_TYPE_IMPORT (mattra_import_get_type ())

/* What a document says: its facts, its measures, what was repaired and what must be asked. It never
 * touches a register. */
G_DECLARE_FINAL_TYPE (MattraImport, mattra_import, MATTRA, IMPORT, GObject)

MattraImport               *mattra_import_read_file     (const char                 *path,
                                                         const MattraImportOptions  *options,
                                                         GError                    **error);
MattraImport               *mattra_import_read_bytes    (GBytes                     *bytes,
                                                         const char                 *name,
                                                         const MattraImportOptions  *options,
                                                         GError                    **error);
const MattraImportDocument *mattra_import_get_document  (MattraImport               *self);
GPtrArray                  *mattra_import_get_columns   (MattraImport               *self);
GPtrArray                  *mattra_import_get_heads     (MattraImport               *self);
GPtrArray                  *mattra_import_get_measures  (MattraImport               *self);
int                         mattra_import_get_line      (MattraImport               *self,
                                                         guint                       measure);
GPtrArray                  *mattra_import_get_repairs   (MattraImport               *self);
GPtrArray                  *mattra_import_get_questions (MattraImport               *self);
GPtrArray                  *mattra_import_get_preface   (MattraImport               *self);
GPtrArray                  *mattra_import_get_notes     (MattraImport               *self);
GPtrArray                  *mattra_import_list_questions (MattraImport              *self);

G_END_DECLS
