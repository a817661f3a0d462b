/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-measure-list.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FIND_BAR (mattra_find_bar_get_type ())

/* Find and replace in the measures of the session's plan, as blind to digits, eras and spelling as
 * the search. A bar to stand above the table; it holds a GtkSearchBar's place but hides nothing itself.
 *
 * Properties: n-hits (read only, notifies): cells in which something was found
 * Signals:
 *   go-to (char *measure, char *field)   the cell of a hit is to be shown; the focus stays in the bar
 *   close ()                             Escape or the close button
 */
G_DECLARE_FINAL_TYPE (MattraFindBar, mattra_find_bar, MATTRA, FIND_BAR, AdwBin)

GtkWidget *mattra_find_bar_new       (MattraSession     *session,
                                      MattraMeasureList *list);
void       mattra_find_bar_open      (MattraFindBar     *self,
                                      const char        *text);
void       mattra_find_bar_set_cell  (MattraFindBar     *self,
                                      const char        *measure,
                                      const char        *field,
                                      const char        *title);
void       mattra_find_bar_next      (MattraFindBar     *self,
                                      gboolean           backwards);
gboolean   mattra_find_bar_is_ready  (MattraFindBar     *self);

G_END_DECLS
