/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-collect.h"
#include "mattra-find.h"
#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-show.h"

typedef enum
{
  DO_LIST,
  DO_ASK,
  DO_REMIND,
  DO_ANSWERED,
} What;

typedef struct
{
  char *round;
  char *day;
  char *due;
  char *way;
  char *note;
  gboolean json;
  What what;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->round);
  g_free (self->day);
  g_free (self->due);
  g_free (self->way);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static char *
day_text (MattraDate day)
{
  return mattra_date_is_set (day) ? mattra_date_format (day, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN)
                                  : g_strdup ("-");
}

static void
print_row (const MattraCollectRow *row)
{
  g_autofree char *asked = day_text (row->asked_on);
  g_autofree char *reminded = day_text (row->reminded_on);
  g_autofree char *due = day_text (row->due);
  g_autofree char *answered = day_text (row->answered_on);
  g_autofree char *last = row->last_answer ? mattra_output_dup_time (row->last_answer) : g_strdup ("-");

  mattra_output_line ("%s: %u/%u, %s", row->name, row->answered, row->expected, mattra_collect_state_to_text (row->state));
  mattra_output_line (_("     asked %s, reminded %s (%u), due %s, on paper %s, last answer %s"), asked, reminded,
                      row->n_reminders, due, answered, last);
}

static void
write_row (MattraJsonWriter       *writer,
           const MattraCollectRow *row)
{
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "division", row->name);
  mattra_json_writer_add_string (writer, "division_id", row->division);
  mattra_json_writer_add_int (writer, "expected", (int) row->expected);
  mattra_json_writer_add_int (writer, "answered", (int) row->answered);
  mattra_json_writer_add_date (writer, "asked_on", row->asked_on);
  mattra_json_writer_add_int (writer, "reminders", (int) row->n_reminders);
  mattra_json_writer_add_date (writer, "reminded_on", row->reminded_on);
  mattra_json_writer_add_string (writer, "way", row->way);
  mattra_json_writer_add_date (writer, "due", row->due);
  mattra_json_writer_add_date (writer, "answered_on", row->answered_on);
  mattra_json_writer_add_string (writer, "last_answer", row->last_answer);
  mattra_json_writer_add_string (writer, "state", mattra_collect_state_to_string (row->state));
  mattra_json_writer_end_object (writer);
}

static gboolean
write_rows (GPtrArray    *rows,
            MattraRound   round,
            GError      **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "round", mattra_round_to_string (round));
  mattra_json_writer_begin_array (writer, "divisions");
  for (guint i = 0; i < rows->len; i++)
    write_row (writer, g_ptr_array_index (rows, i));
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static gboolean
list (MattraStore  *store,
      MattraPlan   *plan,
      MattraRound   round,
      MattraDate    day,
      gboolean      json,
      GError      **error)
{
  g_autoptr (GPtrArray) rows = mattra_collect_load (store, plan, round, day, error);

  if (rows == NULL)
    return FALSE;
  if (json)
    return write_rows (rows, round, error);
  for (guint i = 0; i < rows->len; i++)
    print_row (g_ptr_array_index (rows, i));
  return TRUE;
}

/* The divisions named, or all of which an answer is missing. */
static char **
find_divisions (MattraInvocation  *self,
                MattraStore       *store,
                MattraPlan        *plan,
                MattraRound        round,
                MattraDate         day,
                GError           **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 2; i < self->n_operands; i++)
    {
      const char *id = NULL;

      if (!mattra_find_division (plan, self->operands[i], &id, error))
        return NULL;
      g_strv_builder_add (ids, id);
    }
  if (self->n_operands > 2)
    return g_strv_builder_end (ids);
  rows = mattra_collect_load (store, plan, round, day, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const MattraCollectRow *row = g_ptr_array_index (rows, i);

      if (row->answered < row->expected)
        g_strv_builder_add (ids, row->division);
    }
  return g_strv_builder_end (ids);
}

static gboolean
record (MattraStore        *store,
        MattraPlan         *plan,
        const Words        *words,
        MattraRound         round,
        MattraDate          day,
        MattraDate          due,
        char              **divisions,
        GError            **error)
{
  g_autoptr (MattraRequest) request = mattra_request_new (round, NULL, day);

  request->reminder = words->what == DO_REMIND;
  request->due = due;
  request->way = g_strdup (words->way);
  request->note = g_strdup (words->note);
  return mattra_collect_record (store, plan, request, (const char *const *) divisions, error);
}

static gboolean
set_answered (MattraStore        *store,
              MattraPlan         *plan,
              MattraRound         round,
              MattraDate          day,
              char              **divisions,
              GError            **error)
{
  if (!mattra_store_begin_act (store, "set-request", NULL, MATTRA_ACT_EDIT, error))
    return FALSE;
  for (guint i = 0; divisions[i] != NULL; i++)
    if (!mattra_collect_set_answered (store, plan, round, divisions[i], day, error))
      {
        mattra_store_abandon_act (store);
        return FALSE;
      }
  return mattra_store_commit_act (store, error);
}

static gboolean
change (MattraInvocation  *self,
        const Words       *words,
        MattraStore       *store,
        MattraPlan        *plan,
        MattraRound        round,
        MattraDate         day,
        MattraDate         due,
        GError           **error)
{
  g_auto (GStrv) divisions = find_divisions (self, store, plan, round, day, error);

  if (divisions == NULL)
    return FALSE;
  if (!(words->what == DO_ANSWERED ? set_answered (store, plan, round, day, divisions, error)
                                   : record (store, plan, words, round, day, due, divisions, error)))
    return FALSE;
  mattra_output_line (ngettext ("Recorded for %u division", "Recorded for %u divisions", g_strv_length (divisions)),
                      g_strv_length (divisions));
  return TRUE;
}

static gboolean
work (MattraInvocation  *self,
      const Words       *words,
      MattraRound        round,
      MattraDate         day,
      MattraDate         due,
      GError           **error)
{
  gboolean read_only = words->what == DO_LIST;
  g_autoptr (MattraStore) store = read_only ? mattra_open_store (self->operands[0], TRUE, error)
                                            : mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;

  if (plan == NULL)
    return FALSE;
  if (round == MATTRA_ROUND_NONE)
    round = mattra_show_default_round (plan);
  if (round == MATTRA_ROUND_NONE)
    round = MATTRA_ROUND_FIRST_HALF;
  return read_only ? list (store, plan, round, day, words->json, error)
                   : change (self, words, store, plan, round, day, due, error);
}

static gboolean
check_words (MattraInvocation  *self,
             Words             *words,
             GError           **error)
{
  static const MattraChoice choices[] = {
    { "list", DO_LIST }, { "ask", DO_ASK }, { "remind", DO_REMIND }, { "answered", DO_ANSWERED }, { NULL, 0 },
  };
  int chosen = DO_LIST;

  if (!mattra_argument_choice ("collect", self->operands[1], choices, &chosen, error))
    return FALSE;
  words->what = (What) chosen;
  if ((chosen == DO_LIST && self->n_operands == 2)
      || (!words->json && (chosen == DO_ASK || chosen == DO_REMIND || (chosen == DO_ANSWERED && self->n_operands > 2))))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       _("Write collect FILE list, collect FILE ask or remind, with divisions or without, "
                         "or collect FILE answered DIVISION"));
  return FALSE;
}

static MattraExit
run_collect (MattraInvocation  *self,
             GError           **error)
{
  g_auto (Words) words = { NULL };
  MattraRound round = MATTRA_ROUND_NONE;
  MattraDate day = self->today;
  MattraDate due = MATTRA_DATE_NONE;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &words.round,
      N_("The round of an answer: first-half or full-year (else that of the last import)"), N_("R") },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &words.day, N_("The day it was sent or answered, or to judge by (else today)"),
      N_("DATE") },
    { "due", 0, 0, G_OPTION_ARG_FILENAME, &words.due, N_("The day asked for (else that of the round)"), N_("DATE") },
    { "way", 0, 0, G_OPTION_ARG_FILENAME, &words.way, N_("How it was sent: a memo, by telephone, by LINE"), N_("WAY") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &words.note, N_("What else is to be remembered"), N_("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print JSON, for scripts"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error) || !mattra_argument_round (words.round, &round, error)
      || (words.day && !mattra_argument_date ("--on", words.day, &day, error))
      || (words.due && !mattra_argument_date ("--due", words.due, &due, error)))
    return MATTRA_EXIT_DONE;
  if (!check_words (self, &words, error))
    return MATTRA_EXIT_USAGE;
  return work (self, &words, round, day, due, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_collect = {
  .name = "collect",
  .operands = N_("FILE list | FILE ask|remind [DIVISION…] | FILE answered DIVISION…"),
  .summary = N_("Keep which divisions were asked for their answers, and who has not answered"),
  .description = N_("ask and remind keep that a request or reminder was sent, to the divisions named, else to all of which\n"
                    "answers are missing; answered keeps that a division answered on paper. The papers themselves come from\n"
                    "“report FILE --kind request”. A division is late when answers are missing after the day asked for\n"
                    "last, else after the day set for the round (first_half_due, full_year_due), else after its end.\n"
                    "JSON: round, and divisions, each with division, division_id, expected, answered, asked_on, reminders,\n"
                    "reminded_on, way, due, answered_on, last_answer, state (nothing, not_asked, waiting, late, on_paper,\n"
                    "answered)."),
  .min_operands = 2,
  .max_operands = 200,
  .writes = TRUE,
  .run = run_collect,
};
