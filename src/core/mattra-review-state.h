/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-review-event.h"

G_BEGIN_DECLS

MattraReviewState mattra_review_get_state (MattraPlan    *plan,
                                           MattraMeasure *measure,
                                           MattraRound    round,
                                           const char    *division);

G_END_DECLS
