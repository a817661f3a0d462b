/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-act-text.h"
#include "mattra-find.h"
#include "mattra-open.h"
#include "mattra-output.h"

#define CHANGES_A_TIME 1000

static void
print_act (const MattraChange *change)
{
  g_autofree char *time = mattra_act_text_time (change);
  g_autofree char *text = mattra_act_text (change);

  mattra_output_line ("%s  %s  %s", time, change->person ? change->person : "-", text);
}

/* One line of a change: values of several lines stay on it. */
static char *
on_one_line (const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value ? value : "", "\n", -1);

  return g_strjoinv (" / ", lines);
}

/* A row that says nothing by itself only ties others together. */
static gboolean
is_worth_a_line (const MattraChange *change)
{
  return change->column != NULL || (change->text != NULL && *change->text != '\0');
}

static void
print_change (const MattraChange *change)
{
  g_autofree char *number = change->number > 0 ? g_strdup_printf ("%d ", change->number) : g_strdup ("");
  g_autofree char *before = on_one_line (change->old_value);
  g_autofree char *after = on_one_line (change->column ? change->new_value : change->text);
  g_autofree char *place = mattra_act_text_place (change);

  if (g_strcmp0 (change->column, "deleted") == 0)
    mattra_output_line ("    %s%s: %s", number, place,
                        g_strcmp0 (change->new_value, "1") == 0 ? _("taken away") : _("put back"));
  else if (change->column)
    mattra_output_line ("    %s%s: “%s” → “%s”", number, place, before, after);
  else
    mattra_output_line ("    %s%s: + “%s”", number, place, after);
}

static void
print_changes (GPtrArray  *changes,
               char      **act)
{
  for (guint i = 0; i < changes->len && !mattra_output_failed (); i++)
    {
      const MattraChange *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 (*act, change->act) != 0)
        {
          print_act (change);
          g_free (*act);
          *act = g_strdup (change->act);
        }
      if (is_worth_a_line (change))
        print_change (change);
    }
}

static gboolean
print_history (MattraStore  *store,
               const char   *measure,
               GError      **error)
{
  g_autofree char *act = NULL;

  for (guint offset = 0;; offset += CHANGES_A_TIME)
    {
      g_autoptr (GPtrArray) changes = NULL;

      changes = mattra_store_load_history (store, measure, offset, CHANGES_A_TIME, error);
      if (changes == NULL)
        return FALSE;
      print_changes (changes, &act);
      if (changes->len < CHANGES_A_TIME || mattra_output_failed ())
        return TRUE;
    }
}

static MattraExit
run_history (MattraInvocation  *self,
             GError           **error)
{
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraMeasure) measure = NULL;

  if (!mattra_invocation_parse (self, NULL, error))
    return MATTRA_EXIT_DONE;
  store = mattra_open_store (self->operands[0], TRUE, error);
  if (store == NULL)
    return MATTRA_EXIT_FAILED;
  if (self->n_operands > 1)
    {
      g_autoptr (MattraPlan) plan = mattra_open_plan (self, store, error);

      if (plan)
        measure = mattra_find_measure (store, plan, self->operands[1], error);
      if (measure == NULL)
        return MATTRA_EXIT_FAILED;
    }
  return print_history (store, measure ? mattra_measure_get_id (measure) : NULL, error)
           ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_history = {
  .name = "history",
  .operands = N_("FILE [MEASURE]"),
  .summary = N_("List what was changed, by whom and when"),
  .description = N_("The newest comes first. MEASURE is a number or an identifier."),
  .min_operands = 1,
  .max_operands = 2,
  .run = run_history,
};
