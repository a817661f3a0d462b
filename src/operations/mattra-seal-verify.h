/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraVerdictKind:
 * @MATTRA_VERDICT_VERSION: it is a confirmed version, byte by byte; what follows are signatures and nothing else.
 * @MATTRA_VERDICT_DRAFT: it is a draft that says what stands in the register today.
 * @MATTRA_VERDICT_CHANGED: it is a draft of what has changed since.
 * @MATTRA_VERDICT_ALTERED: it was one of these and is not any more.
 * @MATTRA_VERDICT_UNKNOWN: it is none of this register.
 *
 * What a PDF is.
 */
typedef enum
{
  MATTRA_VERDICT_VERSION,
  MATTRA_VERDICT_DRAFT,
  MATTRA_VERDICT_CHANGED,
  MATTRA_VERDICT_ALTERED,
  MATTRA_VERDICT_UNKNOWN,
} MattraVerdictKind;

/**
 * MattraVerdict:
 * @kind: what the file is.
 * @fiscal_year: year of the version's plan; 0 where there is none.
 * @several_years: whether the register holds several plans, each with its version 1.
 * @number: number of the version that it is, or was; 0 where there is none.
 * @how: (nullable): what is wrong with it, for the user.
 * @n_appended: bytes that follow the version.
 * @differences: (element-type MattraDifference) (nullable): the cells that say something else today; %NULL where
 *   they could not be told.
 *
 * How a PDF compares with a register.
 */
typedef struct
{
  MattraVerdictKind kind;
  int fiscal_year;
  gboolean several_years;
  int number;
  char *how;
  gsize n_appended;
  GPtrArray *differences;
} MattraVerdict;

void mattra_verdict_free (MattraVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraVerdict, mattra_verdict_free)

/**
 * MattraTailFunc:
 * @pdf: a file that begins with a whole PDF.
 * @length: how many bytes that has.
 * @how: (out) (transfer full): what is wrong with what follows, for the user.
 *
 * Tells whether what follows a whole PDF are valid signatures and nothing else.
 *
 * Returns: whether it is so.
 */
typedef gboolean (*MattraTailFunc) (GBytes  *pdf,
                                    gsize    length,
                                    char   **how);

MattraVerdict *mattra_seal_verify_file (MattraStore     *store,
                                        GBytes          *pdf,
                                        MattraTailFunc   is_signed,
                                        GError         **error);
MattraVerdict *mattra_seal_verify_within
                                       (MattraStore     *store,
                                        GBytes          *pdf,
                                        MattraTailFunc   is_signed,
                                        guint            seconds,
                                        GError         **error);

G_END_DECLS
