/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-date.h"
#include "mattra-pill-label.h"

G_BEGIN_DECLS

/**
 * MattraCellMove:
 *
 * Where the cursor goes after an edit was committed.
 */
typedef enum
{
  MATTRA_CELL_MOVE_STAY,
  MATTRA_CELL_MOVE_DOWN,
  MATTRA_CELL_MOVE_UP,
  MATTRA_CELL_MOVE_RIGHT,
  MATTRA_CELL_MOVE_LEFT,
} MattraCellMove;

#define MATTRA_TYPE_CELL_EDITOR (mattra_cell_editor_get_type ())

/* What opens over a cell to change its text: a content of at least the cell's size, and below (or above)
 * it a note of what is understood of the text, or why it can't be kept.
 *
 * Signals:
 *   commit (move)      the text shall be kept; move is a MattraCellMove
 *   cancel ()          it shall not
 *   text-changed ()    the text is another
 */
G_DECLARE_DERIVABLE_TYPE (MattraCellEditor, mattra_cell_editor, MATTRA, CELL_EDITOR, GtkWidget)

/**
 * MattraCellEditorClass:
 * @begin: shows the text with the cursor at its end; @typed (nullable) takes its place
 * @dup_text: the text as it stands, for a draft
 * @dup_result: (nullable): the text as it is committed, where it differs
 * @understand: (nullable): what the editor itself understands of the text; @valid may become %FALSE
 * @set_choices: (nullable): the words to choose or complete from
 * @content_height: the height that the text needs in @width pixels
 */
struct _MattraCellEditorClass
{
  GtkWidgetClass parent_class;

  void  (*begin)          (MattraCellEditor  *self,
                           const char        *text,
                           const char        *typed);
  char *(*dup_text)       (MattraCellEditor  *self);
  char *(*dup_result)     (MattraCellEditor  *self);
  char *(*understand)     (MattraCellEditor  *self,
                           gboolean          *valid);
  void  (*set_choices)    (MattraCellEditor     *self,
                           const char *const    *choices,
                           const MattraWordMark *marks);
  int   (*content_height) (MattraCellEditor  *self,
                           int                width);
};

void          mattra_cell_editor_begin          (MattraCellEditor  *self,
                                                 const char        *text,
                                                 const char        *typed);
char         *mattra_cell_editor_dup_text       (MattraCellEditor  *self);
char         *mattra_cell_editor_dup_result     (MattraCellEditor  *self);
gboolean      mattra_cell_editor_is_changed     (MattraCellEditor  *self);
char         *mattra_cell_editor_understand     (MattraCellEditor  *self,
                                                 gboolean          *valid);
void          mattra_cell_editor_set_choices    (MattraCellEditor  *self,
                                                 const char *const *choices,
                                                 const MattraWordMark *marks);
void          mattra_cell_editor_set_label      (MattraCellEditor  *self,
                                                 const char        *label);
void          mattra_cell_editor_set_digits     (MattraCellEditor  *self,
                                                 MattraDigits       digits);
MattraDigits  mattra_cell_editor_get_digits     (MattraCellEditor  *self);
void          mattra_cell_editor_set_today      (MattraCellEditor  *self,
                                                 MattraDate         today);
MattraDate    mattra_cell_editor_get_today      (MattraCellEditor  *self);
void          mattra_cell_editor_set_cell_size  (MattraCellEditor  *self,
                                                 int                width,
                                                 int                height);
void          mattra_cell_editor_set_attributes (MattraCellEditor  *self,
                                                 PangoAttrList     *attributes);
PangoAttrList *mattra_cell_editor_get_attributes (MattraCellEditor *self);
void          mattra_cell_editor_set_note       (MattraCellEditor  *self,
                                                 const char        *note,
                                                 gboolean           valid);
const char   *mattra_cell_editor_get_note       (MattraCellEditor  *self);
void          mattra_cell_editor_set_note_place (MattraCellEditor  *self,
                                                 gboolean           above,
                                                 int                height_max,
                                                 int                content_x);
int           mattra_cell_editor_note_height    (MattraCellEditor  *self,
                                                 int                width);
void          mattra_cell_editor_error          (MattraCellEditor  *self);

/* For the kinds of editors */
void          mattra_cell_editor_set_content    (MattraCellEditor  *self,
                                                 GtkWidget         *content,
                                                 GtkWidget         *focus);
GtkWidget    *mattra_cell_editor_get_focus      (MattraCellEditor  *self);
GtkMenuButton *mattra_cell_editor_add_tool      (MattraCellEditor  *self,
                                                 const char        *icon_name,
                                                 const char        *name);
void          mattra_cell_editor_add_panel      (MattraCellEditor  *self,
                                                 GtkWidget         *panel);
void          mattra_cell_editor_commit         (MattraCellEditor  *self,
                                                 MattraCellMove     move);
void          mattra_cell_editor_commit_later   (MattraCellEditor  *self,
                                                 MattraCellMove     move);
void          mattra_cell_editor_cancel         (MattraCellEditor  *self);
void          mattra_cell_editor_text_changed   (MattraCellEditor  *self);

G_END_DECLS
