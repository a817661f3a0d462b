/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-publication-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-text.h"

/* A result that says what was done has at least so many letters, whatever words stand in it. */
#define LEAST_LETTERS 12

#define MOST_TOPICS 100

typedef struct
{
  const MattraPublicationCheck *check;
  GPtrArray *findings;
  GHashTable *left;    /* ULIDs of the published measures that were not met yet */
  gboolean topics[MOST_TOPICS]; /* those that a measure answers */
  guint n_measures;
} Checker;

/* Folded words that say of anything that it was done; a result of these alone tells nothing. */
static const char *const empty_words[] = {
  "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว", "ดำเนินการเสร็จสิ้น", "ดำเนินการ",  "ปฏิบัติแล้ว",
  "เป็นไปตามแผน",      "เป็นไปตามมาตรการ",    "ตามมาตรการ",   "ตามแผน",            "เรียบร้อยแล้ว", "เรียบร้อย",
  "เสร็จสิ้น",           "แล้วเสร็จ",            "ครบถ้วน",       "ทุกขั้นตอน",          "ได้",          "แล้ว",
  "มี",                 "การ",                 "ตาม",          "ที่กำหนด",           "กำหนด",
};

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
  finding->field = field;
  finding->message = message;
  finding->proposal = g_strdup (proposal);
  if (measure != NULL)
    {
      finding->number = mattra_measure_get_number (measure);
      finding->measure = g_strdup (mattra_measure_get_id (measure));
      finding->title = g_strdup (mattra_measure_get_title (measure));
    }
  g_ptr_array_add (self->findings, finding);
  return finding;
}

/* What the measures document must tell of each measure. Source: domain notes, 1.3 b. */

static gboolean
has_items (MattraMeasure  *measure,
           MattraItemKind  kind)
{
  GPtrArray *items = mattra_measure_get_items (measure, kind);

  for (guint i = 0; i < items->len; i++)
    if (!mattra_text_is_blank (((const MattraItem *) g_ptr_array_index (items, i))->text))
      return TRUE;
  return FALSE;
}

static void
check_planned (Checker       *self,
               MattraMeasure *measure)
{
  int number = mattra_measure_get_number (measure);
  int topic = mattra_measure_get_topic (measure);

  if (topic > 0 && topic < MOST_TOPICS)
    self->topics[topic] = TRUE;
  if (mattra_measure_get_parties (measure)->len == 0)
    add_finding (self, measure, "missing_party", MATTRA_SEVERITY_FAULT, "responsible",
                 g_strdup_printf (_("Measure %d has no responsible party."), number), _("Write who is responsible."));
  if (!has_items (measure, MATTRA_ITEM_STEP))
    add_finding (self, measure, "missing_steps", MATTRA_SEVERITY_FAULT, "steps",
                 g_strdup_printf (_("Measure %d has no steps."), number), _("Write by which steps it is done."));
  if (!has_items (measure, MATTRA_ITEM_FOLLOW_UP))
    add_finding (self, measure, "missing_follow_up", MATTRA_SEVERITY_FAULT, "follow_up",
                 g_strdup_printf (_("Measure %d does not say how it is followed up and reported."), number),
                 _("Write how the work is followed up and reported (แนวทางการกำกับติดตาม)."));
}

/* What a report of results must tell of each measure. Source: domain notes, 1.3. */

/* Whether it says what was done, and not merely that it was. */
static gboolean
is_concrete (const char *result)
{
  g_autofree char *left = mattra_text_fold_compare (result);

  for (guint i = 0; i < G_N_ELEMENTS (empty_words); i++)
    {
      g_autofree char *word = mattra_text_fold_compare (empty_words[i]);
      char *found;

      while ((found = strstr (left, word)) != NULL)
        memmove (found, found + strlen (word), strlen (found + strlen (word)) + 1);
    }
  return g_utf8_strlen (left, -1) >= LEAST_LETTERS;
}

static gboolean
is_step (MattraMeasure *measure,
         const char    *result)
{
  GPtrArray *steps = mattra_measure_get_items (measure, MATTRA_ITEM_STEP);
  g_autofree char *folded = mattra_text_fold_compare (result);

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *step = mattra_text_fold_compare (((const MattraItem *) g_ptr_array_index (steps, i))->text);

      if (*step != '\0' && g_str_equal (step, folded))
        return TRUE;
    }
  return FALSE;
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= 60)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, 60);
  return g_strconcat (start, "…", NULL);
}

static void
check_result (Checker          *self,
              MattraMeasure    *measure,
              const MattraItem *result)
{
  g_autofree char *quoted = shorten (result->text);
  int number = mattra_measure_get_number (measure);

  if (is_step (measure, result->text))
    add_finding (self, measure, "result_is_step", MATTRA_SEVERITY_FAULT, "results",
                 g_strdup_printf (_("A result of measure %d is a copy of its step: “%s”."), number, quoted),
                 _("Write what was done: when, how often, for whom, with what outcome."));
  else if (!is_concrete (result->text))
    add_finding (self, measure, "result_not_concrete", MATTRA_SEVERITY_REVIEW, "results",
                 g_strdup_printf (_("A result of measure %d does not say what was done: “%s”."), number, quoted),
                 _("Write what was done: when, how often, for whom, with what outcome."));
}

/* Returns: how many results the measure has in the round */
static guint
check_answers (Checker       *self,
               MattraMeasure *measure)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);
  guint n = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);
      GPtrArray *results;

      if (mattra_answer_get_round (answer) != self->check->round)
        continue;
      results = mattra_answer_get_items (answer, MATTRA_ITEM_RESULT);
      for (guint k = 0; k < results->len; k++)
        {
          const MattraItem *result = g_ptr_array_index (results, k);

          if (result->none || mattra_text_is_blank (result->text))
            continue;
          n++;
          check_result (self, measure, result);
        }
    }
  return n;
}

static void
check_reported (Checker       *self,
                MattraMeasure *measure)
{
  const char *id = mattra_measure_get_id (measure);
  int number = mattra_measure_get_number (measure);

  if (check_answers (self, measure) == 0)
    add_finding (self, measure, "no_result", MATTRA_SEVERITY_FAULT, "results",
                 g_strdup_printf (_("Measure %d has no result for the round."), number),
                 _("Ask the responsible party for the result; an item is answered by what was done."));
  if (self->left == NULL || id == NULL)
    return;
  if (!g_hash_table_contains (self->check->published, id))
    add_finding (self, measure, "measure_not_published", MATTRA_SEVERITY_FAULT, "title",
                 g_strdup_printf (_("Measure %d is not in the confirmed document of measures."), number),
                 _("Confirm the document of measures anew, or take the measure out: both list the same measures."));
  g_hash_table_remove (self->left, id);
}

/* What the document as a whole must have. */

static void
check_indicators (Checker *self)
{
  GPtrArray *analyses = mattra_plan_get_analyses (self->check->plan);
  double bound = mattra_plan_get_weak_bound (self->check->plan);
  guint n_scores = 0;

  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      if (analysis->topic || analysis->score < 0)
        continue;
      n_scores++;
      if (analysis->score < bound && mattra_text_is_blank (analysis->weakness))
        add_finding (self, NULL, "weakness_not_analysed", MATTRA_SEVERITY_REVIEW, "weakness",
                     g_strdup_printf (_("Indicator %d scored below %g and nobody wrote its weak points."),
                                      analysis->number, bound),
                     _("Write what is to be mended, and its cause, in the analysis."));
    }
  if (n_scores == 0)
    add_finding (self, NULL, "no_scores", MATTRA_SEVERITY_FAULT, "score",
                 g_strdup_printf (_("The scores of fiscal year %d are not known, so there is no analysis."),
                                  mattra_plan_get_analysed_year (self->check->plan)),
                 _("Enter or paste last year's scores."));
}

static void
check_topics (Checker *self)
{
  GPtrArray *analyses = mattra_plan_get_analyses (self->check->plan);

  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      if (!analysis->topic)
        continue;
      if (mattra_text_is_blank (analysis->weakness) && mattra_text_is_blank (analysis->strength))
        add_finding (self, NULL, "topic_not_analysed", MATTRA_SEVERITY_FAULT, "topic",
                     g_strdup_printf (_("Topic %d is not analysed: “%s”."), analysis->number, analysis->name),
                     _("Write what is to be mended, and what to develop or keep."));
      if (analysis->number < MOST_TOPICS && !self->topics[analysis->number])
        add_finding (self, NULL, "topic_without_measure", MATTRA_SEVERITY_REVIEW, "topic",
                     g_strdup_printf (_("No measure answers topic %d: “%s”."), analysis->number, analysis->name),
                     _("Choose the topic of the measures that answer it."));
    }
}

static void
check_left (Checker *self)
{
  g_autoptr (GList) keys = self->left != NULL ? g_hash_table_get_keys (self->left) : NULL;

  keys = g_list_sort (keys, (GCompareFunc) g_strcmp0);
  for (GList *key = keys; key != NULL; key = key->next)
    add_finding (self, NULL, "measure_not_reported", MATTRA_SEVERITY_FAULT, NULL,
                 g_strdup_printf (_("A measure of the confirmed document is not reported: “%s”."),
                                  (const char *) g_hash_table_lookup (self->left, key->data)),
                 _("Put the measure back, or confirm the document of measures anew: both list the same measures."));
}

/* What is typed into the assessment's own system, and must be kept here to be typed again. */
static void
check_posting (Checker *self)
{
  const MattraPublication *item = self->check->publication;
  const struct
  {
    gboolean missing;
    const char *check;
    MattraSeverity severity;
    const char *field;
    const char *message;
    const char *proposal;
  } parts[] = {
    { mattra_text_is_blank (item->url), "no_url", MATTRA_SEVERITY_FAULT, "url", N_("There is no address on the web site."),
      N_("Post the file, and write its address.") },
    { item->seal == NULL, "no_version", MATTRA_SEVERITY_REVIEW, "version",
      N_("Nobody said which confirmed version is posted."), N_("Confirm a version, and write its number.") },
    { mattra_text_is_blank (item->menu_path), "no_menu_path", MATTRA_SEVERITY_REVIEW, "menu_path",
      N_("Nobody said by which menus the file is found."), N_("Write the menus from the first page on.") },
    { !mattra_date_is_set (item->posted_on), "no_posted_on", MATTRA_SEVERITY_REVIEW, "posted_on",
      N_("Nobody said when the file was posted."), N_("Write the day.") },
    { mattra_text_is_blank (item->approved_by), "no_approval", MATTRA_SEVERITY_REVIEW, "approved_by",
      N_("Nobody has approved the answer yet."), N_("The chief executive approves answers before they are sent.") },
    { !item->sure, "item_not_sure", MATTRA_SEVERITY_NOTICE, "number",
      N_("Number and name of the item are not certain for this year."), N_("Compare them with the assessment's manual.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].missing)
      add_finding (self, NULL, parts[i].check, parts[i].severity, parts[i].field, g_strdup (_(parts[i].message)),
                   _(parts[i].proposal));
}

static void
check_days (Checker *self)
{
  const MattraPublication *item = self->check->publication;
  MattraDate closes = self->check->closes;
  MattraDate day = mattra_date_is_set (item->posted_on) ? item->posted_on : self->check->day;
  g_autofree char *last = NULL;

  if (!mattra_date_is_set (closes) || !mattra_date_is_set (day) || mattra_date_compare (day, closes) <= 0)
    return;
  last = mattra_date_format (closes, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
  add_finding (self, NULL, "posted_late", MATTRA_SEVERITY_FAULT, "posted_on",
               g_strdup_printf (_("The file had to be on the web site by %s."), last),
               _("Explain it while the assessment takes explanations."));
}

static gboolean
check_measure (MattraMeasure  *measure,
               gpointer        user_data,
               GError        **error)
{
  Checker *self = user_data;

  self->n_measures++;
  if (g_str_equal (self->check->publication->report, MATTRA_PUBLICATION_MEASURES))
    check_planned (self, measure);
  else
    check_reported (self, measure);
  return TRUE;
}

/**
 * mattra_publication_check:
 * @self: what is looked at
 * @measures: the measures of the plan
 * @error: why they could not be read
 *
 * Checks whether a report has what its item of the assessment asks for: of the document of measures the analysis of
 * last year's scores, by topic where the year asks for topics, and of each measure who is responsible, by which steps
 * and how it is followed up; of the report of results a concrete result of each measure, which is no copy of a step,
 * and the very measures of the document. Source: domain notes, 1.3.
 *
 * Returns: (transfer full) (element-type MattraFinding) (nullable): what was found, the measures first
 */
GPtrArray *
mattra_publication_check (const MattraPublicationCheck  *self,
                          MattraMeasureSource           *measures,
                          GError                       **error)
{
  Checker checker = { .check = self };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_finding_free);
  g_autoptr (GHashTable) left = NULL;
  gboolean results;

  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (self->plan) && self->publication != NULL, NULL);
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (measures), NULL);

  results = g_str_equal (self->publication->report, MATTRA_PUBLICATION_RESULTS);
  checker.findings = findings;
  if (results && self->published != NULL)
    {
      GHashTableIter iter;
      gpointer id, title;

      checker.left = left = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_iter_init (&iter, self->published);
      while (g_hash_table_iter_next (&iter, &id, &title))
        g_hash_table_insert (left, id, title);
    }
  if (!mattra_measure_source_for_each (measures, check_measure, &checker, error))
    return NULL;
  if (checker.n_measures == 0)
    add_finding (&checker, NULL, "no_measures", MATTRA_SEVERITY_FAULT, NULL,
                 g_strdup_printf (_("Fiscal year %d has no measures."), mattra_plan_get_fiscal_year (self->plan)),
                 _("Write or import the measures."));
  if (!results)
    {
      check_indicators (&checker);
      check_topics (&checker);
    }
  check_left (&checker);
  check_posting (&checker);
  check_days (&checker);
  return g_steal_pointer (&findings);
}
