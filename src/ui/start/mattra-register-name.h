/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *mattra_register_name_own_folder    (void);
char *mattra_register_name_propose       (const char          *organisation,
                                          int                  fiscal_year);
void  mattra_register_name_choose_async  (GtkWindow           *parent,
                                          const char          *path,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
char *mattra_register_name_complete      (const char          *path);

G_END_DECLS
