/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-text-editor.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ITEMS_EDITOR (mattra_items_editor_get_type ())

/* The editor of numbered items, one a line. The numbers are drawn and never part of the text: the
 * line's own number is dropped where it is typed or pasted before the line. */
G_DECLARE_FINAL_TYPE (MattraItemsEditor, mattra_items_editor, MATTRA, ITEMS_EDITOR, MattraTextEditor)

gboolean  mattra_items_own_number     (const char  *line,
                                       guint        number,
                                       const char **rest);
char     *mattra_items_strip_numbers  (const char  *text,
                                       guint        first_number);

G_END_DECLS
