/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MattraLockHolder:
 * @user: who has the register open, as the account calls them.
 * @host: on which machine.
 * @pid: number of the process there.
 * @here: whether it is this machine.
 * @since: since when, seconds since 1970-01-01 00:00 UTC.
 *
 * Somebody else who has a register open.
 */
typedef struct
{
  char *user;
  char *host;
  int pid;
  gboolean here;
  gint64 since;
} MattraLockHolder;

void mattra_lock_holder_free (MattraLockHolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraLockHolder, mattra_lock_holder_free)

/* That a window has a register open for writing, told to other programs and machines by a small file beside
 * it, or among the user's own where nothing can be written there. It keeps nobody out: that is for the user to
 * decide. */
typedef struct _MattraRegisterLock MattraRegisterLock;

MattraRegisterLock *mattra_register_lock_take     (const char          *register_path,
                                                   MattraLockHolder   **holder);
void                mattra_register_lock_override (MattraRegisterLock  *self);
void                mattra_register_lock_release  (MattraRegisterLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraRegisterLock, mattra_register_lock_release)

G_END_DECLS
