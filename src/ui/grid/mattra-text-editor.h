/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-cell-editor.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TEXT_EDITOR (mattra_text_editor_get_type ())

/* The editor of cells that are typed: text of several lines that grows as it is typed. Enter commits,
 * Alt+Enter begins a new line. */
G_DECLARE_DERIVABLE_TYPE (MattraTextEditor, mattra_text_editor, MATTRA, TEXT_EDITOR, MattraCellEditor)

/**
 * MattraTextEditorClass:
 * @key_pressed: (nullable): takes a key before the editor does; %TRUE if it was used
 * @clean_paste: (nullable): what goes in of a pasted text, whose lines end in newlines
 * @view_type: the text view's type, #GtkTextView or one derived from it
 * @single_line: the text has one line
 */
struct _MattraTextEditorClass
{
  MattraCellEditorClass parent_class;

  gboolean (*key_pressed) (MattraTextEditor *self,
                           guint             keyval,
                           GdkModifierType   state);
  char    *(*clean_paste) (MattraTextEditor *self,
                           const char       *text);
  GType view_type;
  gboolean single_line;
};

GtkTextView *mattra_text_editor_get_view    (MattraTextEditor *self);
void         mattra_text_editor_set_text    (MattraTextEditor *self,
                                             const char       *text);
void         mattra_text_editor_insert      (MattraTextEditor *self,
                                             const char       *text);
char        *mattra_text_editor_dup_today   (MattraDigits      digits);
void         mattra_text_editor_set_indent  (MattraTextEditor *self,
                                             int               indent);
guint        mattra_text_editor_get_line    (MattraTextEditor *self,
                                             char            **text);

G_END_DECLS
