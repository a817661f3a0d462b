/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"
#include "mattra-people-page.h"

G_BEGIN_DECLS

/**
 * People:
 * @window: a window.
 * @page: the page of office, divisions and people in it.
 * @session: of a register that was just made.
 * @path: the register.
 *
 * The page as it stands in a window.
 */
typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  MattraSession *session;
  char *path;
} People;

void        people_set_up      (People        *self,
                                gconstpointer  data);
void        people_tear_down   (People        *self,
                                gconstpointer  data);
void        people_open_window (People        *self);
gboolean    people_is_gone     (gpointer       data);
MattraGrid *people_grid        (People        *self,
                                guint          place);
void        people_show        (People        *self,
                                const char    *name);
void        people_finish      (People        *self);
void        people_type        (People        *self,
                                MattraGrid    *into,
                                guint          row,
                                const char    *column,
                                const char    *text);

G_END_DECLS
