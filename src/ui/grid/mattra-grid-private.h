/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"
#include "mattra-grid-colours.h"
#include "mattra-grid-selection.h"
#include "mattra-height-tree.h"

G_BEGIN_DECLS

/* What the files of the grid share. Rows are positions in the model; columns are places among the
 * shown ones (mattra_grid_shown_column); MATTRA_GRID_NONE is no row or no place. Pixels are those of
 * the widget: 0,0 is the left upper corner of the grid, header included. */

#define MATTRA_GRID_NONE G_MAXUINT
#define MATTRA_GRID_WIDTH_MAX 4000

typedef struct _MattraGridEditor MattraGridEditor;
typedef struct _MattraGridPointer MattraGridPointer;

/**
 * MattraGridHit:
 *
 * What lies under a point.
 */
typedef enum
{
  MATTRA_GRID_HIT_NOTHING,
  MATTRA_GRID_HIT_CELL,
  MATTRA_GRID_HIT_ROW_HEAD,
  MATTRA_GRID_HIT_HEADER,
} MattraGridHit;

struct _MattraGrid
{
  GtkWidget parent_instance;

  MattraGridDelegate *delegate;
  GListModel *model;
  GListStore *columns;
  GPtrArray *shown;
  GArray *edges;
  guint n_frozen;
  gboolean read_only;
  gboolean thai_digits;
  gboolean row_numbers;
  GMenuModel *row_menu;
  char *sort_id;
  gboolean sort_descending;

  /* The view: mattra-grid-layout.c */
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  MattraHeightTree *heights;
  GPtrArray *rows;
  GPtrArray *spare_rows;
  GtkWidget *kept_row;
  guint n_in_view;
  GtkWidget *header;
  int header_height;
  int gutter;
  guint anchor_row;
  double anchor_offset;
  double bias;
  double seen_value;
  guint reveal_row;
  guint reveal_place;
  guint widths_serial;
  int placed_x;
  guint placed_fixed;
  guint placed_widths;
  guint font_serial;
  double text_scale;
  int digit_width;
  int row_height_min;
  PangoAttrList *line_height;
  guint next_estimate;
  gboolean laying_out;
  gboolean restoring;
  gboolean measured;
  gint64 whole_frame;
  guint layout_tick;
  MattraGridColours colours;

  /* Where one stands and what is selected: mattra-grid-cursor.c */
  MattraGridSelection selection;
  MattraGridSelection expected;
  gint64 expected_until;

  /* Of mattra-grid-pointer.c and mattra-grid-actions.c */
  MattraGridPointer *pointer;
  GtkWidget *menu;

  /* Of mattra-grid-editor.c, NULL while nothing is edited */
  MattraGridEditor *editor;
  /* Of mattra-grid-refusal.c: why a cell can't be edited, while that is said */
  GtkWidget *refusal;
  guint refusal_timer;
};

/* Rows, columns and texts */
guint             mattra_grid_n_rows           (MattraGrid        *self);
guint             mattra_grid_n_shown          (MattraGrid        *self);
MattraGridColumn *mattra_grid_shown_column     (MattraGrid        *self,
                                                guint              place);
guint             mattra_grid_place_of         (MattraGrid        *self,
                                                MattraGridColumn  *column);
char             *mattra_grid_dup_cell_text    (MattraGrid        *self,
                                                guint              row,
                                                MattraGridColumn  *column);
void              mattra_grid_cell_look        (MattraGrid        *self,
                                                guint              row,
                                                MattraGridColumn  *column,
                                                MattraCellLook    *look);

/* Where things are. The cell's area may lie outside of the view; it is known for every row. */
gboolean          mattra_grid_cell_area        (MattraGrid        *self,
                                                guint              row,
                                                guint              place,
                                                GdkRectangle      *area);
void              mattra_grid_body_area        (MattraGrid        *self,
                                                GdkRectangle      *area);
MattraGridHit     mattra_grid_hit              (MattraGrid        *self,
                                                double             x,
                                                double             y,
                                                guint             *row,
                                                guint             *place);
GtkWidget        *mattra_grid_cell_widget      (MattraGrid        *self,
                                                guint              row,
                                                guint              place);
guint             mattra_grid_page_from        (MattraGrid        *self,
                                                guint              row,
                                                int                pages);
void              mattra_grid_reveal_cell      (MattraGrid        *self,
                                                guint              row,
                                                guint              place);
void              mattra_grid_scroll_by        (MattraGrid        *self,
                                                double             dx,
                                                double             dy);

/* Draws the cells again (cursor, selection), or also reads their texts again. */
void              mattra_grid_queue_cells      (MattraGrid        *self);
void              mattra_grid_update_selected  (MattraGrid        *self);
void              mattra_grid_queue_rows       (MattraGrid        *self,
                                                guint              first,
                                                guint              n);

/* The header takes the keyboard; Down or Escape gives it back. */
gboolean          mattra_grid_focus_header     (MattraGrid        *self);
/* The keyboard goes to the cursor's cell, to the grid itself while that is out of view. */
void              mattra_grid_focus_cursor     (MattraGrid        *self);

/* mattra-grid-columns.c. edges: the left edge of each shown column without scrolling, and the right
 * one of the last; frozen_edge: what of the view's width the gutter and the frozen columns take. */
void              mattra_grid_columns_init     (MattraGrid        *self);
void              mattra_grid_columns_update   (MattraGrid        *self);
guint             mattra_grid_n_fixed          (MattraGrid        *self);
int               mattra_grid_fixed_edge       (MattraGrid        *self);
void              mattra_grid_column_span      (MattraGrid        *self,
                                                guint              place,
                                                int               *x,
                                                int               *width);
guint             mattra_grid_place_at         (MattraGrid        *self,
                                                double             x);
int               mattra_grid_fit_width        (MattraGrid        *self,
                                                MattraGridColumn  *column);

/* mattra-grid-layout.c */
void              mattra_grid_layout_rows      (MattraGrid        *self,
                                                int                width,
                                                int                height);
void              mattra_grid_layout_reset     (MattraGrid        *self);
void              mattra_grid_layout_items_changed (MattraGrid    *self,
                                                guint              position,
                                                guint              removed,
                                                guint              added);
void              mattra_grid_release_rows     (MattraGrid        *self);
GtkWidget        *mattra_grid_row_widget       (MattraGrid        *self,
                                                guint              row);

/* mattra-grid-spare.c */
void              mattra_grid_spare_row        (MattraGrid        *self,
                                                GtkWidget         *row);
GtkWidget        *mattra_grid_take_spare       (MattraGrid        *self);
void              mattra_grid_stock_rows       (MattraGrid        *self);

/* mattra-grid-extent.c */
void              mattra_grid_note_measured    (MattraGrid        *self);
void              mattra_grid_configure        (MattraGrid        *self,
                                                GtkOrientation     orientation,
                                                double             value,
                                                double             lower,
                                                double             extent,
                                                double             page);

/* mattra-grid-draw.c */
void              mattra_grid_draw             (MattraGrid        *self,
                                                GtkSnapshot       *snapshot);
void              mattra_grid_update_colours   (MattraGrid        *self);

/* Signals of the grid */
void              mattra_grid_cursor_changed   (MattraGrid        *self);
void              mattra_grid_sort_changed     (MattraGrid        *self);
void              mattra_grid_layout_changed   (MattraGrid        *self);
void              mattra_grid_draft            (MattraGrid        *self,
                                                guint              row,
                                                MattraGridColumn  *column,
                                                const char        *text);

void              mattra_grid_edit_lost        (MattraGrid        *self,
                                                MattraGridColumn  *column,
                                                const char        *text);

/* mattra-grid-refusal.c. A reason is said at the cell, until the next step or for some seconds. */
char             *mattra_grid_dup_refusal      (MattraGrid        *self,
                                                guint              row,
                                                MattraGridColumn  *column);
void              mattra_grid_say_refusal      (MattraGrid        *self,
                                                guint              row,
                                                guint              place,
                                                const char        *reason);
void              mattra_grid_end_refusal      (MattraGrid        *self);

/* mattra-grid-cursor.c. The one way to another cursor or selection: draws, reveals the corner that
 * moved if asked to, takes the keyboard along and emits cursor-changed. After the model or the columns changed: @places tells for each of the @n_old
 * places before where it is now. */
void              mattra_grid_change_selection (MattraGrid        *self,
                                                const MattraGridSelection *selection,
                                                gboolean           reveal);
/* What shall be selected as soon as the model follows a command, if it does so in time. */
void              mattra_grid_expect_selection (MattraGrid        *self,
                                                const MattraGridSelection *selection);
/* mattra-grid-move.c: what Enter and Tab do, also those that ended an edit */
void              mattra_grid_cycle            (MattraGrid        *self,
                                                MattraGridCycle    cycle);
gboolean          _mattra_grid_is_cursor       (MattraGrid        *self,
                                                guint              row,
                                                guint              place);
gboolean          _mattra_grid_is_selected     (MattraGrid        *self,
                                                guint              row,
                                                guint              place);
void              _mattra_grid_cursor_items_changed   (MattraGrid  *self,
                                                       guint        position,
                                                       guint        removed,
                                                       guint        added);
void              _mattra_grid_cursor_columns_changed (MattraGrid  *self,
                                                       const guint *places,
                                                       guint        n_old);

/* Hooks, called by mattra-grid.c: keys, pointer and actions from grid-hands' files */
void              _mattra_grid_keys_init       (MattraGrid        *self);
void              _mattra_grid_pointer_init    (MattraGrid        *self);
gboolean          _mattra_grid_pointer_cancel  (MattraGrid        *self);
gboolean          _mattra_grid_pointer_holds   (MattraGrid        *self,
                                                GtkWidget         *row);
void              _mattra_grid_pointer_let_go  (MattraGrid        *self,
                                                GtkWidget         *row);
void              _mattra_grid_pointer_tap     (MattraGrid        *self,
                                                double             x,
                                                double             y);
void              _mattra_grid_pointer_snapshot (MattraGrid       *self,
                                                GtkSnapshot       *snapshot);
void              _mattra_grid_pointer_dispose (MattraGrid        *self);
void              _mattra_grid_actions_init    (GtkWidgetClass    *klass);
void              _mattra_grid_actions_dispose (MattraGrid        *self);
/* Called when what can be done may have changed otherwise than by the cursor: read-only, sort. */
void              _mattra_grid_actions_update  (MattraGrid        *self);

/* Hooks, called while self->editor is there. allocate: at the end of the grid's size_allocate, put the
 * editor over its cell; snapshot: draw it, after everything else; the cell's row stays alive. */
void              _mattra_grid_editor_allocate        (MattraGrid  *self);
void              _mattra_grid_editor_snapshot        (MattraGrid  *self,
                                                       GtkSnapshot *snapshot);
guint             _mattra_grid_editor_get_row         (MattraGrid  *self);
void              _mattra_grid_editor_items_changed   (MattraGrid  *self,
                                                       guint        position,
                                                       guint        removed,
                                                       guint        added);
void              _mattra_grid_editor_columns_changed (MattraGrid  *self);
void              _mattra_grid_editor_dispose         (MattraGrid  *self);

G_END_DECLS
