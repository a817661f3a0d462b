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
#include "mattra-library.h"
#include "mattra-open.h"
#include "mattra-output.h"

typedef struct
{
  char *from;
  char *year;
  char *search;
  gboolean json;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->from);
  g_free (self->year);
  g_free (self->search);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

enum
{
  LIST,
  ADD,
};

static const MattraChoice verbs[] = {
  { "list", LIST },
  { "add", ADD },
  { NULL, 0 }
};

static gboolean
print_json (MattraLibrary  *library,
            const char     *search,
            GError        **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);
  GPtrArray *measures = mattra_library_get_measures (library);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_int (writer, "fiscal_year", mattra_library_get_year (library));
  mattra_json_writer_begin_array (writer, "measures");
  for (guint i = 0; i < measures->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (measures, i);

      if (!mattra_library_matches (measure, search))
        continue;
      mattra_json_writer_begin_object (writer, NULL);
      mattra_json_writer_add_string (writer, "id", mattra_measure_get_id (measure));
      mattra_json_writer_add_int (writer, "number", mattra_measure_get_number (measure));
      mattra_json_writer_add_string (writer, "title", mattra_measure_get_title (measure));
      mattra_json_writer_add_string (writer, "section", mattra_measure_get_section (measure));
      mattra_json_writer_add_string (writer, "period_text", mattra_measure_get_period_text (measure));
      mattra_json_writer_end_object (writer);
    }
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static void
print_text (MattraLibrary *library,
            const char    *search)
{
  GPtrArray *measures = mattra_library_get_measures (library);

  mattra_output_line ("%s, %d", mattra_plan_get_organisation (mattra_library_get_plan (library))->name,
                      mattra_library_get_year (library));
  for (guint i = 0; i < measures->len && !mattra_output_failed (); i++)
    {
      MattraMeasure *measure = g_ptr_array_index (measures, i);

      if (mattra_library_matches (measure, search))
        mattra_output_line ("%3d  %s", mattra_measure_get_number (measure), mattra_measure_get_title (measure));
    }
}

static gboolean
take (MattraLibrary  *library,
      MattraStore    *store,
      MattraPlan     *plan,
      GPtrArray      *measures,
      GError        **error)
{
  if (!mattra_store_begin_act (store, "take-measures", NULL, MATTRA_ACT_EDIT, error))
    return FALSE;
  if (mattra_library_take (library, store, plan, measures, NULL, error))
    return mattra_store_commit_act (store, error);
  mattra_store_abandon_act (store);
  return FALSE;
}

/* The measures that are named by number or identifier; without a name, those that the search finds. */
static GPtrArray *
choose (MattraInvocation  *self,
        MattraLibrary     *library,
        const char        *search,
        GError           **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *all = mattra_library_get_measures (library);

  for (guint i = 2; i < self->n_operands; i++)
    {
      MattraMeasure *measure = mattra_library_find (library, self->operands[i], error);

      if (measure == NULL)
        return NULL;
      g_ptr_array_add (chosen, measure);
    }
  for (guint i = 0; self->n_operands == 2 && i < all->len; i++)
    if (mattra_library_matches (g_ptr_array_index (all, i), search))
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
  return g_steal_pointer (&chosen);
}

static gboolean
add (MattraInvocation  *self,
     MattraLibrary     *library,
     MattraStore       *store,
     MattraPlan        *plan,
     const Words       *words,
     GError           **error)
{
  g_autoptr (GPtrArray) chosen = choose (self, library, words->search, error);

  if (chosen == NULL)
    return FALSE;
  if (chosen->len > 0 && !take (library, store, plan, chosen, error))
    return FALSE;
  mattra_output_line (ngettext ("%u measure added to fiscal year %d", "%u measures added to fiscal year %d",
                                chosen->len), chosen->len, mattra_plan_get_fiscal_year (plan));
  return TRUE;
}

static gboolean
run (MattraInvocation  *self,
     int                verb,
     const Words       *words,
     int                year,
     GError           **error)
{
  g_autoptr (MattraStore) store = verb == LIST ? mattra_open_store (self->operands[0], TRUE, error)
                                               : mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraLibrary) library = NULL;

  if (store == NULL)
    return FALSE;
  plan = verb == ADD ? mattra_open_plan (self, store, error) : NULL;
  if (verb == ADD && plan == NULL)
    return FALSE;
  library = mattra_library_open (store, words->from, year, plan ? mattra_plan_get_fiscal_year (plan)
                                                                : self->fiscal_year, error);
  if (library == NULL)
    return FALSE;
  if (verb == ADD)
    return add (self, library, store, plan, words, error);
  if (words->json)
    return print_json (library, words->search, error);
  print_text (library, words->search);
  return TRUE;
}

static gboolean
check_words (MattraInvocation  *self,
             int                verb,
             const Words       *words,
             GError           **error)
{
  const char *message = NULL;

  if (verb == LIST && (self->n_operands > 2 || self->as != NULL))
    message = _("A list takes neither measures nor --as");
  else if (verb == ADD && words->json)
    message = _("--json belongs to the list: library FILE list --json");
  else if (verb == ADD && self->n_operands == 2 && words->search == NULL)
    message = _("Say which measures: by number, or with --search");
  if (message != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
  return message == NULL;
}

static MattraExit
run_library (MattraInvocation  *self,
             GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from,
      N_("Another register, or “sample” for the one that comes with Mattra (else FILE itself)"), N_("FILE") },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &words.year, N_("Year whose measures are meant (else the newest other one)"),
      N_("YEAR") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &words.search, N_("Only measures that have this text"), N_("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print the list as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  int verb = LIST;
  int year = 0;

  if (!mattra_invocation_parse (self, entries, error)
      || !mattra_argument_choice ("library", self->operands[1], verbs, &verb, error)
      || !check_words (self, verb, &words, error)
      || (words.year != NULL && !mattra_argument_year ("--year", words.year, &year, error)))
    return MATTRA_EXIT_DONE;
  return run (self, verb, &words, year, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_library = {
  .name = "library",
  .operands = N_("FILE list|add [MEASURE…]"),
  .summary = N_("List measures to start from, and add them to a plan"),
  .description = N_("Measures come from an earlier year, from another register or from the sample; they are added behind\n"
                    "the others, with their periods moved to the year of the plan (--fiscal-year)."),
  .min_operands = 2,
  .max_operands = 0,
  .writes = TRUE,
  .run = run_library,
};
