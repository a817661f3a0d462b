/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-import.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraAcceptedKind:
 * @MATTRA_ACCEPTED_ADDED: a measure that the register did not have.
 * @MATTRA_ACCEPTED_CHANGED: a measure that the document changed.
 * @MATTRA_ACCEPTED_DOUBTFUL: a measure that was added, though it may be another one under a new title.
 * @MATTRA_ACCEPTED_MISSING: a measure of the register that the document lacks; it was kept.
 *
 * What became of a row of a document, or of a measure without one.
 */
typedef enum
{
  MATTRA_ACCEPTED_ADDED,
  MATTRA_ACCEPTED_CHANGED,
  MATTRA_ACCEPTED_DOUBTFUL,
  MATTRA_ACCEPTED_MISSING,
} MattraAcceptedKind;

/**
 * MattraAcceptedMeasure:
 * @kind: what became of it.
 * @number: its number; 0 for none.
 * @title: its title.
 * @detail: (nullable): the fields that changed, or the title it may be the new one of.
 *
 * A measure that an import touched, or did not.
 */
typedef struct
{
  MattraAcceptedKind kind;
  int number;
  char *title;
  char *detail;
} MattraAcceptedMeasure;

/**
 * MattraAcceptance:
 * @fiscal_year: the plan that took the document in.
 * @created_file: whether the register is new.
 * @created_plan: whether the plan is new.
 * @n_changes: how many cells changed; 0 where the register said all this already.
 * @measures: (element-type MattraAcceptedMeasure): what became of each measure; unchanged ones are left out.
 * @notices: (element-type utf8): what the user should know besides, translated.
 *
 * What taking a document in did, or would do.
 */
typedef struct
{
  int fiscal_year;
  gboolean created_file;
  gboolean created_plan;
  guint n_changes;
  GPtrArray *measures;
  GPtrArray *notices;
} MattraAcceptance;

void      mattra_acceptance_clear (MattraAcceptance   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraAcceptance, mattra_acceptance_clear)

gboolean  mattra_accept_import    (const char         *path,
                                   MattraImport       *import,
                                   int                 fiscal_year,
                                   gboolean            dry_run,
                                   MattraAcceptance   *acceptance,
                                   GError            **error);
gboolean  mattra_accept_import_into (MattraStore      *store,
                                   MattraImport       *import,
                                   int                 fiscal_year,
                                   gboolean            dry_run,
                                   MattraAcceptance   *acceptance,
                                   GError            **error);
gboolean  mattra_read_divisions   (const char         *path,
                                   int                 fiscal_year,
                                   MattraDivisionList **divisions,
                                   GError            **error);
gboolean  mattra_read_import      (const char         *document,
                                   const char         *path,
                                   int                 fiscal_year,
                                   MattraImport      **import,
                                   GError            **error);

G_END_DECLS
