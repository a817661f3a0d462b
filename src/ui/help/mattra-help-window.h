/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_HELP_WINDOW (mattra_help_window_get_type ())

/* The help, from the program's own resources: a list of pages and the page beside it; on a narrow
 * window one of the two. */
G_DECLARE_FINAL_TYPE (MattraHelpWindow, mattra_help_window, MATTRA, HELP_WINDOW, AdwWindow)

MattraHelpWindow *mattra_help_window_new  (void);
void              mattra_help_window_show (MattraHelpWindow *self,
                                           const char       *page);
void              mattra_help_present     (GtkWindow        *parent,
                                           const char       *page);

G_END_DECLS
