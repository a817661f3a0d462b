/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-review-box.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REVIEW_ACTIONS (mattra_review_actions_get_type ())

/* The buttons that submit, take back, approve and return the answer of a box. A button that can't be pressed says why.
 * To return asks first what is to be mended. */
G_DECLARE_FINAL_TYPE (MattraReviewActions, mattra_review_actions, MATTRA, REVIEW_ACTIONS, GtkBox)

GtkWidget   *mattra_review_actions_new  (MattraReviewBox     *box);

G_END_DECLS
