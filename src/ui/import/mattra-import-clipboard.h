/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MattraClipboardTable:
 * @file: (nullable): a file that was copied
 * @html: (nullable): what was copied, as a web page
 * @text: (nullable): what was copied, as text
 *
 * What another program has copied and may be a table.
 */
typedef struct
{
  GFile *file;
  GBytes *html;
  GBytes *text;
} MattraClipboardTable;

void                  mattra_clipboard_table_free        (MattraClipboardTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraClipboardTable, mattra_clipboard_table_free)

void                  mattra_clipboard_table_read_async  (GdkClipboard          *clipboard,
                                                          GCancellable          *cancellable,
                                                          GAsyncReadyCallback    callback,
                                                          gpointer               user_data);
MattraClipboardTable *mattra_clipboard_table_read_finish (GAsyncResult          *result,
                                                          GError               **error);

G_END_DECLS
