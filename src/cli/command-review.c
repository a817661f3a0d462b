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
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-review.h"
#include "mattra-review-state.h"

typedef struct
{
  char *division;
  char *round;
  char *comment;
  gboolean json;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->division);
  g_free (self->round);
  g_free (self->comment);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const MattraChoice verdicts[] = {
  { "submit", MATTRA_VERDICT_SUBMITTED },
  { "return", MATTRA_VERDICT_RETURNED },
  { "approve", MATTRA_VERDICT_APPROVED },
  { "withdraw", MATTRA_VERDICT_WITHDRAWN },
  { NULL, 0 }
};

/* Deciding */

static gboolean
decide (MattraInvocation  *self,
        const Words       *words,
        MattraRound        round,
        int                verdict,
        GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraMeasure) measure = NULL;
  MattraReviewRequest request = { NULL, round, NULL, verdict, words->comment, NULL };
  MattraActor actor;

  if (plan == NULL || !mattra_open_round (plan, &request.round, error)
      || !mattra_open_actor (self, store, plan, &actor, error)
      || (words->division && !mattra_find_division (plan, words->division, &request.division, error)))
    return FALSE;
  if (actor.name == NULL)
    return mattra_argument_refuse (error, _("Say who decides: --as PERSON"));
  measure = mattra_find_measure (store, plan, self->operands[1], error);
  if (measure == NULL)
    return FALSE;
  if (words->division == NULL)
    request.division = mattra_actor_answers_as (&actor, plan, measure, request.round);
  request.measure = mattra_measure_get_id (measure);
  if (!mattra_review_apply (store, plan, &actor, &request, error))
    return FALSE;
  mattra_output_line (_("Answer to measure %s: %s"), self->operands[1], mattra_review_verdict_to_text (verdict));
  return TRUE;
}

/* Listing */

static void
print_review (MattraPlan         *plan,
              MattraMeasure      *measure,
              const MattraReview *review)
{
  MattraReviewState state = mattra_review_get_state (plan, measure, review->round, review->division);
  g_auto (GStrv) changed = mattra_review_changed_cells (measure, review->round, review->division);
  const char *division = mattra_output_division (plan, review->division);
  g_autofree char *cells = changed ? g_strjoinv (", ", changed) : NULL;
  g_autofree char *time = mattra_output_dup_time (review->at_utc);

  mattra_output_line ("%3d  %s  %s  %s  %s%s%s", mattra_measure_get_number (measure),
                      division ? division : _("all jointly"), mattra_review_state_to_text (state), time,
                      review->person, review->post ? ", " : "", review->post ? review->post : "");
  if (review->comment)
    mattra_output_line ("     “%s”", review->comment);
  if (cells)
    mattra_output_line (_("     changed after approval: %s"), cells);
}

static void
write_review (MattraJsonWriter   *writer,
              MattraPlan         *plan,
              MattraMeasure      *measure,
              const MattraReview *review)
{
  MattraReviewState state = mattra_review_get_state (plan, measure, review->round, review->division);
  g_auto (GStrv) changed = mattra_review_changed_cells (measure, review->round, review->division);

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "measure", mattra_measure_get_id (measure));
  mattra_json_writer_add_int (writer, "number", mattra_measure_get_number (measure));
  mattra_json_writer_add_string (writer, "round", mattra_round_to_string (review->round));
  mattra_json_writer_add_string (writer, "division", mattra_output_division (plan, review->division));
  mattra_json_writer_add_string (writer, "state", mattra_review_state_to_string (state));
  mattra_json_writer_add_string (writer, "verdict", mattra_review_verdict_to_string (review->verdict));
  mattra_json_writer_add_string (writer, "at", review->at_utc);
  mattra_json_writer_add_string (writer, "person", review->person);
  mattra_json_writer_add_string (writer, "post", review->post);
  mattra_json_writer_add_string (writer, "comment", review->comment);
  mattra_json_writer_add_string (writer, "content", review->content);
  mattra_json_writer_begin_array (writer, "changed_after_approval");
  for (guint i = 0; changed && changed[i]; i++)
    mattra_json_writer_add_string (writer, NULL, changed[i]);
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
}

static gboolean
is_listed (const MattraReview *review,
           MattraRound         round,
           const Words        *words,
           const char         *division)
{
  return review->round == round && (words->division == NULL || g_strcmp0 (review->division, division) == 0);
}

/* @writer is NULL where the list is for people. */
static gboolean
list_all (MattraPlan           *plan,
          MattraMeasureSource  *measures,
          MattraRound           round,
          const Words          *words,
          const char           *division,
          MattraJsonWriter     *writer,
          GError              **error)
{
  g_autoptr (GError) failure = NULL;
  MattraMeasure *next;

  while (!mattra_output_failed () && (next = mattra_measure_source_next (measures, &failure)))
    {
      g_autoptr (MattraMeasure) measure = next;
      GPtrArray *reviews = mattra_measure_get_reviews (measure);

      for (guint i = 0; i < reviews->len; i++)
        {
          const MattraReview *review = g_ptr_array_index (reviews, i);

          if (!is_listed (review, round, words, division))
            continue;
          if (writer)
            write_review (writer, plan, measure, review);
          else
            print_review (plan, measure, review);
        }
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
list_json (MattraPlan           *plan,
           MattraMeasureSource  *measures,
           MattraRound           round,
           const Words          *words,
           const char           *division,
           GError              **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_begin_array (writer, "reviews");
  if (!list_all (plan, measures, round, words, division, writer, error))
    return FALSE;
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static gboolean
list (MattraInvocation  *self,
      const Words       *words,
      MattraRound        round,
      GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraMeasureSource) measures = NULL;
  const char *division = NULL;

  if (plan == NULL || !mattra_open_round (plan, &round, error)
      || (words->division && !mattra_find_division (plan, words->division, &division, error)))
    return FALSE;
  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (measures == NULL || !mattra_measure_source_rewind (measures, error))
    return FALSE;
  return words->json ? list_json (plan, measures, round, words, division, error)
                     : list_all (plan, measures, round, words, division, NULL, error);
}

/* The usage of both forms. */
static gboolean
check_words (MattraInvocation  *self,
             const Words       *words,
             int               *verdict,
             GError           **error)
{
  if (self->n_operands == 2)
    {
      if (!g_str_equal (self->operands[1], "list"))
        return mattra_argument_refuse (error, _("Say what is to happen: review FILE MEASURE submit, return, approve or withdraw"));
      return (self->as == NULL && words->comment == NULL)
             || mattra_argument_refuse (error, _("A list takes neither --as nor --comment"));
    }
  if (!mattra_argument_choice ("review", self->operands[2], verdicts, verdict, error))
    return FALSE;
  if (self->as != NULL && *self->as == '\0')
    return mattra_argument_refuse (error, _("Say who decides: --as PERSON"));
  return !words->json || mattra_argument_refuse (error, _("--json belongs to the list: review FILE list --json"));
}

static MattraExit
run_review (MattraInvocation  *self,
            GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &words.division,
      N_("Whose answer it is (else that of PERSON's division, or the joint one)"), N_("D") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &words.round,
      N_("The round of an answer: first-half or full-year (else that of the last import)"), N_("R") },
    { "comment", 0, 0, G_OPTION_ARG_FILENAME, &words.comment, N_("What is said with it; a return needs one"), N_("T") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print the list as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  MattraRound round = MATTRA_ROUND_NONE;
  int verdict = 0;
  gboolean done;

  if (!mattra_invocation_parse (self, entries, error) || !check_words (self, &words, &verdict, error)
      || !mattra_argument_round (words.round, &round, error))
    return MATTRA_EXIT_DONE;
  done = self->n_operands == 2 ? list (self, &words, round, error) : decide (self, &words, round, verdict, error);
  return done ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_review = {
  .name = "review",
  .operands = N_("FILE MEASURE submit|return|approve|withdraw --as PERSON, or FILE list"),
  .summary = N_("Submit, return or approve an answer, or list how far answers are"),
  .description = N_("PERSON is somebody of the register. A secretary of the working committee and the chief executive return\n"
                    "and approve; who belongs to a division answers for it and submits; others only look. What happened\n"
                    "stays on record and is not undone. In a file that several share this is a courtesy and no wall:\n"
                    "who can write the file can change all of it."),
  .min_operands = 2,
  .max_operands = 3,
  .writes = TRUE,
  .run = run_review,
};
