/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-carried.h"
#include "mattra-check-text.h"
#include "mattra-evidence.h"
#include "mattra-indicator.h"
#include "mattra-text.h"

/* From so many measures on, one recommendation counts as copied. */
#define MIN_COPIES 3

/* Missing numbers are named one by one up to here. */
#define MAX_LISTED 20

/* One recommendation and the measures that give it. */
typedef struct
{
  char *text;
  GArray *numbers;
  guint last_measure;
} Recommendation;

/* What the pass over the measures gathers. */
typedef struct
{
  MattraPlan *plan;
  MattraRound round;
  MattraDate day;
  char *proper_name;
  GPtrArray *findings;
  GHashTable *recommendations; /* folded text to Recommendation */
  GPtrArray *in_order;         /* the same, as they came */
  GHashTable *numbers;         /* number to how many measures have it */
  gboolean indicators[MATTRA_N_INDICATORS + 1];
  guint n_measures;
} Checker;

/**
 * mattra_finding_free:
 * @self: (transfer full): a finding
 *
 * Frees a finding.
 */
void
mattra_finding_free (MattraFinding *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->measure);
  g_free (self->message);
  g_free (self->proposal);
  g_free (self->title);
  g_free (self->question);
  g_free (self);
}

static void
recommendation_free (Recommendation *self)
{
  g_free (self->text);
  g_array_unref (self->numbers);
  g_free (self);
}

static MattraFinding *
add_finding (Checker        *self,
             MattraMeasure  *measure,
             const char     *check,
             MattraSeverity  severity,
             const char     *field,
             char           *message,
             const char     *proposal)
{
  MattraFinding *finding = g_new0 (MattraFinding, 1);

  finding->check = check;
  finding->severity = severity;
  finding->number = measure != NULL ? mattra_measure_get_number (measure) : 0;
  finding->measure = measure != NULL ? g_strdup (mattra_measure_get_id (measure)) : NULL;
  finding->field = field;
  finding->message = message;
  finding->proposal = g_strdup (proposal);
  finding->title = measure != NULL ? g_strdup (mattra_measure_get_title (measure)) : NULL;
  g_ptr_array_add (self->findings, finding);
  return finding;
}

static void
check_title (Checker       *self,
             MattraMeasure *measure)
{
  int number = mattra_measure_get_number (measure);

  if (mattra_text_is_blank (mattra_measure_get_title (measure)))
    add_finding (self, measure, "empty_title", MATTRA_SEVERITY_FAULT, "title",
                 g_strdup_printf (_("Measure %d has no title."), number),
                 _("Give the measure a title, or remove it."));
  if (number <= 0)
    add_finding (self, measure, "no_number", MATTRA_SEVERITY_NOTICE, "number",
                 g_strdup_printf (_("The measure “%s” has no number."),
                                  mattra_measure_get_title (measure)),
                 _("Give the measure a number."));
  else
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, GINT_TO_POINTER (number)));

      g_hash_table_insert (self->numbers, GINT_TO_POINTER (number), GUINT_TO_POINTER (n + 1));
      if (n == 1)
        add_finding (self, measure, "duplicate_number", MATTRA_SEVERITY_REVIEW, "number",
                     g_strdup_printf (_("More than one measure has the number %d."), number),
                     _("Number the measures anew."));
    }
}

static MattraDate
round_end (Checker *self)
{
  MattraPlanRound *round = mattra_plan_get_round (self->plan, self->round);
  int year = mattra_plan_get_fiscal_year (self->plan);

  return round != NULL ? round->end : mattra_fiscal_year_end (year);
}

static gboolean
is_answered (Checker       *self,
             MattraMeasure *measure)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);

      if (mattra_answer_get_round (answer) == self->round && mattra_answer_is_answered (answer))
        return TRUE;
    }

  return FALSE;
}

/* A cancelled measure, and one that begins after the round, need no result in it. */
static void
check_results (Checker       *self,
               MattraMeasure *measure)
{
  MattraDate start = mattra_measure_get_period_start (measure);
  MattraDate end = round_end (self);
  MattraStatus stated = mattra_plan_stated_status (self->plan, measure, self->round);

  if (mattra_date_compare (self->day, end) < 0 || stated == MATTRA_STATUS_CANCELLED ||
      (mattra_date_is_set (start) && mattra_date_compare (start, end) > 0) ||
      is_answered (self, measure))
    return;

  add_finding (self, measure, "no_result", MATTRA_SEVERITY_FAULT, "results",
               g_strdup_printf (_("Measure %d has no result for the round."),
                                mattra_measure_get_number (measure)),
               _("Ask the responsible party for the result, or write that there is none."));
}

/* What is said to be done, and nothing proves it: the assessment takes no word for it. */
static void
check_evidence (Checker       *self,
                MattraMeasure *measure)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);
  int number = mattra_measure_get_number (measure);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);
      const char *id = mattra_answer_get_division (answer);
      const MattraDivision *division = mattra_division_list_find_id (mattra_plan_get_divisions (self->plan), id);

      if (mattra_answer_get_round (answer) != self->round || !mattra_evidence_is_lacking (measure, self->round, id))
        continue;
      add_finding (self, measure, "done_without_evidence", MATTRA_SEVERITY_REVIEW, "evidence",
                   division != NULL
                     ? g_strdup_printf (_("Measure %d is done by %s, and nothing proves it."), number, division->name)
                     : g_strdup_printf (_("Measure %d is done, and nothing proves it."), number),
                   _("Attach a link or a file, or write where the evidence is kept."));
    }
}

static gboolean
has_question (MattraMeasure *measure,
              const char    *field)
{
  GPtrArray *questions = mattra_measure_get_questions (measure);

  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);

      if (g_str_equal (question->field, field))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_outside (MattraDate start,
            MattraDate end,
            MattraDate first,
            MattraDate last)
{
  return (mattra_date_is_set (start) &&
          (mattra_date_compare (start, first) < 0 || mattra_date_compare (start, last) > 0)) ||
         (mattra_date_is_set (end) &&
          (mattra_date_compare (end, first) < 0 || mattra_date_compare (end, last) > 0));
}

static void
check_period_bounds (Checker       *self,
                     MattraMeasure *measure)
{
  int year = mattra_plan_get_fiscal_year (self->plan);
  MattraPlanRound *round = mattra_plan_get_round (self->plan, self->round);
  MattraDate start = mattra_measure_get_period_start (measure);
  MattraDate end = mattra_measure_get_period_end (measure);
  MattraDate first = mattra_fiscal_year_start (year);
  MattraDate last = mattra_fiscal_year_end (year);
  int number = mattra_measure_get_number (measure);

  if (is_outside (start, end, first, last))
    add_finding (self, measure, "period_outside_year", MATTRA_SEVERITY_REVIEW, "period",
                 g_strdup_printf (_("The period of measure %d lies outside fiscal year %d."),
                                  number, year),
                 _("Correct the period, or confirm that it is meant so."));
  else if (round != NULL && is_outside (start, end, round->start, round->end) &&
           !(mattra_date_compare (start, first) == 0 && mattra_date_compare (end, last) == 0))
    add_finding (self, measure, "period_outside_round", MATTRA_SEVERITY_NOTICE, "period",
                 g_strdup_printf (_("The period of measure %d goes beyond the round."), number),
                 _("Correct the period, or confirm that it is meant so."));
}

static void
check_period (Checker       *self,
              MattraMeasure *measure)
{
  gboolean dated = mattra_date_is_set (mattra_measure_get_period_start (measure)) ||
                   mattra_date_is_set (mattra_measure_get_period_end (measure));
  int number = mattra_measure_get_number (measure);

  if (dated)
    check_period_bounds (self, measure);
  else if (mattra_text_is_blank (mattra_measure_get_period_text (measure)))
    add_finding (self, measure, "missing_period", MATTRA_SEVERITY_REVIEW, "period",
                 g_strdup_printf (_("Measure %d has no period."),
                                  number), _("Write when the measure is done."));
  else if (!has_question (measure, "period"))
    add_finding (self, measure, "period_unread", MATTRA_SEVERITY_NOTICE, "period",
                 g_strdup_printf (_("The period “%s” of measure %d gives no dates."),
                                  mattra_measure_get_period_text (measure), number),
                 _("Write the first and the last day, so that the measure can fall due."));
}

static void
check_parties (Checker       *self,
               MattraMeasure *measure)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->plan);
  GPtrArray *parties = mattra_measure_get_parties (measure);
  int number = mattra_measure_get_number (measure);

  if (parties->len == 0)
    add_finding (self, measure, "missing_party", MATTRA_SEVERITY_REVIEW, "responsible",
                 g_strdup_printf (_("Measure %d has no responsible party."), number),
                 _("Write who is responsible."));

  for (guint i = 0; i < parties->len; i++)
    {
      const MattraParty *party = g_ptr_array_index (parties, i);

      if (party->divisions->len > 0 || party->corrected ||
          mattra_division_list_is_known (divisions, party->text))
        continue;
      add_finding (self, measure, "unknown_party", MATTRA_SEVERITY_REVIEW, "responsible",
                   g_strdup_printf (_("The responsible party “%s” of measure %d is not in the list."),
                                    party->text, number),
                   _("Choose its division, or add it to the list or as another name of a division."));
    }
}

/* What a question says, or what it wants where it says nothing. */
static char *
dup_question (const MattraQuestion *question)
{
  const char *message = question->message != NULL ? question->message : N_("Say what is meant.");

  return mattra_question_say (message, question->text);
}

static void
check_questions (Checker       *self,
                 MattraMeasure *measure)
{
  GPtrArray *questions = mattra_measure_get_questions (measure);

  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *said = dup_question (question);
      MattraFinding *finding;

      finding = add_finding (self, measure, "question_open", MATTRA_SEVERITY_REVIEW,
                             g_intern_string (question->field),
                             g_strdup_printf (_("A question of the import about measure %d is open: “%s”."),
                                              mattra_measure_get_number (measure), question->text),
                             said);
      finding->question = g_strdup (question->id);
    }
}

/* The place of a text as a message names it: the preface, the title of the report, or a measure. */
static char *
place_name (MattraMeasure *measure,
            const char    *field)
{
  if (measure != NULL)
    return g_strdup_printf (_("measure %d"), mattra_measure_get_number (measure));

  if (g_str_equal (field, MATTRA_SETTING_PREFACE))
    return g_strdup (_("the preface"));

  return g_strdup (_("the title of the report"));
}

static void
check_old_date (Checker       *self,
                MattraMeasure *measure,
                const char    *field,
                const char    *text)
{
  int year = mattra_plan_get_fiscal_year (self->plan);
  int analysed = mattra_plan_get_analysed_year (self->plan);
  g_autofree char *found = mattra_check_find_old_date (text, year, analysed);
  g_autofree char *place = found != NULL ? place_name (measure, field) : NULL;
  g_autofree char *proposal = NULL;

  if (found == NULL)
    return;

  proposal = g_strdup_printf (_("Correct the date to one in fiscal year %d, or confirm it."), year);
  add_finding (self, measure, "last_year_date", MATTRA_SEVERITY_REVIEW, field,
               g_strdup_printf (_("“%s” in %s does not belong to fiscal year %d."),
                                found, place, year), proposal);
}

static void
check_name (Checker       *self,
            MattraMeasure *measure,
            const char    *field,
            const char    *text)
{
  g_autofree char *found = NULL;
  g_autofree char *place = NULL;

  if (self->proper_name != NULL)
    found = mattra_check_find_misspelt_name (text, self->proper_name);
  if (found == NULL)
    return;

  place = place_name (measure, field);
  add_finding (self, measure, "misspelt_organisation", MATTRA_SEVERITY_FAULT, field,
               g_strdup_printf (_("“%s” in %s seems to be the office's name “%s” mistyped."),
                                found, place,
                                self->proper_name),
               self->proper_name);
}

static void
check_text (Checker       *self,
            MattraMeasure *measure,
            const char    *field,
            const char    *text)
{
  if (text == NULL)
    return;

  check_old_date (self, measure, field, text);
  check_name (self, measure, field, text);
}

static void
check_split_sara_am (Checker       *self,
                     MattraMeasure *measure,
                     const char    *field,
                     const char    *text)
{
  g_autofree char *place = NULL;

  if (text == NULL || !mattra_text_has_split_sara_am (text))
    return;

  place = place_name (measure, field);
  add_finding (self, measure, "split_sara_am", MATTRA_SEVERITY_NOTICE, field,
               g_strdup_printf (_("A letter ำ in %s is typed in two pieces."), place),
               _("Type it as one letter, or searching may miss the word."));
}

static void
check_items (Checker        *self,
             MattraMeasure  *measure,
             GPtrArray      *items,
             MattraItemKind  kind)
{
  const char *field = mattra_item_kind_to_field (kind);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      check_text (self, measure, field, item->text);
      check_split_sara_am (self, measure, field, item->text);
    }
}

/* Remembers a recommendation; several copies in one measure count once. */
static void
count_recommendation (Checker          *self,
                      MattraMeasure    *measure,
                      const MattraItem *item)
{
  g_autofree char *folded = mattra_check_fold_recommendation (item->text);
  Recommendation *entry = g_hash_table_lookup (self->recommendations, folded);
  int number = mattra_measure_get_number (measure);

  if (entry == NULL)
    {
      entry = g_new0 (Recommendation, 1);
      entry->text = g_strdup (item->text);
      entry->numbers = g_array_new (FALSE, FALSE, sizeof (int));
      g_ptr_array_add (self->in_order, entry);
      g_hash_table_insert (self->recommendations, g_steal_pointer (&folded), entry);
    }
  else if (entry->last_measure == self->n_measures)
    return;

  entry->last_measure = self->n_measures;
  g_array_append_val (entry->numbers, number);
}

static void
check_answer (Checker       *self,
              MattraMeasure *measure,
              MattraAnswer  *answer)
{
  GPtrArray *recommendations = mattra_answer_get_items (answer, MATTRA_ITEM_RECOMMENDATION);

  for (int kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
    check_items (self, measure, mattra_answer_get_items (answer, kind), kind);

  for (guint i = 0; i < recommendations->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (recommendations, i);

      if (!item->none)
        count_recommendation (self, measure, item);
    }
}

static void
check_texts (Checker       *self,
             MattraMeasure *measure)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);
  GPtrArray *parties = mattra_measure_get_parties (measure);

  check_text (self, measure, "title", mattra_measure_get_title (measure));
  check_split_sara_am (self, measure, "title", mattra_measure_get_title (measure));
  for (int kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    check_items (self, measure, mattra_measure_get_items (measure, kind), kind);
  for (guint i = 0; i < parties->len; i++)
    {
      const MattraParty *party = g_ptr_array_index (parties, i);

      check_name (self, measure, "responsible", party->text);
    }
  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);

      if (mattra_answer_get_round (answer) == self->round)
        check_answer (self, measure, answer);
    }
}

/* What was recommended before is asked after by those who read this year's report. */
static void
check_carried (Checker       *self,
               MattraMeasure *measure)
{
  GPtrArray *carried = mattra_measure_get_carried (measure);

  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);

      if (mattra_carried_waits (one))
        add_finding (self, measure, "unanswered_recommendation", MATTRA_SEVERITY_REVIEW, "carried",
                     g_strdup_printf (_("Measure %d does not answer the recommendation of %d: “%s”"),
                                      mattra_measure_get_number (measure), one->fiscal_year, one->text),
                     _("Write what was done about it."));
    }
}

static void
check_measure (Checker       *self,
               MattraMeasure *measure)
{
  self->n_measures++;
  self->indicators[mattra_measure_get_ita_indicator (measure)] = TRUE;
  check_title (self, measure);
  check_parties (self, measure);
  check_period (self, measure);
  check_results (self, measure);
  check_evidence (self, measure);
  check_questions (self, measure);
  check_texts (self, measure);
  check_carried (self, measure);
}

static char *
list_numbers (const GArray *numbers)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < numbers->len && i < MAX_LISTED; i++)
    g_string_append_printf (list, "%s%d", i > 0 ? ", " : "", g_array_index (numbers, int, i));
  if (numbers->len > MAX_LISTED)
    g_string_append (list, " …");

  return g_string_free (list, FALSE);
}

static void
check_copies (Checker *self)
{
  for (guint i = 0; i < self->in_order->len; i++)
    {
      const Recommendation *entry = g_ptr_array_index (self->in_order, i);
      g_autofree char *numbers = NULL;

      if (entry->numbers->len < MIN_COPIES)
        continue;
      numbers = list_numbers (entry->numbers);
      add_finding (self, NULL, "copied_recommendation", MATTRA_SEVERITY_REVIEW, "recommendations",
                   g_strdup_printf (_("One recommendation stands in %u measures (%s): “%s”"),
                                    entry->numbers->len,
                                    numbers, entry->text),
                   _("Write for each measure what its own result suggests."));
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  int one = *(const int *) a;
  int other = *(const int *) b;

  return (one > other) - (one < other);
}

static GArray *
sorted_numbers (Checker *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      int number = GPOINTER_TO_INT (key);

      g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);

  return numbers;
}

/* Gaps after the first number; a plan may begin at any. */
static void
check_missing_numbers (Checker *self)
{
  g_autoptr (GArray) numbers = sorted_numbers (self);
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *list = NULL;
  int expected = 1;

  for (guint i = 0; i < numbers->len; i++)
    {
      int number = g_array_index (numbers, int, i);

      for (; expected < number && missing->len <= MAX_LISTED; expected++)
        g_array_append_val (missing, expected);
      expected = number < G_MAXINT ? number + 1 : number;
    }
  if (missing->len == 0)
    return;

  list = list_numbers (missing);
  add_finding (self, NULL, "missing_number", MATTRA_SEVERITY_NOTICE, "number",
               g_strdup_printf (_("No measure has these numbers: %s."), list),
               _("See whether a measure was lost, or number the measures anew."));
}

static void
check_indicators (Checker *self)
{
  GPtrArray *scores = mattra_plan_get_scores (self->plan);
  double bound = mattra_plan_get_weak_bound (self->plan);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);
      const char *usual = mattra_indicator_get_name (score->indicator);
      const char *name = score->name != NULL ? score->name : usual;

      if (score->indicator < 1 || score->indicator > MATTRA_N_INDICATORS || score->score < 0 ||
          score->score >= bound || self->indicators[score->indicator])
        continue;
      add_finding (self, NULL, "indicator_without_measure", MATTRA_SEVERITY_REVIEW, "ita_indicator",
                   g_strdup_printf (_("Indicator %d, %s, scored %.2f, below %g; no measure answers it."),
                                    score->indicator, name, score->score, bound),
                   _("Add a measure for it, or set the indicator of the one that answers it."));
    }
}

static void
check_settings (Checker *self)
{
  static const char *const names[] = { MATTRA_SETTING_TITLE, MATTRA_SETTING_PREFACE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_text (self, NULL, names[i], mattra_plan_get_setting (self->plan, names[i]));
}

static gboolean
visit_measure (MattraMeasure  *measure,
               gpointer        user_data,
               GError        **error)
{
  check_measure (user_data, measure);

  return TRUE;
}

static void
checker_clear (Checker *self)
{
  g_free (self->proper_name);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->recommendations, g_hash_table_unref);
  g_clear_pointer (&self->in_order, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Checker, checker_clear)

/**
 * mattra_check_plan:
 * @plan: a plan
 * @measures: its measures; rewound first
 * @round: the round that is to be handed up; %MATTRA_ROUND_NONE for the answers that name no round
 * @day: the day to judge by
 * @error: return location for an error
 *
 * Checks a plan before a report of it is handed up (ตรวจสอบก่อนเสนอ). It reads the measures once and
 * keeps no more of them than their distinct recommendations and numbers. The findings stand in the
 * order of the measures; before them those on the title and preface, after them those on the plan as
 * a whole. Rules: domain notes, R8 and sections 1.4 and 6.
 *
 * Returns: (transfer full) (nullable) (element-type MattraFinding): the findings; %NULL with @error set
 *   where the measures could not be read
 */
GPtrArray *
mattra_check_plan (MattraPlan           *plan,
                   MattraMeasureSource  *measures,
                   MattraRound           round,
                   MattraDate            day,
                   GError              **error)
{
  g_auto (Checker) self = { .plan = plan, .round = round, .day = day };

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), NULL);
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (measures), NULL);
  g_return_val_if_fail (mattra_date_is_set (day), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self.proper_name = mattra_check_proper_name (mattra_plan_get_organisation (plan)->name);
  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_finding_free);
  self.recommendations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) recommendation_free);
  self.in_order = g_ptr_array_new ();
  self.numbers = g_hash_table_new (NULL, NULL);

  check_settings (&self);
  if (!mattra_measure_source_for_each (measures, visit_measure, &self, error))
    return NULL;
  check_copies (&self);
  check_missing_numbers (&self);
  check_indicators (&self);

  return g_steal_pointer (&self.findings);
}

/**
 * mattra_check_add_question:
 * @findings: (element-type MattraFinding): findings of a check
 * @question: an open question about the document that was imported, not about one of its measures
 *
 * Adds it to what was found.
 */
void
mattra_check_add_question (GPtrArray            *findings,
                           const MattraQuestion *question)
{
  g_autofree char *said = NULL;
  MattraFinding *finding;
  Checker checker = { .findings = findings };

  g_return_if_fail (findings != NULL && question != NULL);

  said = dup_question (question);
  finding = add_finding (&checker, NULL, "question_open", MATTRA_SEVERITY_REVIEW, NULL,
                         question->text == NULL || *question->text == '\0'
                           ? g_strdup (_("A question of the import about the document is open."))
                           : g_strdup_printf (_("A question of the import about the document is open: “%s”."),
                                              question->text),
                         said);
  finding->question = g_strdup (question->id);
}
