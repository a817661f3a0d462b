/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-drafts.h"
#include "mattra-register-page.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_DRAFT_BAR (mattra_draft_bar_get_type ())

/* Offers texts that were typed and not written in the bar above a table: the latest first, one after
 * another.
 *
 * Signals:
 *   return-to-people (typed)    a MattraTyped that goes back to the page of office, divisions and people
 *   dropped (typed)    a MattraTyped that nobody needs any more: the register has it, or it was discarded
 */
G_DECLARE_FINAL_TYPE (MattraDraftBar, mattra_draft_bar, MATTRA, DRAFT_BAR, GObject)

MattraDraftBar *mattra_draft_bar_new    (MattraSession      *session,
                                         MattraRegisterPage *page,
                                         GSettings          *settings);
void            mattra_draft_bar_offer  (MattraDraftBar     *self,
                                         GPtrArray          *typed);
void            mattra_draft_bar_forget (MattraDraftBar     *self,
                                         const MattraTyped  *place);

G_END_DECLS
