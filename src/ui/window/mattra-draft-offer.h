/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-drafts.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraDraftOffer:
 * @typed: what was typed, and where
 * @year: fiscal year of the plan that has the place; 0 where the place is gone
 * @number: the measure's number; 0 for none
 * @title: (nullable): the measure's title
 * @place: (nullable): the place in words, where it is none of a measure
 * @written: the register holds the text: there is nothing to offer
 *
 * A typed text as it is offered back, and what the register knows of its place.
 */
typedef struct
{
  MattraTyped *typed;
  int year;
  int number;
  char *title;
  char *place;
  gboolean written;
} MattraDraftOffer;

void       mattra_draft_offer_free         (MattraDraftOffer    *self);
void       mattra_draft_offers_look_async  (MattraSession       *session,
                                            GPtrArray           *typed,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GPtrArray *mattra_draft_offers_look_finish (MattraSession       *session,
                                            GAsyncResult        *result);
char      *mattra_draft_offer_dup_words    (const MattraDraftOffer *self,
                                            const char             *column,
                                            guint                   n_offers,
                                            MattraDigits            digits);

G_END_DECLS
