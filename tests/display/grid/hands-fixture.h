/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"

G_BEGIN_DECLS

#define HANDS_N_COLUMNS 5

/* A window with a grid of short texts, and a delegate that writes down what it is asked to do and then
 * does it. Columns: a number (read-only), text, items, date, text. Row r's cell c reads "r" and a
 * letter, "3b"; the cells of the row 4 are empty, its number but. */
typedef struct
{
  GtkWidget *window;
  MattraGrid *grid;
  GListStore *rows;
  GString *log;
  GObject *delegate;
} Hands;

Hands   *hands_new        (guint            n_rows);
void     hands_free       (Hands           *self);
gboolean hands_press      (Hands           *self,
                           guint            keyval,
                           GdkModifierType  modifiers);
gboolean hands_press_code (Hands           *self,
                           guint            keyval,
                           guint            keycode,
                           GdkModifierType  modifiers);
void     hands_stand      (Hands           *self,
                           const char      *from);
char    *hands_where      (Hands           *self);
char    *hands_take       (Hands           *self);
void     hands_put        (Hands           *self,
                           guint            row,
                           guint            column,
                           const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hands, hands_free)

G_END_DECLS
