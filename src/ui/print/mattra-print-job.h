/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-layout.h"
#include "mattra-print-choice.h"
#include "mattra-print.h"
#include "mattra-session.h"

G_BEGIN_DECLS

GTask        *mattra_print_export_async   (MattraSession            *session,
                                           const MattraPrintChoice  *choice,
                                           MattraPrintFormat         format,
                                           const char               *path,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
char         *mattra_print_export_finish  (GAsyncResult             *result,
                                           MattraPrinted            *printed,
                                           GError                  **error);
GTask        *mattra_print_prepare_async  (MattraSession            *session,
                                           const MattraPrintChoice  *choice,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
MattraLayout *mattra_print_prepare_finish (GAsyncResult             *result,
                                           GError                  **error);

double        mattra_print_get_done       (GTask                    *task);

G_END_DECLS
