/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"

G_BEGIN_DECLS

/* A table on a window with a delegate of texts, and hands to type into it. */

enum
{
  DESK_TEXT,
  DESK_ITEMS,
  DESK_DATE,
  DESK_PERIOD,
  DESK_CHOICE,
  DESK_PEOPLE,
  DESK_READ_ONLY,
  DESK_N_COLUMNS,
};

typedef struct
{
  GtkWidget *window;
  GtkWidget *other;
  MattraGrid *grid;
  GListStore *rows;
  MattraGridDelegate *delegate;
  MattraGridColumn *columns[DESK_N_COLUMNS];
  GPtrArray *drafts;
  char *lost;
} Desk;

Desk       *desk_new         (guint            n_rows,
                              int              height);
void        desk_free        (Desk            *desk);
const char *desk_text        (Desk            *desk,
                              guint            row,
                              int              column);
void        desk_set_text    (Desk            *desk,
                              guint            row,
                              int              column,
                              const char      *text);
void        desk_make_anew   (Desk            *desk,
                              const guint     *order);
guint       desk_n_applied   (Desk            *desk);
const char *desk_last_draft  (Desk            *desk);
GtkWidget  *desk_focus       (Desk            *desk);
void        desk_edit        (Desk            *desk,
                              guint            row,
                              int              column,
                              const char      *text);
void        desk_type        (Desk            *desk,
                              const char      *text);
void        desk_press       (Desk            *desk,
                              guint            keyval,
                              GdkModifierType  state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

G_END_DECLS
