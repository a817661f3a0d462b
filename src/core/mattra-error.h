/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraError:
 * @MATTRA_ERROR_BUSY: another program holds the file; trying again may help.
 * @MATTRA_ERROR_CONFLICT: the value is no longer what the act expects; look at it and decide.
 * @MATTRA_ERROR_DENIED: not allowed here: a closed round, a read-only register, a missing right.
 * @MATTRA_ERROR_INVALID: what was given cannot be understood or is out of its limits; correct it.
 * @MATTRA_ERROR_NOT_FOUND: the named thing does not exist.
 * @MATTRA_ERROR_TOO_NEW: made by a newer version of the program; update it.
 * @MATTRA_ERROR_CORRUPT: the file is damaged; restore a copy.
 * @MATTRA_ERROR_IO: the disk, the folder or the system refused; free space, rights or the medium.
 *
 * What went wrong, told by what the caller can do about it.
 */
typedef enum
{
  MATTRA_ERROR_BUSY,
  MATTRA_ERROR_CONFLICT,
  MATTRA_ERROR_DENIED,
  MATTRA_ERROR_INVALID,
  MATTRA_ERROR_NOT_FOUND,
  MATTRA_ERROR_TOO_NEW,
  MATTRA_ERROR_CORRUPT,
  MATTRA_ERROR_IO,
} MattraError;

#define MATTRA_ERROR (mattra_error_quark ())

GQuark mattra_error_quark (void);

G_END_DECLS
