/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-table-page.h"

G_BEGIN_DECLS

#define MATTRA_VIEW_TABLE "table"
#define MATTRA_VIEW_OVERVIEW "overview"
#define MATTRA_VIEW_TIMELINE "timeline"

#define MATTRA_TYPE_REGISTER_VIEWS (mattra_register_views_get_type ())

/* The ways to look at a register's measures, one at a time in the middle of its page: the table, and others that
 * are made when they are first wanted. Each shows what the session shows.
 *
 * Signals:
 *   changed ()     another one is shown
 */
G_DECLARE_FINAL_TYPE (MattraRegisterViews, mattra_register_views, MATTRA, REGISTER_VIEWS, GObject)

MattraRegisterViews *mattra_register_views_new       (MattraSession       *session,
                                                      GSettings           *settings,
                                                      MattraTablePage     *table,
                                                      AdwViewStack        *stack);
const char          *mattra_register_views_get_shown (MattraRegisterViews *self);
void                 mattra_register_views_set_shown (MattraRegisterViews *self,
                                                      const char          *name);
void                 mattra_register_views_focus     (MattraRegisterViews *self);

G_END_DECLS
