/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-error.h"

#include "mattra-error-detail.h"

typedef struct
{
  char *detail;
} MattraErrorPrivate;

static void
mattra_error_private_init (MattraErrorPrivate *self)
{
  self->detail = NULL;
}

static void
mattra_error_private_copy (const MattraErrorPrivate *from,
                           MattraErrorPrivate       *to)
{
  to->detail = g_strdup (from->detail);
}

static void
mattra_error_private_clear (MattraErrorPrivate *self)
{
  g_free (self->detail);
}

G_DEFINE_EXTENDED_ERROR (MattraError, mattra_error)

/**
 * mattra_error_set_detail:
 * @error: (inout) (nullable): return location that holds an error of %MATTRA_ERROR; %NULL where the caller wants
 *   none
 * @detail: (nullable): what a library or the system said
 *
 * Keeps it with the error.
 */
void
mattra_error_set_detail (GError     **error,
                         const char  *detail)
{
  MattraErrorPrivate *self;

  if (error == NULL)
    return;
  g_return_if_fail (*error != NULL && (*error)->domain == MATTRA_ERROR);

  self = mattra_error_get_private (*error);
  g_free (self->detail);
  self->detail = g_strdup (detail);
}

/**
 * mattra_error_get_detail:
 * @error: any error
 *
 * Returns: (transfer none) (nullable): what a library or the system said, in English
 */
const char *
mattra_error_get_detail (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == MATTRA_ERROR ? mattra_error_get_private (error)->detail : NULL;
}
