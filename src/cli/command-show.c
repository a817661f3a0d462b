/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-comments.h"
#include "mattra-export.h"
#include "mattra-find.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-show.h"

static const char *
status_text (MattraStatus status)
{
  static const char *const texts[] = {
    [MATTRA_STATUS_NOT_STARTED] = N_("not started"),
    [MATTRA_STATUS_IN_PROGRESS] = N_("in progress"),
    [MATTRA_STATUS_DUE_SOON] = N_("due soon"),
    [MATTRA_STATUS_OVERDUE] = N_("overdue"),
    [MATTRA_STATUS_AWAITING_CLOSE] = N_("results given, not closed"),
    [MATTRA_STATUS_DONE] = N_("done"),
    [MATTRA_STATUS_CANCELLED] = N_("cancelled"),
  };

  return (guint) status < G_N_ELEMENTS (texts) && texts[status] ? _(texts[status]) : "";
}

static char *
join_parties (MattraMeasure *measure)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((const MattraParty *) g_ptr_array_index (parties, i))->text);
  return g_string_free (text, FALSE);
}

static void
print_measure (MattraPlan              *plan,
               MattraMeasure           *measure,
               const MattraShowOptions *options)
{
  MattraStatus stated = mattra_plan_stated_status (plan, measure, options->round);
  MattraStatus computed = mattra_plan_compute_status (plan, measure, options->round, options->day);
  MattraStatus status = stated != MATTRA_STATUS_NONE ? stated : computed;
  gboolean overdue = mattra_plan_is_overdue (plan, measure, options->round, options->day);
  const char *period = mattra_measure_get_period_text (measure);
  const char *title = mattra_measure_get_title (measure);
  g_autofree char *parties = join_parties (measure);

  mattra_output_line ("%3d  %s", mattra_measure_get_number (measure), title ? title : "");
  mattra_output_line ("     %s · %s · %s%s%s", period ? period : "-", parties, status_text (status),
                      overdue && status != MATTRA_STATUS_OVERDUE ? " · " : "",
                      overdue && status != MATTRA_STATUS_OVERDUE ? status_text (MATTRA_STATUS_OVERDUE) : "");
}

static gboolean
show_text (MattraPlan               *plan,
           MattraMeasureSource      *measures,
           const MattraShowOptions  *options,
           GError                  **error)
{
  g_autoptr (GError) failure = NULL;
  MattraMeasure *next;
  guint n = 0;

  mattra_output_line (_("%s, fiscal year %d, round: %s"), mattra_plan_get_organisation (plan)->name,
                      mattra_plan_get_fiscal_year (plan), mattra_argument_round_text (options->round));
  if (!mattra_measure_source_rewind (measures, error))
    return FALSE;
  while (!mattra_output_failed () && (next = mattra_measure_source_next (measures, &failure)))
    {
      g_autoptr (MattraMeasure) measure = next;

      print_measure (plan, measure, options);
      n++;
    }
  mattra_output_line (_("%u measures"), n);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What a measure carries besides its cells. */
typedef struct
{
  MattraStore *store;
  MattraPlan *plan;
} Besides;

static gboolean
add_comments (MattraMeasure     *measure,
              MattraJsonWriter  *writer,
              gpointer           user_data,
              GError           **error)
{
  const Besides *besides = user_data;
  g_autoptr (GPtrArray) comments = mattra_store_list_comments (besides->store, mattra_measure_get_id (measure), error);

  if (comments == NULL)
    return FALSE;
  mattra_comments_write (comments, besides->plan, writer);
  return TRUE;
}

static gboolean
show_json (MattraStore              *store,
           MattraPlan               *plan,
           MattraMeasureSource      *measures,
           const MattraShowOptions  *options,
           GError                  **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  Besides besides = { store, plan };
  const MattraJsonOptions json = { options->round, options->day, add_comments, &besides };

  fflush (stdout);
  return mattra_export_json (plan, measures, &json, stream, error);
}

static gboolean
show (MattraInvocation   *self,
      MattraShowOptions  *options,
      const char         *division,
      gboolean            json,
      GError            **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraMeasureSource) all = NULL;
  g_autoptr (MattraMeasureSource) shown = NULL;

  if (plan == NULL)
    return FALSE;
  if (options->round == MATTRA_ROUND_NONE)
    options->round = mattra_show_default_round (plan);
  if (division && !mattra_find_division (plan, division, &options->division, error))
    return FALSE;
  all = mattra_store_list_measures (store, mattra_plan_get_id (plan), options->division, error);
  if (all == NULL)
    return FALSE;
  shown = mattra_shown_measures_new (plan, all, options);
  return json ? show_json (store, plan, shown, options, error) : show_text (plan, shown, options, error);
}

static MattraExit
run_show (MattraInvocation  *self,
          GError           **error)
{
  g_autofree char *division = NULL;
  g_autofree char *day = NULL;
  g_autofree char *round = NULL;
  gboolean json = FALSE;
  MattraShowOptions options = { NULL, FALSE, MATTRA_ROUND_NONE, self->today };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print all that the plan holds as JSON"), NULL },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &division, N_("Only this division's measures"), N_("D") },
    { "overdue", 0, 0, G_OPTION_ARG_NONE, &options.overdue, N_("Only those that are overdue"), NULL },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &day, N_("The day for which the status is computed (else today)"),
      N_("DATE") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &round,
      N_("first-half or full-year (else that of the last import)"), N_("R") },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error)
      || (day && !mattra_argument_date ("--on", day, &options.day, error))
      || !mattra_argument_round (round, &options.round, error))
    return MATTRA_EXIT_DONE;
  return show (self, &options, division, json, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_show = {
  .name = "show",
  .operands = N_("FILE"),
  .summary = N_("List the measures with their status, or print them as JSON"),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_show,
};
