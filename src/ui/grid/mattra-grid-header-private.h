/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-head.h"
#include "mattra-grid-header.h"

G_BEGIN_DECLS

/**
 * MattraHeaderDrag:
 *
 * What the pressed pointer does in the header.
 */
typedef enum
{
  MATTRA_HEADER_DRAG_NONE,
  MATTRA_HEADER_DRAG_PRESS,
  MATTRA_HEADER_DRAG_RESIZE,
  MATTRA_HEADER_DRAG_MOVE,
} MattraHeaderDrag;

struct _MattraGridHeader
{
  GtkWidget parent_instance;

  MattraGrid *grid;
  GPtrArray *heads;
  GtkWidget *menu;

  /* mattra-grid-header-drag.c */
  MattraHeaderDrag drag;
  MattraGridColumn *dragged;
  double press_x;
  double press_y;
  int width_before;
  guint drop_place;
};

MattraGridHead *mattra_grid_header_get_head     (MattraGridHeader *self,
                                                 guint             place);
void            mattra_grid_header_toggle_sort  (MattraGridHeader *self,
                                                 MattraGridColumn *column);
void            mattra_grid_header_move_to      (MattraGridHeader *self,
                                                 MattraGridColumn *column,
                                                 guint             place);
void            mattra_grid_header_fit          (MattraGridHeader *self,
                                                 MattraGridColumn *column);
void            mattra_grid_header_popup        (MattraGridHeader *self,
                                                 MattraGridColumn *column);
void            mattra_grid_header_init_drag    (MattraGridHeader *self);
void            mattra_grid_header_init_keys    (MattraGridHeader *self);
void            mattra_grid_header_init_menu    (GtkWidgetClass   *klass);
void            mattra_grid_header_draw_drop    (MattraGridHeader *self,
                                                 GtkSnapshot      *snapshot);

G_END_DECLS
