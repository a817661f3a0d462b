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
#include "mattra-roll-over.h"

typedef struct
{
  char *from;
  char *into;
  gboolean next_round;
  gboolean copy;
  gboolean with_cancelled;
  gboolean json;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->from);
  g_free (self->into);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
print_json (const MattraRollOver  *done,
            const Words           *words,
            GError               **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_int (writer, "from", done->from);
  mattra_json_writer_add_int (writer, "fiscal_year", done->to);
  mattra_json_writer_add_string (writer, "into", words->into);
  mattra_json_writer_add_int (writer, "measures", (int) done->n_measures);
  mattra_json_writer_add_int (writer, "cancelled_left_out", (int) done->n_cancelled);
  mattra_json_writer_add_int (writer, "periods_moved", (int) done->n_moved);
  mattra_json_writer_add_int (writer, "periods_without_days", (int) done->n_without_days);
  mattra_json_writer_add_int (writer, "recommendations_to_answer", (int) done->n_carried);
  mattra_json_writer_add_int (writer, "results_copied", (int) done->n_copied);
  mattra_json_writer_begin_array (writer, "settings_left_out");
  for (guint i = 0; i < done->left_out->len; i++)
    mattra_json_writer_add_string (writer, NULL, g_ptr_array_index (done->left_out, i));
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static void
print_text (const MattraRollOver *done,
            const Words          *words)
{
  if (words->next_round)
    mattra_output_line (_("Fiscal year %d goes on to the full year"), done->to);
  else
    mattra_output_line (_("Fiscal year %d starts from %d"), done->to, done->from);
  mattra_output_line (ngettext ("%u measure", "%u measures", done->n_measures), done->n_measures);
  if (done->n_cancelled > 0)
    mattra_output_line (ngettext ("%u cancelled measure stays behind; --with-cancelled takes it along",
                                  "%u cancelled measures stay behind; --with-cancelled takes them along",
                                  done->n_cancelled), done->n_cancelled);
  if (done->n_moved > 0)
    mattra_output_line (ngettext ("%u period moved", "%u periods moved", done->n_moved), done->n_moved);
  if (done->n_without_days > 0)
    mattra_output_line (ngettext ("%u period has no days; set them", "%u periods have no days; set them",
                                  done->n_without_days), done->n_without_days);
  mattra_output_line (ngettext ("%u recommendation to answer", "%u recommendations to answer", done->n_carried),
                      done->n_carried);
  if (words->copy)
    mattra_output_line (ngettext ("Results of %u measure copied", "Results of %u measures copied", done->n_copied),
                        done->n_copied);
  for (guint i = 0; i < done->left_out->len; i++)
    mattra_output_line (_("%s names a year and was left out; write it anew"),
                        (const char *) g_ptr_array_index (done->left_out, i));
}

/* Who does it is known by the year that is gone on from: the one that is started has nobody yet. */
static gboolean
enter (MattraInvocation  *self,
       MattraStore       *store,
       int                year,
       GError           **error)
{
  int wanted = self->fiscal_year;
  gboolean done;

  self->fiscal_year = year;
  done = mattra_open_enter (self, store, error);
  self->fiscal_year = wanted;
  return done;
}

static gboolean
start_elsewhere (MattraInvocation  *self,
                 MattraStore       *store,
                 MattraPlan        *plan,
                 int                to,
                 const Words       *words,
                 MattraRollOver    *done,
                 GError           **error)
{
  MattraActor actor;

  return mattra_open_actor (self, store, plan, &actor, error)
         && mattra_roll_over_into (store, plan, to, words->into, words->with_cancelled,
                                   actor.name != NULL ? &actor : NULL, done, error);
}

static gboolean
start_year (MattraInvocation  *self,
            MattraStore       *store,
            const Words       *words,
            int                from,
            MattraRollOver    *done,
            GError           **error)
{
  g_autoptr (MattraPlan) plan = NULL;
  int to;

  if (from == 0 && !mattra_roll_over_choose_from (store, self->fiscal_year, &from, error))
    return FALSE;
  plan = mattra_store_load_plan (store, from, error);
  if (plan == NULL)
    return FALSE;
  to = self->fiscal_year != 0 ? self->fiscal_year : from + 1;
  if (words->into != NULL)
    return start_elsewhere (self, store, plan, to, words, done, error);
  return enter (self, store, from, error) && mattra_roll_over (store, plan, to, words->with_cancelled, NULL, done, error);
}

static gboolean
start_round (MattraInvocation  *self,
             MattraStore       *store,
             const Words       *words,
             MattraRollOver    *done,
             GError           **error)
{
  g_autoptr (MattraPlan) plan = mattra_open_plan (self, store, error);

  return plan != NULL && mattra_open_enter (self, store, error)
         && mattra_roll_over_round (store, plan, words->copy, NULL, done, error);
}

static gboolean
roll_over (MattraInvocation  *self,
           const Words       *words,
           int                from,
           GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], words->into != NULL, error);
  g_auto (MattraRollOver) done = { 0 };

  if (store == NULL)
    return FALSE;
  if (!(words->next_round ? start_round (self, store, words, &done, error)
                          : start_year (self, store, words, from, &done, error)))
    return FALSE;
  if (words->json)
    return print_json (&done, words, error);
  print_text (&done, words);
  return TRUE;
}

static gboolean
check_words (const Words  *words,
             GError      **error)
{
  const char *message = NULL;

  if (words->next_round && (words->into != NULL || words->from != NULL))
    message = _("--next-round stays in its year; it takes neither --into nor --from");
  else if (words->next_round && words->with_cancelled)
    message = _("--with-cancelled belongs to a new year; --next-round keeps all measures");
  else if (words->copy && !words->next_round)
    message = _("--copy belongs to --next-round; a new year begins without results");
  if (message != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
  return message == NULL;
}

static MattraExit
run_roll_over (MattraInvocation  *self,
               GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_("Year to go on from (default: the newest before)"),
      N_("YEAR") },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &words.into, N_("Start the year in a new register"), N_("FILE") },
    { "next-round", 0, 0, G_OPTION_ARG_NONE, &words.next_round, N_("Go on to the full year of the same plan"), NULL },
    { "copy", 0, 0, G_OPTION_ARG_NONE, &words.copy, N_("Copy results of the first half to the full year"), NULL },
    { "with-cancelled", 0, 0, G_OPTION_ARG_NONE, &words.with_cancelled,
      N_("Take measures along that were cancelled (else they stay behind)"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print what was done as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  int from = 0;

  if (!mattra_invocation_parse (self, entries, error) || !check_words (&words, error)
      || (words.from != NULL && !mattra_argument_year ("--from", words.from, &from, error)))
    return MATTRA_EXIT_DONE;
  return roll_over (self, &words, from, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_roll_over = {
  .name = "roll-over",
  .operands = N_("FILE"),
  .summary = N_("Start the next fiscal year, or the next round, from this one"),
  .description = N_("--fiscal-year names the year that is started; without it, the one after the newest. Measures go on\n"
                    "with their periods moved; results, evidence and ticks stay behind, and what was recommended waits\n"
                    "to be answered. All of it is one step that undo takes back."),
  .min_operands = 1,
  .max_operands = 1,
  .writes = TRUE,
  .run = run_roll_over,
};
