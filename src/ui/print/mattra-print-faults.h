/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-print-choice.h"
#include "mattra-session.h"

G_BEGIN_DECLS

void  mattra_print_faults_count_async  (MattraSession           *session,
                                        const MattraPrintChoice *choice,
                                        GAsyncReadyCallback      callback,
                                        gpointer                 user_data);
char *mattra_print_faults_count_finish (GAsyncResult            *result,
                                        GError                 **error);

G_END_DECLS
