/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report.h"

#include "mattra-picture.h"

/**
 * mattra_report_check_picture:
 * @picture: a picture file
 * @error: what is wrong with it, for the user
 *
 * Tries whether a picture can be printed, before it is taken for all papers to come.
 *
 * Returns: whether it can
 */
gboolean
mattra_report_check_picture (GBytes  *picture,
                             GError **error)
{
  cairo_surface_t *decoded;

  g_return_val_if_fail (picture != NULL, FALSE);

  decoded = mattra_picture_decode (picture, error);
  if (decoded == NULL)
    return FALSE;
  cairo_surface_destroy (decoded);
  return TRUE;
}
