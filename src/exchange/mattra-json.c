/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-json.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-evidence.h"
#include "mattra-json-writer.h"
#include "mattra-carried.h"
#include "mattra-review-event.h"

typedef struct
{
  MattraPlan *plan;
  const MattraJsonOptions *options;
  MattraJsonWriter *writer;
} Json;

/* The lists of a measure, in the order of their keys. */
static const MattraItemKind list_kinds[] = {
  MATTRA_ITEM_RESULT, MATTRA_ITEM_OBSTACLE, MATTRA_ITEM_RECOMMENDATION, MATTRA_ITEM_KPI,
  MATTRA_ITEM_FOLLOW_UP, MATTRA_ITEM_BUDGET, MATTRA_ITEM_EVIDENCE, MATTRA_ITEM_NOTE,
};

static void
add_positive (MattraJsonWriter *writer,
              const char       *key,
              int               value)
{
  if (value > 0)
    mattra_json_writer_add_int (writer, key, value);
  else
    mattra_json_writer_add_null (writer, key);
}

static void
add_round (Json *self)
{
  MattraRound round = self->options->round;
  MattraPlanRound *plan_round = round != MATTRA_ROUND_NONE ? mattra_plan_get_round (self->plan, round) : NULL;

  mattra_json_writer_add_string (self->writer, "round",
                                 round != MATTRA_ROUND_NONE ? mattra_round_to_string (round) : NULL);
  mattra_json_writer_add_string (self->writer, "round_text",
                                 mattra_plan_get_setting (self->plan, MATTRA_SETTING_ROUND_TEXT));
  mattra_json_writer_add_date (self->writer, "round_start", plan_round != NULL ? plan_round->start : MATTRA_DATE_NONE);
  mattra_json_writer_add_date (self->writer, "round_end", plan_round != NULL ? plan_round->end : MATTRA_DATE_NONE);
}

static void
add_document (Json *self)
{
  const MattraOrganisation *organisation = mattra_plan_get_organisation (self->plan);
  MattraJsonWriter *writer = self->writer;

  mattra_json_writer_begin_object (writer, "document");
  mattra_json_writer_add_string (writer, "title", mattra_plan_get_setting (self->plan, MATTRA_SETTING_TITLE));
  add_positive (writer, "fiscal_year_be", mattra_plan_get_fiscal_year (self->plan));
  add_round (self);
  mattra_json_writer_add_string (writer, "organisation", organisation->name);
  mattra_json_writer_add_string (writer, "district", organisation->district);
  mattra_json_writer_add_string (writer, "province", organisation->province);
  mattra_json_writer_add_string (writer, "website", organisation->website);
  mattra_json_writer_add_string (writer, "emblem", organisation->emblem);
  mattra_json_writer_add_string (writer, "garuda", organisation->garuda);
  add_positive (writer, "analysed_ita_fiscal_year_be", mattra_plan_get_analysed_year (self->plan));
  mattra_json_writer_end_object (writer);
}

static void
add_columns (Json *self)
{
  const char *order = mattra_plan_get_setting (self->plan, MATTRA_SETTING_COLUMN_ORDER);
  g_auto (GStrv) fields = g_strsplit (order != NULL ? order : "", " ", -1);

  mattra_json_writer_begin_object (self->writer, "columns");
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (MATTRA_SETTING_COLUMN_LABEL, fields[i], NULL);
      const char *label = mattra_plan_get_setting (self->plan, name);

      if (label != NULL)
        mattra_json_writer_add_string (self->writer, fields[i], label);
    }
  mattra_json_writer_end_object (self->writer);
}

static void
add_papers (Json *self)
{
  GPtrArray *papers = mattra_plan_get_papers (self->plan);

  mattra_json_writer_begin_array (self->writer, "papers");
  for (guint i = 0; i < papers->len; i++)
    {
      const MattraPaper *paper = g_ptr_array_index (papers, i);

      mattra_json_writer_begin_object (self->writer, NULL);
      mattra_json_writer_add_string (self->writer, "kind", paper->kind);
      mattra_json_writer_add_string (self->writer, "round", paper->round != MATTRA_ROUND_NONE
                                                              ? mattra_round_to_string (paper->round) : NULL);
      mattra_json_writer_add_string (self->writer, "division",
                                     mattra_plan_find_division_name (self->plan, paper->division));
      mattra_json_writer_add_string (self->writer, "number", paper->number);
      mattra_json_writer_add_date (self->writer, "day", paper->day);
      mattra_json_writer_add_string (self->writer, "subject", paper->subject);
      mattra_json_writer_end_object (self->writer);
    }
  mattra_json_writer_end_array (self->writer);
}

static void
add_members (Json *self)
{
  GPtrArray *members = mattra_plan_get_members (self->plan);

  mattra_json_writer_begin_array (self->writer, "members");
  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);

      mattra_json_writer_begin_object (self->writer, NULL);
      mattra_json_writer_add_string (self->writer, "name", member->name);
      mattra_json_writer_add_string (self->writer, "post", member->post);
      mattra_json_writer_add_string (self->writer, "role", member->role);
      mattra_json_writer_end_object (self->writer);
    }
  mattra_json_writer_end_array (self->writer);
}

/* Settings of one kind of report, called KIND/NAME. A stroke in the head of a column is none of these. */
static void
add_settings (Json *self)
{
  g_autoptr (GList) names = mattra_plan_list_settings (self->plan);

  mattra_json_writer_begin_object (self->writer, "settings");
  for (GList *l = names; l != NULL; l = l->next)
    if (strchr (l->data, '/') != NULL && !g_str_has_prefix (l->data, MATTRA_SETTING_COLUMN_LABEL))
      mattra_json_writer_add_string (self->writer, l->data, mattra_plan_get_setting (self->plan, l->data));
  mattra_json_writer_end_object (self->writer);
}

static void
add_list (Json           *self,
          MattraMeasure  *measure,
          MattraItemKind  kind)
{
  g_autoptr (GPtrArray) items = mattra_plan_compose (self->plan, measure, kind, self->options->round);

  mattra_json_writer_begin_array (self->writer, mattra_item_kind_to_field (kind));
  for (guint i = 0; i < items->len; i++)
    {
      const MattraComposedItem *item = g_ptr_array_index (items, i);

      if (!item->none)
        mattra_json_writer_add_string (self->writer, NULL, item->text);
    }
  mattra_json_writer_end_array (self->writer);
}

static void
add_responsible (Json          *self,
                 MattraMeasure *measure)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);

  mattra_json_writer_begin_array (self->writer, "responsible");
  for (guint i = 0; i < parties->len; i++)
    mattra_json_writer_add_string (self->writer, NULL, ((MattraParty *) g_ptr_array_index (parties, i))->text);
  mattra_json_writer_end_array (self->writer);
}

static void
add_status (Json          *self,
            MattraMeasure *measure)
{
  MattraRound round = self->options->round;
  MattraStatus stated = mattra_plan_stated_status (self->plan, measure, round);
  MattraStatus computed = mattra_plan_compute_status (self->plan, measure, round, self->options->day);

  mattra_json_writer_add_string (self->writer, "status",
                                 mattra_status_to_string (stated != MATTRA_STATUS_NONE ? stated : computed));
  mattra_json_writer_add_string (self->writer, "status_computed", mattra_status_to_string (computed));
  mattra_json_writer_add_boolean (self->writer, "overdue",
                                  mattra_plan_is_overdue (self->plan, measure, round, self->options->day));
}

/* How far each answer of the round has come, and what was changed in it after it was approved. */
static void
add_review (Json               *self,
            MattraMeasure      *measure,
            const MattraReview *review)
{
  MattraJsonWriter *writer = self->writer;
  const char *division = mattra_plan_find_division_name (self->plan, review->division);
  MattraPlanRound *round = mattra_plan_get_round (self->plan, review->round);
  MattraReviewState state = round != NULL && !round->open ? MATTRA_REVIEW_CLOSED
                                                          : mattra_review_verdict_leads_to (review->verdict);
  g_auto (GStrv) fields = NULL;
  gboolean changed = mattra_review_is_changed (measure, review, &fields) && review->verdict == MATTRA_VERDICT_APPROVED;

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "division", division != NULL ? division : review->division);
  mattra_json_writer_add_string (writer, "state", mattra_review_state_to_string (state));
  mattra_json_writer_add_string (writer, "verdict", mattra_review_verdict_to_string (review->verdict));
  mattra_json_writer_add_string (writer, "at", review->at_utc);
  mattra_json_writer_add_string (writer, "person", review->person);
  mattra_json_writer_add_string (writer, "post", review->post);
  mattra_json_writer_add_string (writer, "comment", review->comment);
  mattra_json_writer_begin_array (writer, "changed_after_approval");
  for (guint i = 0; changed && fields[i] != NULL; i++)
    mattra_json_writer_add_string (writer, NULL, fields[i]);
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
}

/* Answers that nobody handed in are drafts and not told. */
static void
add_reviews (Json          *self,
             MattraMeasure *measure)
{
  GPtrArray *reviews = mattra_measure_get_reviews (measure);

  mattra_json_writer_begin_array (self->writer, "reviews");
  for (guint i = 0; i < reviews->len; i++)
    {
      const MattraReview *review = g_ptr_array_index (reviews, i);

      if (review->round == self->options->round)
        add_review (self, measure, review);
    }
  mattra_json_writer_end_array (self->writer);
}

/* What was recommended before and has to be answered. */
static void
add_carried (Json          *self,
             MattraMeasure *measure)
{
  GPtrArray *carried = mattra_measure_get_carried (measure);

  mattra_json_writer_begin_array (self->writer, "carried");
  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);

      mattra_json_writer_begin_object (self->writer, NULL);
      mattra_json_writer_add_int (self->writer, "fiscal_year", one->fiscal_year);
      mattra_json_writer_add_string (self->writer, "round", mattra_round_to_string (one->round));
      mattra_json_writer_add_string (self->writer, "division",
                                     mattra_plan_find_division_name (self->plan, one->division));
      mattra_json_writer_add_string (self->writer, "text", one->text);
      mattra_json_writer_add_string (self->writer, "answer", one->answer);
      mattra_json_writer_end_object (self->writer);
    }
  mattra_json_writer_end_array (self->writer);
}

static void
add_attachment (Json                 *self,
                const MattraEvidence *evidence)
{
  MattraJsonWriter *writer = self->writer;
  const char *division = mattra_plan_find_division_name (self->plan, evidence->division);

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "id", evidence->id);
  mattra_json_writer_add_string (writer, "round", mattra_round_to_string (evidence->round));
  mattra_json_writer_add_string (writer, "division", division != NULL ? division : evidence->division);
  mattra_json_writer_add_string (writer, "item", evidence->item);
  mattra_json_writer_add_string (writer, "kind", mattra_evidence_kind_to_string (evidence->kind));
  mattra_json_writer_add_string (writer, "caption", evidence->caption);
  mattra_json_writer_add_string (writer, "url", evidence->url);
  mattra_json_writer_add_string (writer, "file_name", evidence->file_name);
  mattra_json_writer_add_string (writer, "media_type", evidence->media_type);
  mattra_json_writer_add_string (writer, "sha256", evidence->blob);
  add_positive (writer, "length", evidence->length);
  mattra_json_writer_end_object (writer);
}

static void
add_attachments (Json          *self,
                 MattraMeasure *measure)
{
  g_autoptr (GPtrArray) evidence = mattra_evidence_of_round (measure, self->plan, self->options->round);

  mattra_json_writer_begin_array (self->writer, "attachments");
  for (guint i = 0; i < evidence->len; i++)
    add_attachment (self, g_ptr_array_index (evidence, i));
  mattra_json_writer_end_array (self->writer);
}

static void
add_unparsed (Json          *self,
              MattraMeasure *measure)
{
  GPtrArray *questions = mattra_measure_get_questions (measure);

  mattra_json_writer_begin_array (self->writer, "unparsed");
  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);

      if (question->kind != MATTRA_QUESTION_UNPARSED)
        continue;
      mattra_json_writer_begin_object (self->writer, NULL);
      mattra_json_writer_add_int (self->writer, "line", question->line);
      mattra_json_writer_add_string (self->writer, "column", question->field);
      mattra_json_writer_add_string (self->writer, "text", question->text);
      mattra_json_writer_add_string (self->writer, "suggest", question->suggest);
      mattra_json_writer_end_object (self->writer);
    }
  mattra_json_writer_end_array (self->writer);
}

static void
add_questions (Json          *self,
               MattraMeasure *measure)
{
  GPtrArray *questions = mattra_measure_get_questions (measure);

  mattra_json_writer_begin_array (self->writer, "questions");
  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *said = NULL;

      if (question->kind != MATTRA_QUESTION_ASKED)
        continue;
      if (question->message != NULL && *question->message != '\0')
        said = mattra_question_say (question->message, question->text);
      mattra_json_writer_add_string (self->writer, NULL, said != NULL ? said : question->text);
    }
  mattra_json_writer_end_array (self->writer);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/* Lines of one extra column make one text. */
static void
add_extra (Json          *self,
           MattraMeasure *measure)
{
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_text);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);
      char *label = item->label != NULL ? item->label : (char *) "";
      GString *text = g_hash_table_lookup (texts, label);

      if (text != NULL)
        {
          g_string_append_printf (text, "\n%s", item->text);
          continue;
        }
      g_hash_table_insert (texts, label, g_string_new (item->text));
      g_ptr_array_add (labels, label);
    }

  mattra_json_writer_begin_object (self->writer, "extra");
  for (guint i = 0; i < labels->len; i++)
    {
      const GString *text = g_hash_table_lookup (texts, g_ptr_array_index (labels, i));

      mattra_json_writer_add_string (self->writer, g_ptr_array_index (labels, i), text->str);
    }
  mattra_json_writer_end_object (self->writer);
}

static gboolean
add_measure (Json           *self,
             MattraMeasure  *measure,
             GError        **error)
{
  MattraJsonWriter *writer = self->writer;

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "id", mattra_measure_get_id (measure));
  add_positive (writer, "number", mattra_measure_get_number (measure));
  mattra_json_writer_add_string (writer, "title", mattra_measure_get_title (measure));
  mattra_json_writer_add_string (writer, "section", mattra_measure_get_section (measure));
  add_list (self, measure, MATTRA_ITEM_STEP);
  add_responsible (self, measure);
  mattra_json_writer_add_date (writer, "period_start", mattra_measure_get_period_start (measure));
  mattra_json_writer_add_date (writer, "period_end", mattra_measure_get_period_end (measure));
  mattra_json_writer_add_string (writer, "period_text", mattra_measure_get_period_text (measure));
  for (guint i = 0; i < G_N_ELEMENTS (list_kinds); i++)
    add_list (self, measure, list_kinds[i]);
  add_positive (writer, "ita_indicator", mattra_measure_get_ita_indicator (measure));
  add_positive (writer, "topic", mattra_measure_get_topic (measure));
  add_status (self, measure);
  add_reviews (self, measure);
  add_carried (self, measure);
  add_attachments (self, measure);
  add_unparsed (self, measure);
  add_questions (self, measure);
  add_extra (self, measure);
  if (self->options->more != NULL && !self->options->more (measure, writer, self->options->more_data, error))
    return FALSE;
  mattra_json_writer_end_object (writer);
  return TRUE;
}

static gboolean
add_measures (Json                 *self,
              MattraMeasureSource  *measures,
              GError              **error)
{
  int n = 0;

  if (!mattra_measure_source_rewind (measures, error))
    return FALSE;

  mattra_json_writer_begin_array (self->writer, "measures");
  while (TRUE)
    {
      g_autoptr (GError) cause = NULL;
      g_autoptr (MattraMeasure) measure = mattra_measure_source_next (measures, &cause);

      if (cause != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (measure == NULL)
        break;
      if (!add_measure (self, measure, error))
        return FALSE;
      n++;
      if (!mattra_json_writer_flush (self->writer, FALSE, error))
        return FALSE;
    }
  mattra_json_writer_end_array (self->writer);
  mattra_json_writer_add_int (self->writer, "measure_count", n);

  return TRUE;
}

/**
 * mattra_json_write:
 * @plan: the plan
 * @measures: its measures; they are read from the beginning, one by one
 * @options: round and day
 * @stream: where the JSON goes; it is not closed
 * @error: return location for an error
 *
 * Writes a plan as JSON: `document`, `columns`, `papers`, `members`, `settings` of single kinds of reports,
 * `measures`, `measure_count`. Cells are lists of strings as they
 * print, dates are ISO days or null. Memory does not grow with the number of measures.
 *
 * Returns: %TRUE, or %FALSE with %MATTRA_ERROR_IO or the error of @measures
 */
gboolean
mattra_json_write (MattraPlan               *plan,
                   MattraMeasureSource      *measures,
                   const MattraJsonOptions  *options,
                   GOutputStream            *stream,
                   GError                  **error)
{
  g_autoptr (MattraJsonWriter) writer = NULL;
  Json self = { plan, options, NULL };

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (measures), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = mattra_json_writer_new (stream);
  self.writer = writer;
  mattra_json_writer_begin_object (writer, NULL);
  add_document (&self);
  add_columns (&self);
  add_papers (&self);
  add_members (&self);
  add_settings (&self);
  if (!add_measures (&self, measures, error))
    return FALSE;
  mattra_json_writer_end_object (writer);

  return mattra_json_writer_flush (writer, TRUE, error);
}
