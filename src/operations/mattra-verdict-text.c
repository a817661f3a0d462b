/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-verdict-text.h"

#include <glib/gi18n-lib.h>

/**
 * mattra_verdict_say:
 * @self: a verdict
 * @name: name of the file
 *
 * Returns: (transfer full): what the file is, in one line
 */
char *
mattra_verdict_say (const MattraVerdict *self,
                    const char          *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  switch (self->kind)
    {
    case MATTRA_VERDICT_VERSION:
      if (self->several_years)
        return g_strdup_printf (_("%s: equals version %d of fiscal year %d"), name, self->number, self->fiscal_year);
      return g_strdup_printf (_("%s: equals version %d"), name, self->number);
    case MATTRA_VERDICT_DRAFT:
      return g_strdup_printf (_("%s: a draft that says what stands there today"), name);
    case MATTRA_VERDICT_CHANGED:
      return g_strdup_printf (_("%s: a draft of data that have changed since"), name);
    case MATTRA_VERDICT_ALTERED:
      if (self->number > 0)
        return g_strdup_printf (_("%s: was version %d and was altered: %s"), name, self->number, self->how);
      return g_strdup_printf (_("%s: was a draft and was altered: %s"), name, self->how);
    case MATTRA_VERDICT_UNKNOWN:
    default:
      return g_strdup_printf (_("%s: equals nothing that is known here: %s"), name, self->how);
    }
}

/**
 * mattra_verdict_say_differences:
 * @self: a verdict
 *
 * Returns: (transfer full) (nullable): how many cells say something else today; %NULL where there are none
 */
char *
mattra_verdict_say_differences (const MattraVerdict *self)
{
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  n = self->differences ? self->differences->len : 0;
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u cell says something else today:", "%u cells say something else today:", n), n);
}
