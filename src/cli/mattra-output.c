/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "mattra-error.h"
#include "mattra-error-detail.h"

/* g_print () converts to the locale's character set and turns Thai into question marks in the C
 * locale; what Mattra prints is UTF-8 everywhere. */

/**
 * mattra_output_text:
 * @text: what to print
 *
 * Prints to standard output. A failure is told by mattra_output_finish ().
 */
void
mattra_output_text (const char *text)
{
  g_return_if_fail (text != NULL);

  fputs (text, stdout);
}

/**
 * mattra_output_line:
 * @format: a format as of printf ()
 * @...: its arguments
 *
 * Prints one line to standard output.
 */
void
mattra_output_line (const char *format,
                    ...)
{
  va_list arguments;

  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  vfprintf (stdout, format, arguments);
  va_end (arguments);
  fputc ('\n', stdout);
}

/**
 * mattra_output_error:
 * @error: what went wrong
 * @command: (nullable): the command whose usage was wrong
 *
 * Prints an error to standard error, after all that was printed to standard output.
 */
void
mattra_output_error (const GError *error,
                     const char   *command)
{
  g_return_if_fail (error != NULL);

  fflush (stdout);
  fprintf (stderr, "%s: %s\n", g_get_prgname (), error->message);
  if (mattra_error_get_detail (error))
    fprintf (stderr, "  (%s)\n", mattra_error_get_detail (error));
  if (error->domain != G_OPTION_ERROR)
    return;
  if (command)
    fprintf (stderr, _("See “%s help %s”.\n"), g_get_prgname (), command);
  else
    fprintf (stderr, _("See “%s help”.\n"), g_get_prgname ());
}

/**
 * mattra_output_notice:
 * @text: what the user should know
 *
 * Prints a notice to standard error, after all that was printed to standard output.
 */
void
mattra_output_notice (const char *text)
{
  g_return_if_fail (text != NULL);

  fflush (stdout);
  fprintf (stderr, "%s: %s\n", g_get_prgname (), text);
}

/**
 * mattra_output_dup_time:
 * @at_utc: a time as the register keeps it
 *
 * Returns: (transfer full): the time to the minute by the clock on the wall; @at_utc where it is no time
 */
char *
mattra_output_dup_time (const char *at_utc)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (at_utc != NULL, NULL);

  utc = g_date_time_new_from_iso8601 (at_utc, NULL);
  local = utc ? g_date_time_to_local (utc) : NULL;
  return local ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (at_utc);
}

/**
 * mattra_output_division:
 * @plan: a plan
 * @division: (nullable): ULID of a division, which the plan may not have any more
 *
 * Returns: (transfer none) (nullable): its name, else @division
 */
const char *
mattra_output_division (MattraPlan *plan,
                        const char *division)
{
  const char *name = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), division);

  name = mattra_plan_find_division_name (plan, division);
  return name != NULL ? name : division;
}

/**
 * mattra_output_failed:
 *
 * Returns: whether standard output already refused something, so that printing more is of no use
 */
gboolean
mattra_output_failed (void)
{
  return ferror (stdout) != 0;
}

/**
 * mattra_output_finish:
 * @error: return location
 *
 * Writes out what is still held back. Fails with %MATTRA_ERROR_IO where the reader is gone or the
 * disk is full.
 *
 * Returns: whether all that was printed has been taken
 */
gboolean
mattra_output_finish (GError **error)
{
  gboolean failed = ferror (stdout) != 0;

  errno = 0;
  if (fflush (stdout) == 0 && !failed)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("Standard output: cannot be written: %s"),
               errno ? g_strerror (errno) : _("the reader is gone or the disk is full"));
  return FALSE;
}
