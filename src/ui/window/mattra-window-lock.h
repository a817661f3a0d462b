/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-digits.h"
#include "mattra-register-lock.h"

G_BEGIN_DECLS

/**
 * MattraLockAnswer:
 * @MATTRA_LOCK_CANCEL: the register is not to be opened
 * @MATTRA_LOCK_READ: it is to be opened for reading only
 * @MATTRA_LOCK_WRITE: it is to be opened for writing
 *
 * How a register that somebody else may have open is entered.
 */
typedef enum
{
  MATTRA_LOCK_CANCEL,
  MATTRA_LOCK_READ,
  MATTRA_LOCK_WRITE,
} MattraLockAnswer;

void              mattra_window_lock_async  (GtkWindow            *window,
                                             const char           *path,
                                             MattraDigits          digits,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
MattraLockAnswer mattra_window_lock_finish (GAsyncResult         *result,
                                             MattraRegisterLock  **lock);

G_END_DECLS
