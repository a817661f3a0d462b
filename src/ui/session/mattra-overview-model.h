/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-overview.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/* As many lines of the latest acts as one look takes in. */
#define MATTRA_OVERVIEW_N_ACTS 6

/**
 * MattraOverviewAct:
 * @text: what was done, in the user's words.
 * @person: (nullable): who.
 * @at_utc: when, as 2022-12-09T08:15:00.000Z.
 * @number: number of the measure that it changed first; 0 for none.
 * @measure: (nullable): its ULID.
 * @n: how many times it was done, one right after the other, by the same person on the same day.
 *
 * One of the latest acts, or several alike, of which the latest is told.
 */
typedef struct
{
  char *text;
  char *person;
  char *at_utc;
  int number;
  char *measure;
  guint n;
} MattraOverviewAct;

#define MATTRA_TYPE_OVERVIEW_MODEL (mattra_overview_model_get_type ())

/* Where the session's plan stands, as of its round, division and day. It follows the session while it is active.
 *
 * Signals:
 *   changed ()     the numbers are new
 */
G_DECLARE_FINAL_TYPE (MattraOverviewModel, mattra_overview_model, MATTRA, OVERVIEW_MODEL, GObject)

MattraOverviewModel  *mattra_overview_model_new          (MattraSession       *session);
void                  mattra_overview_model_set_active   (MattraOverviewModel *self,
                                                          gboolean             active);
const MattraOverview *mattra_overview_model_get_overview (MattraOverviewModel *self);
const char           *mattra_overview_model_get_title    (MattraOverviewModel *self,
                                                          const char          *measure);
GPtrArray            *mattra_overview_model_get_acts     (MattraOverviewModel *self);

G_END_DECLS
