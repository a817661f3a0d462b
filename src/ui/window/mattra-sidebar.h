/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_SIDEBAR (mattra_sidebar_get_type ())

/* Fiscal year, round, the lists across divisions and the divisions of a session. Numbers are changed
 * in place: the focus stays, nothing flickers.
 *
 * Signals:
 *   chosen ()    a list or division was activated by the user
 */
G_DECLARE_FINAL_TYPE (MattraSidebar, mattra_sidebar, MATTRA, SIDEBAR, GtkWidget)

GtkWidget *mattra_sidebar_new      (MattraSession *session,
                                    GSettings     *settings);
char      *mattra_sidebar_dup_name (MattraSidebar *self);

G_END_DECLS
