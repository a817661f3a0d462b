/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-find.h"
#include "mattra-json-writer.h"
#include "mattra-minutes.h"
#include "mattra-open.h"
#include "mattra-output.h"

typedef struct
{
  char *meeting;
  char *measure;
  gboolean json;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->meeting);
  g_free (self->measure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

enum
{
  LIST,
  ADD,
  SET,
  REMOVE,
};

static const MattraChoice verbs[] = {
  { "list", LIST },
  { "add", ADD },
  { "set", SET },
  { "remove", REMOVE },
  { NULL, 0 }
};

/* Operands besides the file and the verb. */
static const guint n_operands[] = { [LIST] = 0, [ADD] = 1, [SET] = 2, [REMOVE] = 1 };

static gboolean
print_json (GPtrArray  *minutes,
            GError    **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_begin_array (writer, "minutes");
  for (guint i = 0; i < minutes->len; i++)
    {
      const MattraMinute *minute = g_ptr_array_index (minutes, i);
      g_autofree char *meeting = mattra_date_to_iso (minute->meeting);

      mattra_json_writer_begin_object (writer, NULL);
      mattra_json_writer_add_string (writer, "id", minute->id);
      mattra_json_writer_add_string (writer, "meeting", meeting);
      mattra_json_writer_add_string (writer, "measure", minute->measure);
      if (minute->number > 0)
        mattra_json_writer_add_int (writer, "number", minute->number);
      else
        mattra_json_writer_add_null (writer, "number");
      mattra_json_writer_add_string (writer, "text", minute->text);
      mattra_json_writer_add_string (writer, "person", minute->person);
      mattra_json_writer_end_object (writer);
    }
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static gboolean
list (MattraStore  *store,
      MattraPlan   *plan,
      MattraDate    meeting,
      gboolean      json,
      GError      **error)
{
  g_autoptr (GPtrArray) minutes = mattra_store_list_minutes (store, mattra_plan_get_id (plan), meeting, error);
  g_autofree char *text = NULL;

  if (minutes == NULL)
    return FALSE;
  if (json)
    return print_json (minutes, error);
  text = mattra_minutes_dup_text (minutes, MATTRA_DIGITS_WESTERN);
  mattra_output_line ("%s", *text != '\0' ? text : _("There are no minutes"));
  return TRUE;
}

static gboolean
add (MattraInvocation   *self,
     MattraStore        *store,
     MattraPlan         *plan,
     const Words        *words,
     const MattraActor  *actor,
     MattraDate          meeting,
     GError            **error)
{
  g_autoptr (MattraMeasure) measure = NULL;
  MattraDecision decision = { .meeting = mattra_date_is_set (meeting) ? meeting : self->today,
                              .text = self->operands[2], .person = actor != NULL ? actor->name : NULL };

  if (words->measure != NULL)
    {
      measure = mattra_find_measure (store, plan, words->measure, error);
      if (measure == NULL)
        return FALSE;
      decision.measure = mattra_measure_get_id (measure);
    }
  return mattra_decide (store, plan, &decision, actor, error);
}

/* The line that is named by its identifier: only one of the plan can be meant. */
static gboolean
check_line (MattraStore  *store,
            MattraPlan   *plan,
            const char   *id,
            GError      **error)
{
  g_autoptr (GPtrArray) minutes = mattra_store_list_minutes (store, mattra_plan_get_id (plan), MATTRA_DATE_NONE, error);

  for (guint i = 0; minutes != NULL && i < minutes->len; i++)
    if (g_str_equal (((const MattraMinute *) g_ptr_array_index (minutes, i))->id, id))
      return TRUE;
  if (minutes != NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("There is no line of minutes “%s”; minutes FILE list --json shows them"), id);
  return FALSE;
}

static const char *
act_name (int verb)
{
  return verb == ADD ? "insert-minute" : verb == SET ? "set-minute" : "delete-minute";
}

static gboolean
change (MattraInvocation   *self,
        MattraStore        *store,
        MattraPlan         *plan,
        int                 verb,
        const Words        *words,
        const MattraActor  *actor,
        MattraDate          meeting,
        GError            **error)
{
  gboolean done;

  if (!mattra_store_begin_act (store, act_name (verb), NULL, MATTRA_ACT_EDIT, error))
    return FALSE;
  if (verb == ADD)
    done = add (self, store, plan, words, actor, meeting, error);
  else
    done = mattra_minutes_check_actor (actor, error) && check_line (store, plan, self->operands[2], error)
           && mattra_store_set_minute_text (store, self->operands[2], verb == SET ? self->operands[3] : NULL, error);
  if (done)
    return mattra_store_commit_act (store, error);
  mattra_store_abandon_act (store);
  return FALSE;
}

static gboolean
run (MattraInvocation  *self,
     int                verb,
     const Words       *words,
     MattraDate         meeting,
     GError           **error)
{
  g_autoptr (MattraStore) store = verb == LIST ? mattra_open_store (self->operands[0], TRUE, error)
                                               : mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  MattraActor actor;

  if (plan == NULL)
    return FALSE;
  if (verb == LIST)
    return list (store, plan, meeting, words->json, error);
  if (!mattra_open_actor (self, store, plan, &actor, error)
      || !change (self, store, plan, verb, words, actor.name != NULL ? &actor : NULL, meeting, error))
    return FALSE;
  mattra_output_line (_("The minutes are changed"));
  return TRUE;
}

static gboolean
check_words (MattraInvocation  *self,
             int                verb,
             const Words       *words,
             GError           **error)
{
  const char *message = NULL;

  if (self->n_operands != n_operands[verb] + 2)
    message = verb == LIST ? _("A list takes nothing more than the file")
              : verb == SET ? _("Say which line and what it says: minutes FILE set LINE TEXT")
              : verb == ADD ? _("Say what was decided: minutes FILE add TEXT")
                            : _("Say which line: minutes FILE remove LINE");
  else if (verb != LIST && words->json)
    message = _("--json belongs to the list: minutes FILE list --json");
  else if (verb != ADD && words->measure != NULL)
    message = _("--measure belongs to a new line: minutes FILE add TEXT --measure MEASURE");
  if (message != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
  return message == NULL;
}

static MattraExit
run_minutes (MattraInvocation  *self,
             GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "meeting", 0, 0, G_OPTION_ARG_FILENAME, &words.meeting, N_("Day of the meeting (a new line: else today)"),
      N_("DATE") },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &words.measure, N_("The measure that the line is about"), N_("MEASURE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print the list as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  MattraDate meeting = MATTRA_DATE_NONE;
  int verb = LIST;

  if (!mattra_invocation_parse (self, entries, error)
      || !mattra_argument_choice ("minutes", self->operands[1], verbs, &verb, error)
      || !check_words (self, verb, &words, error)
      || (words.meeting != NULL && !mattra_argument_date ("--meeting", words.meeting, &meeting, error)))
    return MATTRA_EXIT_DONE;
  return run (self, verb, &words, meeting, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_minutes = {
  .name = "minutes",
  .operands = N_("FILE list|add|set|remove …"),
  .summary = N_("List the minutes of meetings, add a line, correct and remove one"),
  .description = N_("add TEXT writes a decision down, set LINE TEXT corrects a line, remove LINE takes it away; lines are\n"
                    "named by the identifiers that list --json shows. report --kind minutes-table --date DATE prints them."),
  .min_operands = 2,
  .max_operands = 4,
  .writes = TRUE,
  .run = run_minutes,
};
