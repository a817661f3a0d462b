/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-seal-compare.h"

/* What is compared: a version with another, or with today where there is no other. */
typedef struct
{
  int before;
  int after;
} Versions;

static const char *
kind_text (MattraDifferenceKind kind)
{
  static const char *const texts[] = {
    [MATTRA_DIFFERENCE_CHANGED] = "changed",
    [MATTRA_DIFFERENCE_GONE] = "gone",
    [MATTRA_DIFFERENCE_NEW] = "new",
  };

  return texts[kind];
}

static void
write_difference (MattraJsonWriter       *writer,
                  const MattraDifference *difference)
{
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "kind", kind_text (difference->kind));
  mattra_json_writer_add_string (writer, "measure", *difference->measure ? difference->measure : NULL);
  mattra_json_writer_add_string (writer, "number", *difference->number ? difference->number : NULL);
  mattra_json_writer_add_string (writer, "field", difference->field);
  mattra_json_writer_add_string (writer, "division", *difference->division_name ? difference->division_name : NULL);
  mattra_json_writer_add_string (writer, "before", difference->before);
  mattra_json_writer_add_string (writer, "after", difference->after);
  mattra_json_writer_end_object (writer);
}

static gboolean
print_json (const Versions  *versions,
            GPtrArray       *differences,
            GError         **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_int (writer, "version", versions->before);
  if (versions->after > 0)
    mattra_json_writer_add_int (writer, "other", versions->after);
  else
    mattra_json_writer_add_null (writer, "other");
  mattra_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < differences->len; i++)
    write_difference (writer, g_ptr_array_index (differences, i));
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static void
print_text (const Versions *versions,
            GPtrArray      *differences)
{
  for (guint i = 0; i < differences->len && !mattra_output_failed (); i++)
    {
      g_autofree char *line = mattra_difference_describe (g_ptr_array_index (differences, i));

      mattra_output_line ("%s", line);
    }
  if (differences->len == 0 && versions->after > 0)
    mattra_output_line (_("Versions %d and %d say the same"), versions->before, versions->after);
  else if (differences->len == 0)
    mattra_output_line (_("Version %d says what stands there today"), versions->before);
  else
    mattra_output_line (ngettext ("%u difference", "%u differences", differences->len), differences->len);
}

static gboolean
compare (MattraInvocation  *self,
         const Versions    *versions,
         gboolean           json,
         GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (GPtrArray) seals = plan ? mattra_store_list_seals (store, mattra_plan_get_id (plan), error) : NULL;
  g_autoptr (GPtrArray) differences = NULL;
  const MattraSeal *before = seals ? mattra_seal_find (seals, versions->before, error) : NULL;
  const MattraSeal *after = NULL;

  if (before == NULL)
    return FALSE;
  if (versions->after > 0)
    {
      after = mattra_seal_find (seals, versions->after, error);
      if (after == NULL)
        return FALSE;
    }
  differences = mattra_seal_compare (store, mattra_plan_get_fiscal_year (plan), before, after, error);
  if (differences == NULL)
    return FALSE;
  if (json)
    return print_json (versions, differences, error);
  print_text (versions, differences);
  return TRUE;
}

static MattraExit
run_compare (MattraInvocation  *self,
             GError           **error)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print the differences as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  Versions versions = { 0, 0 };

  if (!mattra_invocation_parse (self, entries, error)
      || !mattra_argument_version (self->operands[1], &versions.before, error)
      || (self->n_operands > 2 && !mattra_argument_version (self->operands[2], &versions.after, error)))
    return MATTRA_EXIT_DONE;
  return compare (self, &versions, json, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_compare = {
  .name = "compare",
  .operands = N_("FILE VERSION [VERSION]"),
  .summary = N_("Compare a confirmed version with another, or with today, cell by cell"),
  .min_operands = 2,
  .max_operands = 3,
  .run = run_compare,
};
