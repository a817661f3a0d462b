/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-actor.h"
#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraEdit:
 * @target: a measure by number or ULID, `organisation`, `plan`, `person:NAME`, `division:NAME`, `paper:KIND` or
 *   `member:NAME`.
 * @field: the field; of a measure as in JSON.
 * @value: the new value; the lines of a cell are its items, an empty value empties the cell; of a picture its file.
 * @round: round of the answer, for fields that belong to one.
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer.
 *
 * One change of one cell, as a person would say it.
 */
typedef struct
{
  const char *target;
  const char *field;
  const char *value;
  MattraRound round;
  const char *division;
} MattraEdit;

gboolean mattra_edit_apply        (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   guint             *n_changes,
                                   GError           **error);
gboolean mattra_edit_apply_as     (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   const MattraActor *actor,
                                   guint             *n_changes,
                                   GError           **error);
gboolean mattra_edit_set          (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   GError           **error);
gboolean mattra_edit_set_all      (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edits,
                                   guint              n_edits,
                                   GError           **error);
gboolean mattra_edit_set_exactly  (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   GError           **error);

G_END_DECLS
