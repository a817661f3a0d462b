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
#include "mattra-find.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-store-comment.h"

typedef struct
{
  char *division;
  char *round;
  char *change;
  char *remove;
  gboolean json;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->division);
  g_free (self->round);
  g_free (self->change);
  g_free (self->remove);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Listing */

static void
print_comment (MattraPlan          *plan,
               guint                number,
               const MattraComment *comment)
{
  const char *division = mattra_plan_find_division_name (plan, comment->division);
  g_autofree char *time = mattra_output_dup_time (comment->at_utc);

  mattra_output_line ("%3u  %s  %s%s%s", number, time, comment->person ? comment->person : "-",
                      division ? ", " : "", division ? division : "");
  mattra_output_line ("     %s", comment->text);
}

static gboolean
print_json (MattraPlan     *plan,
            GPtrArray      *comments,
            GError        **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_comments_write (comments, plan, writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static gboolean
list (MattraInvocation  *self,
      const Words       *words,
      GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraMeasure) measure = plan ? mattra_find_measure (store, plan, self->operands[1], error) : NULL;
  g_autoptr (GPtrArray) comments = NULL;

  if (measure == NULL)
    return FALSE;
  comments = mattra_store_list_comments (store, mattra_measure_get_id (measure), error);
  if (comments == NULL)
    return FALSE;
  if (words->json)
    return print_json (plan, comments, error);
  for (guint i = 0; i < comments->len && !mattra_output_failed (); i++)
    print_comment (plan, i + 1, g_ptr_array_index (comments, i));
  if (comments->len == 0)
    mattra_output_line (_("Nobody has commented on measure %s"), self->operands[1]);
  return TRUE;
}

/* Writing */

static gboolean
add (MattraInvocation  *self,
     const Words       *words,
     MattraRound        round,
     MattraStore       *store,
     MattraPlan        *plan,
     const char        *measure,
     GError           **error)
{
  MattraComment comment = { .measure = (char *) measure, .round = round, .text = self->operands[2] };
  const char *division = NULL;
  g_autofree char *id = NULL;

  if (words->division && !mattra_find_division (plan, words->division, &division, error))
    return FALSE;
  comment.division = (char *) division;
  id = mattra_store_insert_comment (store, &comment, error);
  return id != NULL;
}

static gboolean
say (MattraInvocation  *self,
     const Words       *words,
     MattraRound        round,
     GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraMeasure) measure = plan ? mattra_find_measure (store, plan, self->operands[1], error) : NULL;
  const char *number = words->change ? words->change : words->remove;
  g_autofree char *comment = NULL;

  if (measure == NULL)
    return FALSE;
  if (number == NULL)
    {
      if (!add (self, words, round, store, plan, mattra_measure_get_id (measure), error))
        return FALSE;
      mattra_output_line (_("Commented on measure %s"), self->operands[1]);
      return TRUE;
    }
  comment = mattra_comments_find (store, mattra_measure_get_id (measure), number, error);
  if (comment == NULL
      || !mattra_store_set_comment (store, comment, words->change ? self->operands[2] : NULL, error))
    return FALSE;
  mattra_output_line (words->change ? _("Comment %s on measure %s: changed") : _("Comment %s on measure %s: taken away"),
                      number, self->operands[1]);
  return TRUE;
}

static gboolean
check_words (MattraInvocation  *self,
             const Words       *words,
             GError           **error)
{
  gboolean writes = self->n_operands > 2 || words->remove != NULL;

  if (words->change != NULL && words->remove != NULL)
    return mattra_argument_refuse (error, _("Say either --change or --delete"));
  if (words->change != NULL && self->n_operands < 3)
    return mattra_argument_refuse (error, _("Say what the comment is to be: comment FILE MEASURE TEXT --change N"));
  if (words->remove != NULL && self->n_operands > 2)
    return mattra_argument_refuse (error, _("What is taken away has no new text"));
  if (writes && words->json)
    return mattra_argument_refuse (error, _("--json belongs to the list: comment FILE MEASURE --json"));
  return writes || self->as == NULL || mattra_argument_refuse (error, _("Say what the comment is: comment FILE MEASURE TEXT --as PERSON"));
}

static MattraExit
run_comment (MattraInvocation  *self,
             GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &words.division, N_("The division whose answer it is about"), N_("D") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &words.round, N_("The round it is about: first-half or full-year"), N_("R") },
    { "change", 0, 0, G_OPTION_ARG_FILENAME, &words.change, N_("Give the comment of this number the new TEXT"), N_("N") },
    { "delete", 0, 0, G_OPTION_ARG_FILENAME, &words.remove, N_("Take the comment of this number away"), N_("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print the list as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  MattraRound round = MATTRA_ROUND_NONE;
  gboolean done;

  if (!mattra_invocation_parse (self, entries, error) || !check_words (self, &words, error)
      || !mattra_argument_round (words.round, &round, error))
    return MATTRA_EXIT_DONE;
  done = self->n_operands > 2 || words.remove != NULL ? say (self, &words, round, error) : list (self, &words, error);
  return done ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_comment = {
  .name = "comment",
  .operands = N_("FILE MEASURE [TEXT]"),
  .summary = N_("Comment on a measure, or list what was said about it"),
  .description = N_("With TEXT it is said, by the person of --as; without it the comments are listed with their numbers.\n"
                    "Everybody may comment but who only looks, also in a closed round. A comment is changed or taken\n"
                    "away by who wrote it, and by the secretary; the history keeps what it said."),
  .min_operands = 2,
  .max_operands = 3,
  .writes = TRUE,
  .run = run_comment,
};
