/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MattraFileWish:
 * @title: the dialog's title
 * @accept: the words of the button that takes the file; may have a mnemonic
 * @select_folder: a folder is chosen, not a file
 * @save: a place to write to is asked for, and an existing file is asked about
 * @filter: (nullable): what the files are called: "Word documents"
 * @patterns: (nullable): %NULL-terminated glob patterns of these files
 * @name: (nullable): the proposed file name, for @save
 * @folder: (nullable): where to begin
 *
 * What is asked of the user when a file is to be chosen.
 */
typedef struct
{
  const char *title;
  const char *accept;
  gboolean select_folder;
  gboolean save;
  const char *filter;
  const char *const *patterns;
  const char *name;
  GFile *folder;
} MattraFileWish;

void   mattra_choose_file_async  (GtkWindow             *parent,
                                  const MattraFileWish  *wish,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
GFile *mattra_choose_file_finish (GAsyncResult          *result,
                                  GError               **error);

G_END_DECLS
