/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraFormPlace:
 * @measure: (nullable): ULID of the measure
 * @number: its number, for the history; 0 for none
 * @round: the round, for fields of an answer
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 * @field: (nullable): the field
 *
 * What a cell of the form stands for.
 */
typedef struct
{
  char *measure;
  int number;
  MattraRound round;
  char *division;
  char *field;
} MattraFormPlace;

void mattra_form_place_copy   (MattraFormPlace       *self,
                               const MattraFormPlace *place);
void mattra_form_place_clear  (MattraFormPlace       *self);
gboolean mattra_form_place_equal (const MattraFormPlace *self,
                                  const MattraFormPlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraFormPlace, mattra_form_place_clear)

void mattra_form_act_set      (MattraSession         *session,
                               const char            *name,
                               const MattraFormPlace *place,
                               const char            *text,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data);
void mattra_form_act_tick     (MattraSession         *session,
                               const MattraFormPlace *place,
                               const char            *step,
                               guint                  occurrence,
                               gboolean               done,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data);

G_END_DECLS
