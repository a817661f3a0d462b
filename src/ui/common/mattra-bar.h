/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_BAR (mattra_bar_get_type ())

/* A line above a page for a state that lasts (read-only, text to be restored), with at most three
 * buttons. It is hidden while it has no text.
 *
 * Signals:
 *   reply (id)    a button was pressed; the bar stays until its text is taken away
 */
G_DECLARE_FINAL_TYPE (MattraBar, mattra_bar, MATTRA, BAR, GtkWidget)

void        mattra_bar_set_text (MattraBar  *self,
                                 const char *text);
void        mattra_bar_set_reply (MattraBar *self,
                                 guint       place,
                                 const char *id,
                                 const char *label);

G_END_DECLS
