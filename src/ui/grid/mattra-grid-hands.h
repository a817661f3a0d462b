/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-private.h"

G_BEGIN_DECLS

/* What the hands' files share: keys, pointer, actions, commands and clipboard. */

typedef enum
{
  MATTRA_GRID_COMMAND_COPY,
  MATTRA_GRID_COMMAND_CUT,
  MATTRA_GRID_COMMAND_PASTE,
  MATTRA_GRID_COMMAND_CLEAR,
  MATTRA_GRID_COMMAND_FILL_DOWN,
  MATTRA_GRID_COMMAND_FILL_RIGHT,
  MATTRA_GRID_COMMAND_TODAY,
  MATTRA_GRID_COMMAND_EDIT,
  MATTRA_GRID_COMMAND_SELECT_ALL,
  MATTRA_GRID_COMMAND_SELECT_ROWS,
  MATTRA_GRID_COMMAND_SELECT_COLUMNS,
  MATTRA_GRID_COMMAND_INSERT_ABOVE,
  MATTRA_GRID_COMMAND_INSERT_BELOW,
  MATTRA_GRID_COMMAND_DUPLICATE,
  MATTRA_GRID_COMMAND_DELETE_ROWS,
  MATTRA_GRID_COMMAND_MOVE_UP,
  MATTRA_GRID_COMMAND_MOVE_DOWN,
  MATTRA_GRID_COMMAND_MOVE_TOP,
  MATTRA_GRID_COMMAND_MOVE_BOTTOM,
  MATTRA_GRID_N_COMMANDS,
} MattraGridCommand;

typedef enum
{
  MATTRA_GRID_UP,
  MATTRA_GRID_DOWN,
  MATTRA_GRID_LEFT,
  MATTRA_GRID_RIGHT,
} MattraGridDirection;

/* mattra-grid-move.c: the steps of the arrows, with @extend those of the corner that moves */
void        mattra_grid_go_to             (MattraGrid          *self,
                                           guint                row,
                                           guint                place,
                                           gboolean             extend);
void        mattra_grid_step              (MattraGrid          *self,
                                           MattraGridDirection  direction,
                                           gboolean             extend);
void        mattra_grid_jump              (MattraGrid          *self,
                                           MattraGridDirection  direction,
                                           gboolean             extend);
void        mattra_grid_go_page           (MattraGrid          *self,
                                           int                  pages,
                                           gboolean             extend);
void        mattra_grid_go_line_end       (MattraGrid          *self,
                                           gboolean             last,
                                           gboolean             extend);
void        mattra_grid_go_table_end      (MattraGrid          *self,
                                           gboolean             last,
                                           gboolean             extend);
void        mattra_grid_leave             (MattraGrid          *self,
                                           gboolean             forward);

/* mattra-grid-read.c */
typedef void (*MattraGridReadFunc) (MattraGrid      *self,
                                    MattraGridBlock *block,
                                    gpointer         data);

void        mattra_grid_read              (MattraGrid          *self,
                                           const MattraGridRange *range,
                                           MattraGridReadFunc   func,
                                           gpointer             data,
                                           GDestroyNotify       destroy);
gboolean    mattra_grid_can_write         (MattraGrid          *self,
                                           const MattraGridBlock *block);

/* mattra-grid-commands.c */
guint       mattra_grid_get_commands      (MattraGrid          *self);
gboolean    mattra_grid_run               (MattraGrid          *self,
                                           MattraGridCommand    command);
gboolean    mattra_grid_can_change        (MattraGrid          *self,
                                           const MattraGridBlock *block,
                                           guint                row,
                                           MattraGridColumn    *column);
void        mattra_grid_add_change        (MattraGrid          *self,
                                           GPtrArray           *cells,
                                           const MattraGridBlock *block,
                                           guint                row,
                                           MattraGridColumn    *column,
                                           const char          *text);
void        mattra_grid_apply             (MattraGrid          *self,
                                           MattraGridChangeKind kind,
                                           GPtrArray           *cells);
gboolean    mattra_grid_has_movable_rows  (MattraGrid          *self);
gboolean    mattra_grid_can_move_rows     (MattraGrid          *self);
gboolean    mattra_grid_refuse_move       (MattraGrid          *self);
void        mattra_grid_move_rows         (MattraGrid          *self,
                                           guint                position);

/* mattra-grid-actions.c */
void        mattra_grid_popup_menu        (MattraGrid          *self,
                                           const GdkRectangle  *at);
void        mattra_grid_open_menu         (GtkPopover          *menu);

/* mattra-grid-clipboard.c */
void        mattra_grid_copy              (MattraGrid          *self);
guint       mattra_grid_begin_copy        (MattraGrid          *self);
void        mattra_grid_copy_block        (MattraGrid          *self,
                                           MattraGridBlock     *block,
                                           guint                turn,
                                           MattraGridReadFunc   then);
void        mattra_grid_paste             (MattraGrid          *self);

G_END_DECLS
