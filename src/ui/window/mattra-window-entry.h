/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-register-lock.h"
#include "mattra-window-place.h"

G_BEGIN_DECLS

/**
 * MattraWindowEntry:
 * @session: the register's session, which shows what was left
 * @lock: (nullable): what tells others that it is open here for writing
 * @place: how its window was left
 *
 * A register that was entered.
 */
typedef struct
{
  MattraSession *session;
  MattraRegisterLock *lock;
  MattraWindowPlace *place;
} MattraWindowEntry;

void               mattra_window_entry_free   (MattraWindowEntry    *self);
void               mattra_window_enter_async  (GtkWindow            *window,
                                               const char           *path,
                                               gboolean              read_only,
                                               GSettings            *settings,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
MattraWindowEntry *mattra_window_enter_finish (GAsyncResult         *result,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraWindowEntry, mattra_window_entry_free)

G_END_DECLS
