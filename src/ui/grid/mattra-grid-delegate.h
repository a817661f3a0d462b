/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-block.h"
#include "mattra-grid-column.h"

G_BEGIN_DECLS

/**
 * MattraCellShape:
 *
 * The shape inside a pill, so that a word of status is told apart without its colour.
 */
typedef enum
{
  MATTRA_SHAPE_NONE,
  MATTRA_SHAPE_RING,
  MATTRA_SHAPE_HALF,
  MATTRA_SHAPE_FULL,
  MATTRA_SHAPE_CLOCK,
  MATTRA_SHAPE_TRIANGLE,
  MATTRA_SHAPE_DASH,
  MATTRA_SHAPE_DOTS,
} MattraCellShape;

/**
 * MattraCellTone:
 *
 * What a cell's words mean to the reader; the theme chooses the colours.
 */
typedef enum
{
  MATTRA_TONE_PLAIN,
  MATTRA_TONE_DIM,
  MATTRA_TONE_GOOD,
  MATTRA_TONE_WARNING,
  MATTRA_TONE_ERROR,
} MattraCellTone;

/**
 * MattraCellLook:
 * @shape: other than %MATTRA_SHAPE_NONE: the cell's text is drawn as a pill with this shape
 * @tone: how the text is meant
 * @placeholder: (nullable): dimmed words shown while the cell is empty; static
 * @mark: (nullable): what is remarkable about the cell, as its tooltip and accessible description; it
 *   also gets a small corner; owned
 * @read_only: (nullable): why the cell can't be edited here, in words for the user; owned
 * @locked: whether it is drawn as what is closed to everybody
 *
 * How a cell looks beside its text. It comes zeroed, and is cleared by the grid.
 */
typedef struct
{
  MattraCellShape shape;
  MattraCellTone tone;
  const char *placeholder;
  char *mark;
  char *read_only;
  gboolean locked;
} MattraCellLook;

void mattra_cell_look_clear (MattraCellLook *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraCellLook, mattra_cell_look_clear)

/**
 * MattraGridChangeKind:
 *
 * The hand movement that made a change: what the act is called.
 */
typedef enum
{
  MATTRA_GRID_CHANGE_TYPE,
  MATTRA_GRID_CHANGE_PASTE,
  MATTRA_GRID_CHANGE_CUT,
  MATTRA_GRID_CHANGE_CLEAR,
  MATTRA_GRID_CHANGE_FILL,
} MattraGridChangeKind;

/**
 * MattraGridCellText:
 * @row: position in the model; from the model's length on: a row to be appended
 * @column: the column
 * @text: the new text
 * @was: (nullable): the text that was read there: a text that is cut must still be that one
 */
typedef struct
{
  guint row;
  MattraGridColumn *column;
  char *text;
  char *was;
} MattraGridCellText;

void mattra_grid_cell_text_free (MattraGridCellText *self);

#define MATTRA_TYPE_GRID_DELEGATE (mattra_grid_delegate_get_type ())

/* What a grid asks about its rows and hands back to be changed: the grid itself knows only texts. It
 * holds no copy of the truth: a change is seen when the model says items-changed. */
G_DECLARE_INTERFACE (MattraGridDelegate, mattra_grid_delegate, MATTRA, GRID_DELEGATE, GObject)

/**
 * MattraGridDelegateInterface:
 * @dup_text: the cell's whole text, lines parted by newlines; as copied, edited and (unless
 *   @dup_shown_text is there) shown
 * @dup_shown_text: (nullable): the text as shown where it differs, such as with Thai digits; %NULL
 *   from it means as @dup_text says
 * @look: (nullable): fills a zeroed look
 * @dup_row_name: (nullable): the row in a few words, for screen readers: "มาตรการที่ ๓"
 * @is_late: (nullable): whether the row carries the thin bar at its left edge
 * @dup_choices: (nullable): the words of a choice or the names to complete from, %NULL-terminated
 * @look_choice: (nullable): fills a zeroed look with that of a word that @dup_choices offers
 * @understand: (nullable): what is understood of a text being typed, shown beside the editor; @valid
 *   tells whether it may be committed; @item is %NULL for a text that is pasted
 * @read_block: (nullable): fills a block that has its columns, and then calls @done with it, once, now or
 *   later: for rows that are not all at hand. It tells whether other rows stand there by then. Without it the
 *   grid asks each row
 * @apply: changes the cells (element-type MattraGridCellText, in reading order) as one act
 * @insert_rows: (nullable): puts @n empty rows before @position, as one act
 * @duplicate_rows: (nullable): doubles the rows (element-type guint, ascending) below the last of them
 * @delete_rows: (nullable): removes the rows
 * @move_rows: (nullable): moves the rows before @position (the model's length: to the end)
 *
 * A vfunc that may be absent takes its commands, keys and menu items with it.
 */
struct _MattraGridDelegateInterface
{
  GTypeInterface parent;

  char     *(*dup_text)       (MattraGridDelegate   *self,
                               GObject              *item,
                               MattraGridColumn     *column);
  char     *(*dup_shown_text) (MattraGridDelegate   *self,
                               GObject              *item,
                               MattraGridColumn     *column);
  void      (*look)           (MattraGridDelegate   *self,
                               GObject              *item,
                               MattraGridColumn     *column,
                               MattraCellLook       *look);
  char     *(*dup_row_name)   (MattraGridDelegate   *self,
                               GObject              *item,
                               guint                 position);
  gboolean  (*is_late)        (MattraGridDelegate   *self,
                               GObject              *item);
  char    **(*dup_choices)    (MattraGridDelegate   *self,
                               GObject              *item,
                               MattraGridColumn     *column);
  void      (*look_choice)    (MattraGridDelegate   *self,
                               GObject              *item,
                               MattraGridColumn     *column,
                               const char           *choice,
                               MattraCellLook       *look);
  char     *(*understand)     (MattraGridDelegate   *self,
                               GObject              *item,
                               MattraGridColumn     *column,
                               const char           *text,
                               gboolean             *valid);
  void      (*read_block)     (MattraGridDelegate   *self,
                               MattraGridBlock      *block,
                               MattraGridBlockFunc   done,
                               gpointer              user_data);
  void      (*apply)          (MattraGridDelegate   *self,
                               MattraGridChangeKind  kind,
                               GPtrArray            *cells);
  void      (*insert_rows)    (MattraGridDelegate   *self,
                               guint                 position,
                               guint                 n);
  void      (*duplicate_rows) (MattraGridDelegate   *self,
                               GArray               *positions);
  void      (*delete_rows)    (MattraGridDelegate   *self,
                               GArray               *positions);
  void      (*move_rows)      (MattraGridDelegate   *self,
                               GArray               *positions,
                               guint                 position);
};

void mattra_grid_block_fill (MattraGridBlock    *self,
                             MattraGridDelegate *delegate,
                             GListModel         *model);

G_END_DECLS
