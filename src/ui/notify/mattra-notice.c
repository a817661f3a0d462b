/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-notice.h"

#include <glib/gi18n-lib.h>

/* More names than these are told by their number: a notification has few lines. */
#define NAMES_TOLD 3

/**
 * mattra_notice_is_over:
 * @facts: what there is
 *
 * Returns: whether there is nothing of it any more, so that what was told can be taken back
 */
gboolean
mattra_notice_is_over (const MattraNoticeFacts *facts)
{
  g_return_val_if_fail (facts != NULL, TRUE);

  return facts->overdue == 0 && facts->due_soon == 0 && facts->no_result == 0 && facts->returned == 0;
}

static char *
list_divisions (const MattraNoticeFacts *facts,
                MattraDigits             digits)
{
  GPtrArray *names = facts->late_divisions;
  GString *text = NULL;

  if (names == NULL || names->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (names->len, NAMES_TOLD); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_("between names", ", ") : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > NAMES_TOLD)
    {
      g_autofree char *more = mattra_digits_format ((int) (names->len - NAMES_TOLD), digits);

      /* Translators: follows a list of divisions */
      g_string_append_printf (text, _(" and %s more"), more);
    }
  return g_string_free (text, FALSE);
}

static char *
count_words (const char   *format,
             guint         count,
             MattraDigits  digits)
{
  g_autofree char *number = mattra_digits_format ((int) count, digits);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return count > 0 ? g_strjoinv (number, parts) : NULL;
}

static char *
join (const char *separator,
      const char *first,
      const char *second)
{
  return g_strjoin (separator, first ? first : second, first ? second : NULL, NULL);
}

static char *
list_counts (const MattraNoticeFacts *facts,
             MattraDigits             digits)
{
  const struct
  {
    const char *format;
    guint count;
  } counts[] = {
    { _("Overdue: %s"), facts->overdue },
    { _("Due soon: %s"), facts->due_soon },
    { _("No result yet: %s"), facts->no_result },
    { _("Returned: %s"), facts->returned },
  };
  char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *words = count_words (counts[i].format, counts[i].count, digits);
      g_autofree char *before = text;

      text = words != NULL ? join (" · ", before, words) : g_steal_pointer (&before);
    }
  return text;
}

/**
 * mattra_notice_new:
 * @facts: what there is
 * @today: the day
 * @last_told: (nullable): ISO date of the day on which the user was told last
 * @digits: the script of numbers
 *
 * Decides what the user is told today: once a day what is late or will be soon, and nothing where
 * there is nothing.
 *
 * Returns: (transfer full) (nullable): what is to be told
 */
MattraNotice *
mattra_notice_new (const MattraNoticeFacts *facts,
                   MattraDate               today,
                   const char              *last_told,
                   MattraDigits             digits)
{
  g_autofree char *day = mattra_date_to_iso (today);
  g_autofree char *divisions = NULL;
  MattraNotice *self = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  if (mattra_notice_is_over (facts) || g_strcmp0 (last_told, day) == 0)
    return NULL;
  divisions = list_divisions (facts, digits);
  self = g_new0 (MattraNotice, 1);
  self->title = list_counts (facts, digits);
  self->body = join ("\n", facts->organisation ? facts->organisation : "", divisions);
  return self;
}

/**
 * mattra_notice_free:
 * @self: (transfer full) (nullable): a notice
 */
void
mattra_notice_free (MattraNotice *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}
