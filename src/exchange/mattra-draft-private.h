/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-draft.h"
#include "mattra-items.h"
#include "mattra-period.h"

G_BEGIN_DECLS

/* What a column has given to the measure so far. */
typedef struct
{
  MattraField field;
  MattraRound round;
  char *label;          /* of the column */
  MattraItemRun run;
  GString *text;        /* for columns that hold no items */
  const MattraCell *last; /* the last cell that was not empty */
  const MattraCell *first; /* where the text begins */
} MattraDraftPart;

typedef struct
{
  guint column;
  const MattraCell *cell;
  const MattraColumn *head;
} MattraDraftTick;

struct _MattraDraft
{
  MattraImport *import;
  MattraDivisionList *divisions;
  MattraMeasure *measure;
  GPtrArray *parts; /* MattraDraftPart */
  GArray *ticks;    /* MattraDraftTick */
};

void     mattra_draft_ask        (MattraDraft        *self,
                                  MattraQuestionKind  kind,
                                  const MattraCell   *cell,
                                  const char         *field,
                                  const char         *text,
                                  const char         *message,
                                  const char         *suggest);
gboolean mattra_draft_is_unclear (const MattraPeriod *period);

G_END_DECLS
