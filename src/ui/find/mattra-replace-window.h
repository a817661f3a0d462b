/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-find-job.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REPLACE_WINDOW (mattra_replace_window_get_type ())

/* What becomes what if all is replaced, and what stays as it is and why; then all is one act. */
G_DECLARE_FINAL_TYPE (MattraReplaceWindow, mattra_replace_window, MATTRA, REPLACE_WINDOW, AdwWindow)

MattraReplaceWindow *mattra_replace_window_present  (GtkWindow           *parent,
                                                     MattraSession       *session,
                                                     const MattraFindJob *job);
gboolean             mattra_replace_window_is_ready (MattraReplaceWindow *self);

G_END_DECLS
