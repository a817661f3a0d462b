/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-compare-years.h"
#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"

static const char *
kind_text (MattraDifferenceKind kind)
{
  static const char *const texts[] = {
    [MATTRA_DIFFERENCE_CHANGED] = "changed",
    [MATTRA_DIFFERENCE_GONE] = "dropped",
    [MATTRA_DIFFERENCE_NEW] = "new",
  };

  return texts[kind];
}

static gboolean
print_json (int         from,
            int         to,
            GPtrArray  *differences,
            GError    **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_int (writer, "from", from);
  mattra_json_writer_add_int (writer, "to", to);
  mattra_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < differences->len; i++)
    {
      const MattraDifference *difference = g_ptr_array_index (differences, i);

      mattra_json_writer_begin_object (writer, NULL);
      mattra_json_writer_add_string (writer, "kind", kind_text (difference->kind));
      mattra_json_writer_add_string (writer, "measure", difference->measure);
      mattra_json_writer_add_string (writer, "number", *difference->number ? difference->number : NULL);
      mattra_json_writer_add_string (writer, "field",
                                     difference->kind == MATTRA_DIFFERENCE_CHANGED ? difference->field : NULL);
      mattra_json_writer_add_string (writer, "before", difference->before);
      mattra_json_writer_add_string (writer, "after", difference->after);
      mattra_json_writer_end_object (writer);
    }
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static void
print_text (int        from,
            int        to,
            GPtrArray *differences)
{
  for (guint i = 0; i < differences->len && !mattra_output_failed (); i++)
    {
      g_autofree char *line = mattra_difference_describe (g_ptr_array_index (differences, i));

      mattra_output_line ("%s", line);
    }
  if (differences->len == 0)
    mattra_output_line (_("Fiscal years %d and %d plan the same"), from, to);
  else
    mattra_output_line (ngettext ("%u difference", "%u differences", differences->len), differences->len);
}

static gboolean
compare (MattraInvocation  *self,
         int                from,
         int                to,
         gboolean           json,
         GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (GPtrArray) differences = NULL;

  if (store == NULL || !mattra_compare_years_choose (store, &from, &to, error))
    return FALSE;
  differences = mattra_compare_years (store, from, to, error);
  if (differences == NULL)
    return FALSE;
  if (json)
    return print_json (from, to, differences, error);
  print_text (from, to, differences);
  return TRUE;
}

static MattraExit
run_compare_years (MattraInvocation  *self,
                   GError           **error)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_text, N_("Earlier year (default: the one before)"), N_("YEAR") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_text, N_("Later year (default: the newest)"), N_("YEAR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print the differences as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  int from = 0;
  int to = 0;

  if (!mattra_invocation_parse (self, entries, error)
      || (from_text != NULL && !mattra_argument_year ("--from", from_text, &from, error))
      || (to_text != NULL && !mattra_argument_year ("--to", to_text, &to, error)))
    return MATTRA_EXIT_DONE;
  return compare (self, from, to != 0 ? to : self->fiscal_year, json, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_compare_years = {
  .name = "compare-years",
  .operands = N_("FILE"),
  .summary = N_("Tell which measures are new, changed and dropped from one fiscal year to another"),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_compare_years,
};
