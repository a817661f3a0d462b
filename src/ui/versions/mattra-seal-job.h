/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-print-choice.h"
#include "mattra-seal.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraSealWish:
 * @choice: the report, and who of the signers is left out
 * @kinds: the kinds of report, by commas
 * @numbering: how the pages of several kinds are numbered
 * @corrects: number of the version that it corrects; 0 where there is none of this report yet
 * @reason: (nullable): why it is corrected
 * @signature_fields: whether lines to sign on have a field for a digital signature
 *
 * What the user wants to confirm.
 */
typedef struct
{
  MattraPrintChoice *choice;
  char *kinds;
  MattraReportNumbering numbering;
  int corrects;
  char *reason;
  gboolean signature_fields;
} MattraSealWish;

void       mattra_seal_wish_clear      (MattraSealWish        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraSealWish, mattra_seal_wish_clear)

void       mattra_seal_job_list_async  (MattraSession         *session,
                                        GAsyncReadyCallback    callback,
                                        gpointer               user_data);
GPtrArray *mattra_seal_job_list_finish (GAsyncResult          *result,
                                        GError               **error);
GTask     *mattra_seal_job_make_async  (MattraSession         *session,
                                        const MattraSealWish  *wish,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               user_data);
double     mattra_seal_job_get_done    (GTask                 *task);
gboolean   mattra_seal_job_make_finish (GAsyncResult          *result,
                                        MattraSealed          *sealed,
                                        GError               **error);

G_END_DECLS
