/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MattraCellKind:
 * @MATTRA_CELL_TEXT: text of one or several lines
 * @MATTRA_CELL_ITEMS: numbered items, one a line; the numbers are drawn, never part of the text
 * @MATTRA_CELL_DATE: one day, typed and shown in the Buddhist Era
 * @MATTRA_CELL_PERIOD: a span of time as people write it
 * @MATTRA_CELL_CHOICE: one of the words the delegate offers
 * @MATTRA_CELL_PEOPLE: names, one a line, completed from those the delegate offers
 * @MATTRA_CELL_READ_ONLY: text that is only looked at and copied
 *
 * What a column holds and so which editor opens in it.
 */
typedef enum
{
  MATTRA_CELL_TEXT,
  MATTRA_CELL_ITEMS,
  MATTRA_CELL_DATE,
  MATTRA_CELL_PERIOD,
  MATTRA_CELL_CHOICE,
  MATTRA_CELL_PEOPLE,
  MATTRA_CELL_READ_ONLY,
} MattraCellKind;

#define MATTRA_GRID_COLUMN_WIDTH_MIN 40

#define MATTRA_TYPE_GRID_COLUMN (mattra_grid_column_get_type ())

/* A column of a grid: an id that states are saved under, a title, a kind, and what the user changes:
 * its width in pixels and whether it is shown. The properties "title", "width" and "visible" notify. */
G_DECLARE_FINAL_TYPE (MattraGridColumn, mattra_grid_column, MATTRA, GRID_COLUMN, GObject)

MattraGridColumn *mattra_grid_column_new          (const char       *id,
                                                   const char       *title,
                                                   MattraCellKind    kind,
                                                   int               width);
const char       *mattra_grid_column_get_id       (MattraGridColumn *self);
const char       *mattra_grid_column_get_title    (MattraGridColumn *self);
void              mattra_grid_column_set_title    (MattraGridColumn *self,
                                                   const char       *title);
MattraCellKind    mattra_grid_column_get_kind     (MattraGridColumn *self);
int               mattra_grid_column_get_width    (MattraGridColumn *self);
void              mattra_grid_column_set_width    (MattraGridColumn *self,
                                                   int               width);
gboolean          mattra_grid_column_get_visible  (MattraGridColumn *self);
void              mattra_grid_column_set_visible  (MattraGridColumn *self,
                                                   gboolean          visible);
gboolean          mattra_grid_column_get_sortable (MattraGridColumn *self);
void              mattra_grid_column_set_sortable (MattraGridColumn *self,
                                                   gboolean          sortable);
gboolean          mattra_grid_column_get_handle   (MattraGridColumn *self);
void              mattra_grid_column_set_handle   (MattraGridColumn *self,
                                                   gboolean          handle);

G_END_DECLS
