/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-answer-view.h"

G_BEGIN_DECLS

GtkWidget        *mattra_window_answer_new      (MattraSession *session,
                                                 GSettings     *settings);
MattraAnswerView *mattra_window_answer_get_view (GtkWidget     *answer);

G_END_DECLS
