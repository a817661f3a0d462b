/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"
#include "mattra-indicator.h"
#include "mattra-period.h"
#include "mattra-recurrence.h"
#include "mattra-review-look.h"
#include "mattra-status-look.h"
#include "mattra-table-columns.h"

/* Larger ones the register does not take. */
#define NUMBER_LAST 999999999

typedef MattraTableContext Context;

static gboolean
is_field (const char *field,
          const char *name)
{
  return g_str_equal (field, name);
}

/**
 * mattra_table_cell_division:
 * @context: under what is looked at
 *
 * Returns: (transfer none) (nullable): ULID of the division whose table it is; %NULL in the table of all
 */
const char *
mattra_table_cell_division (const MattraTableContext *context)
{
  return context->division && *context->division ? context->division : NULL;
}

/* Status: of a division its own answer counts, else the joint one; of all, what they say together. */

static MattraAnswer *
find_answer (const Context *context,
             MattraMeasure *measure)
{
  return mattra_measure_find_counting (measure, context->round, mattra_table_cell_division (context));
}

/**
 * mattra_table_cell_find_status:
 * @context: under what it is looked at
 * @measure: a measure
 *
 * Returns: its status: what was stated, else what follows from dates and results
 */
MattraStatus
mattra_table_cell_find_status (const MattraTableContext *context,
                               MattraMeasure            *measure)
{
  MattraStatusFacts facts;
  MattraStatus stated;

  if (mattra_table_cell_division (context) == NULL)
    {
      stated = mattra_plan_stated_status (context->plan, measure, context->round);
      return stated != MATTRA_STATUS_NONE
               ? stated
               : mattra_plan_compute_status (context->plan, measure, context->round, context->today);
    }
  facts = mattra_plan_status_facts (context->plan, measure, find_answer (context, measure),
                                    context->round);
  return facts.stated != MATTRA_STATUS_NONE ? facts.stated : mattra_status_compute (&facts, context->today);
}

/**
 * mattra_table_cell_is_late:
 * @context: under what it is looked at
 * @measure: a measure
 *
 * Returns: whether its answer is overdue today
 */
gboolean
mattra_table_cell_is_late (const MattraTableContext *context,
                           MattraMeasure            *measure)
{
  MattraStatusFacts facts;

  if (mattra_table_cell_division (context) == NULL)
    return mattra_plan_is_overdue (context->plan, measure, context->round, context->today);
  facts = mattra_plan_status_facts (context->plan, measure, find_answer (context, measure),
                                    context->round);
  return mattra_status_is_overdue (&facts, context->today);
}

/* Texts */

static char *
name_indicator (int          indicator,
                MattraDigits digits)
{
  g_autofree char *number = NULL;

  if (indicator < 1 || indicator > MATTRA_N_INDICATORS)
    return g_strdup ("");
  number = mattra_digits_format (indicator, digits);
  return g_strdup_printf ("%s %s", number, mattra_indicator_get_name (indicator));
}

static char *
say_review (const Context *context,
            MattraMeasure *measure)
{
  guint n_alike = 0;
  guint n_answers = 0;
  MattraReviewMark mark = mattra_review_mark_all (context->plan, measure, context->round, context->division, &n_alike,
                                                  &n_answers);

  return mattra_review_look_count (mark, n_alike, n_answers, context->digits);
}

static MattraYearMark
find_year_mark (const Context *context,
                MattraMeasure *measure)
{
  return context->list != NULL ? mattra_measure_list_get_mark (context->list, mattra_measure_get_id (measure))
                               : MATTRA_YEAR_MARK_NONE;
}

/**
 * mattra_table_cell_dup_text:
 * @context: under what it is looked at
 * @measure: a measure
 * @field: a column's id
 *
 * Returns: (transfer full): the text of the cell, as copied and edited
 */
char *
mattra_table_cell_dup_text (const MattraTableContext *context,
                            MattraMeasure            *measure,
                            const char               *field)
{
  if (is_field (field, "status"))
    return g_strdup (mattra_status_look_word (mattra_table_cell_find_status (context, measure)));
  if (is_field (field, MATTRA_TABLE_REVIEW))
    return say_review (context, measure);
  if (is_field (field, MATTRA_TABLE_YEAR))
    return g_strdup (mattra_year_mark_look_word (find_year_mark (context, measure)));
  if (is_field (field, "ita_indicator"))
    return name_indicator (mattra_measure_get_ita_indicator (measure), MATTRA_DIGITS_WESTERN);
  return mattra_cell_dup_text (context->plan, measure, field, context->round,
                               mattra_table_cell_division (context));
}

/* Numbers and dates take the digits that the user wants; what people wrote stays as written. */
static const char *const with_digits[] = { "number", "period_text", "ita_indicator", NULL };

/**
 * mattra_table_cell_dup_shown:
 * @context: under what it is looked at
 * @measure: a measure
 * @field: a column's id
 *
 * Returns: (transfer full) (nullable): the text as shown, where it is not as copied
 */
char *
mattra_table_cell_dup_shown (const MattraTableContext *context,
                             MattraMeasure            *measure,
                             const char               *field)
{
  g_autofree char *text = NULL;

  if (!g_strv_contains (with_digits, field))
    return NULL;
  text = mattra_table_cell_dup_text (context, measure, field);
  return mattra_digits_apply (text, context->digits);
}

/* Looks */

static void
look_at_status (const Context  *context,
                MattraMeasure  *measure,
                MattraCellLook *look)
{
  MattraStatus status = mattra_table_cell_find_status (context, measure);

  look->shape = mattra_status_look_shape (status);
  look->tone = mattra_status_look_tone (status);
  if (status != MATTRA_STATUS_OVERDUE && mattra_table_cell_is_late (context, measure))
    look->mark = g_strdup (_("Overdue by its dates"));
}

/* What was said when it was sent back. */
static char *
find_review_comment (const Context *context,
                     MattraMeasure *measure)
{
  g_autoptr (GPtrArray) divisions = mattra_review_list_divisions (context->plan, measure, context->round,
                                                                  context->division);

  for (guint i = 0; i < divisions->len; i++)
    {
      const MattraReview *review = mattra_review_find (measure, context->round, g_ptr_array_index (divisions, i));

      if (review && review->verdict == MATTRA_VERDICT_RETURNED && review->comment)
        return g_strdup_printf (_("Returned by %s: %s"), review->person, review->comment);
    }
  return NULL;
}

static void
look_at_review (const Context  *context,
                MattraMeasure  *measure,
                MattraCellLook *look)
{
  guint n = 0;
  MattraReviewMark mark = mattra_review_mark_all (context->plan, measure, context->round, context->division, &n, &n);

  look->shape = mattra_review_look_shape (mark);
  look->tone = mattra_review_look_tone (mark);
  if (mark == MATTRA_REVIEW_MARK_RETURNED)
    look->mark = find_review_comment (context, measure);
  look->read_only = g_strdup (_("Open the measure beside the table (F9) to submit, return or approve its answer"));
}

static char *
find_question (MattraMeasure *measure,
               const char    *label)
{
  GPtrArray *questions = mattra_measure_get_questions (measure);

  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);

      if (question->message && g_strcmp0 (question->field, label) == 0)
        return mattra_question_say (question->message, question->text);
    }
  return NULL;
}

static char *
question_period (const Context *context,
                 const char    *text)
{
  MattraPeriod period = { MATTRA_PERIOD_NONE };
  const char *question = NULL;

  mattra_period_parse (text, mattra_plan_get_fiscal_year (context->plan), &period);
  question = mattra_period_question (&period);
  return question ? mattra_question_say (question, text) : NULL;
}

static void
mark_questions (const Context          *context,
                MattraMeasure          *measure,
                const MattraTableField *field,
                MattraCellLook         *look)
{
  const char *period = mattra_measure_get_period_text (measure);

  look->mark = find_question (measure, field->label);
  if (look->mark == NULL && is_field (field->field, "period_text") && period
      && !mattra_date_is_set (mattra_measure_get_period_end (measure)))
    look->mark = question_period (context, period);
  if (look->mark)
    look->tone = MATTRA_TONE_WARNING;
}

/**
 * mattra_table_cell_look:
 * @context: under what it is looked at
 * @measure: a measure
 * @field: a column's id
 * @look: (out caller-allocates): a zeroed look
 *
 * Fills in how the cell looks, and why it can't be edited where it can't.
 */
void
mattra_table_cell_look (const MattraTableContext *context,
                        MattraMeasure            *measure,
                        const char               *field,
                        MattraCellLook           *look)
{
  const MattraTableField *known = mattra_table_field_find (field);

  if (is_field (field, MATTRA_TABLE_REVIEW))
    {
      look_at_review (context, measure, look);
      return;
    }
  if (is_field (field, MATTRA_TABLE_YEAR))
    {
      look->read_only = g_strdup (_("It follows from what is planned; “What Is New This Year” tells what was changed"));
      return;
    }
  if (is_field (field, "status"))
    look_at_status (context, measure, look);
  else if (known)
    mark_questions (context, measure, known, look);
  if (known && known->placeholder)
    look->placeholder = _(known->placeholder);
  look->locked = !mattra_cell_is_open (context->plan, field, context->round, NULL)
                 || (!mattra_actor_can_edit (context->actor, context->plan, measure, field, context->round,
                                             mattra_table_cell_division (context), &look->read_only)
                     && !mattra_cell_is_composed (context->plan, measure, field, context->round,
                                                  mattra_table_cell_division (context)));
  if (look->read_only == NULL)
    mattra_cell_is_editable (context->plan, measure, field, context->round, mattra_table_cell_division (context),
                             &look->read_only);
}

/* Choices */

static void
add_statuses (GStrvBuilder *choices)
{
  for (int i = MATTRA_STATUS_NOT_STARTED; i <= MATTRA_STATUS_CANCELLED; i++)
    if (mattra_status_can_be_stated (i))
      g_strv_builder_add (choices, mattra_status_look_stated_word (i));
}

static void
add_indicators (const Context *context,
                GStrvBuilder  *choices)
{
  for (int i = 1; i <= MATTRA_N_INDICATORS; i++)
    {
      g_autofree char *name = name_indicator (i, MATTRA_DIGITS_WESTERN);

      g_strv_builder_add (choices, name);
    }
}

static void
add_parties (const Context *context,
             GStrvBuilder  *choices)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (context->plan);

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    g_strv_builder_add (choices, mattra_division_list_get (divisions, i)->name);
  g_strv_builder_add (choices, "ทุกส่วนราชการ");
  g_strv_builder_add (choices, "คณะทำงาน");
}

/**
 * mattra_table_cell_dup_choices:
 * @context: under what it is looked at
 * @field: a column's id
 *
 * Returns: (transfer full) (nullable): the words to choose from or to complete
 */
char **
mattra_table_cell_dup_choices (const MattraTableContext *context,
                               const char               *field)
{
  GStrvBuilder *choices = g_strv_builder_new ();
  char **words = NULL;

  if (is_field (field, "status"))
    add_statuses (choices);
  else if (is_field (field, "ita_indicator"))
    add_indicators (context, choices);
  else if (is_field (field, "responsible"))
    add_parties (context, choices);
  words = g_strv_builder_end (choices);
  g_strv_builder_unref (choices);
  if (words[0] == NULL)
    g_clear_pointer (&words, g_strfreev);
  return words;
}

/**
 * mattra_table_cell_look_choice:
 * @field: a column's id
 * @choice: a word that mattra_table_cell_dup_choices() offers for it
 * @look: (out caller-allocates): a zeroed look
 *
 * Fills in how the cell will look when the word is chosen.
 */
void
mattra_table_cell_look_choice (const char     *field,
                               const char     *choice,
                               MattraCellLook *look)
{
  MattraStatus status = MATTRA_STATUS_NONE;

  if (!is_field (field, "status") || !mattra_status_look_find (choice, &status))
    return;
  look->shape = mattra_status_look_shape (status);
  look->tone = mattra_status_look_tone (status);
}

/* What is understood of a text while it is typed */

static char *
understand_period (const Context *context,
                   const char    *text,
                   gboolean      *valid)
{
  MattraPeriod period = { MATTRA_PERIOD_NONE };

  mattra_period_parse (text, mattra_plan_get_fiscal_year (context->plan), &period);
  if (mattra_date_is_set (period.start) && mattra_date_is_set (period.end))
    return mattra_date_format_range (period.start, period.end, MATTRA_DATE_SHORT, context->digits);
  if (mattra_date_is_set (period.end))
    {
      g_autofree char *end = mattra_date_format (period.end, MATTRA_DATE_SHORT, context->digits);

      return g_strdup_printf (_("until %s"), end);
    }
  if (mattra_date_is_set (period.start))
    {
      g_autofree char *start = mattra_date_format (period.start, MATTRA_DATE_SHORT, context->digits);

      return g_strdup_printf (_("from %s"), start);
    }
  return question_period (context, text);
}

/* A number as tables write it: "3", "๓.", " 3)". */
static gboolean
read_number (const char *text,
             int        *number)
{
  const char *cursor = text + strspn (text, " ");

  if (!mattra_digits_parse (&cursor, number) || *number < 1 || *number > NUMBER_LAST)
    return FALSE;
  cursor += *cursor == '.' || *cursor == ')';
  return cursor[strspn (cursor, " ")] == '\0';
}

static char *
understand_number (const Context *context,
                   const char    *text,
                   gboolean      *valid)
{
  int number = 0;

  *valid = *text == '\0' || read_number (text, &number);
  return *valid ? NULL : g_strdup (_("A whole number from 1 on"));
}

static char *
understand_title (const Context *context,
                  const char    *text,
                  gboolean      *valid)
{
  *valid = strspn (text, " \t\n") < strlen (text);
  return *valid ? NULL : g_strdup (_("A measure needs a name"));
}

static void
add_name (GString              *names,
          const MattraDivision *division)
{
  const char *name = NULL;

  if (division == NULL)
    return;
  name = mattra_division_get_short_name (division);
  if (strstr (names->str, name) == NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* The divisions that stand behind what is written; for many a collective name was meant. */
static char *
understand_parties (const Context *context,
                    const char    *text,
                    gboolean      *valid)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (context->plan);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean known = TRUE;

  for (guint i = 0; lines[i]; i++)
    {
      g_autoptr (GPtrArray) matched = mattra_division_list_match (divisions, lines[i]);

      for (guint j = 0; j < matched->len; j++)
        {
          const MattraDivision *division = mattra_division_list_find_id (divisions,
                                                                         g_ptr_array_index (matched, j));

          add_name (names, division);
        }
      known = known && mattra_division_list_is_known (divisions, lines[i]);
    }
  if (names->len == 0 && !known && *text != '\0')
    return g_strdup (_("No division of this register"));
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* A number with something behind it that is no indicator's name is a date or a count, not an indicator. */
static gboolean
find_indicator (const char *text,
                int        *indicator)
{
  *indicator = mattra_indicator_from_text (text);
  return *indicator > 0;
}

static char *
understand_indicator (const Context *context,
                      const char    *text,
                      gboolean      *valid)
{
  int indicator = 0;

  *valid = *text == '\0' || find_indicator (text, &indicator);
  return *valid ? NULL : g_strdup (_("One of the ten indicators, by its number or name"));
}

static char *
understand_status (const Context *context,
                   const char    *text,
                   gboolean      *valid)
{
  MattraStatus status = MATTRA_STATUS_NONE;

  if (*text == '\0')
    return g_strdup (_("By the dates and results"));
  *valid = mattra_status_look_find (text, &status);
  return *valid ? NULL : g_strdup (_("One of the words of the list"));
}

/* How often, in numbers or words; the words of the user become the number of ticks. */
static char *
understand_recurrence (const Context *context,
                       const char    *text,
                       gboolean      *valid)
{
  int times = 0;

  if (*text == '\0')
    return g_strdup (_("How often in a round, such as ทุกเดือน, ทุกไตรมาส, 4 ครั้งต่อปี"));
  *valid = mattra_recurrence_parse (text, &times);
  return *valid ? mattra_recurrence_describe (times)
                : g_strdup (_("How often in a round, such as ทุกเดือน, ทุกไตรมาส, 4 ครั้งต่อปี"));
}

/* The number of a topic of the analysis is told with its name. */
static char *
understand_topic (const Context *context,
                  const char    *text,
                  gboolean      *valid)
{
  const MattraAnalysis *analysis;
  int number = 0;

  if (*text == '\0')
    return NULL;
  *valid = read_number (text, &number);
  analysis = *valid ? mattra_plan_find_analysis (context->plan, TRUE, number) : NULL;
  return analysis != NULL ? g_strdup (analysis->name) : g_strdup (_("The number of a topic of the analysis"));
}

static const struct
{
  const char *field;
  char *(*understand) (const Context *context,
                       const char    *text,
                       gboolean      *valid);
} readers[] = {
  { "period_text", understand_period }, { "number", understand_number },
  { "title", understand_title },        { "responsible", understand_parties },
  { "ita_indicator", understand_indicator }, { "status", understand_status },
  { "recurrence", understand_recurrence }, { "topic", understand_topic },
};

/**
 * mattra_table_cell_understand:
 * @context: under what it is looked at
 * @field: a column's id
 * @text: a text as typed
 * @valid: (out): whether it may be committed
 *
 * Returns: (transfer full) (nullable): what is understood of it, in words for the user
 */
char *
mattra_table_cell_understand (const MattraTableContext *context,
                              const char               *field,
                              const char               *text,
                              gboolean                 *valid)
{
  *valid = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (is_field (field, readers[i].field))
      return readers[i].understand (context, text, valid);
  return NULL;
}

/* What the window shows of a status that nobody stated, or says in the user's language, becomes what
 * the register keeps. */
static char *
value_of_status (const char *text)
{
  MattraStatus status = MATTRA_STATUS_NONE;

  if (!mattra_status_look_find (text, &status))
    return g_strdup (text);
  return g_strdup (mattra_status_can_be_stated (status) ? mattra_status_to_thai (status) : "");
}

/**
 * mattra_table_cell_dup_value:
 * @field: a column's id
 * @text: a text typed or pasted into it
 *
 * Returns: (transfer full): the text as the register takes it
 */
char *
mattra_table_cell_dup_value (const char *field,
                             const char *text)
{
  int indicator = 0;
  int number = 0;

  if (is_field (field, "status"))
    return value_of_status (text);
  if ((is_field (field, "number") || is_field (field, "topic")) && read_number (text, &number))
    return mattra_digits_format (number, MATTRA_DIGITS_WESTERN);
  if (is_field (field, "ita_indicator") && find_indicator (text, &indicator))
    return mattra_digits_format (indicator, MATTRA_DIGITS_WESTERN);
  return g_strdup (text);
}

/**
 * mattra_table_cell_dup_words:
 * @context: under what it is looked at
 * @field: a column's id
 * @value: a value as the register keeps it
 *
 * Returns: (transfer full): the value in words for the user
 */
char *
mattra_table_cell_dup_words (const MattraTableContext *context,
                             const char               *field,
                             const char               *value)
{
  MattraStatus status = MATTRA_STATUS_NONE;
  int indicator = 0;

  if (is_field (field, "status") && mattra_status_from_string (value, &status))
    return g_strdup (mattra_status_look_stated_word (status));
  if (is_field (field, "ita_indicator") && find_indicator (value, &indicator))
    return name_indicator (indicator, context->digits);
  return is_field (field, "number") ? mattra_digits_apply (value, context->digits) : g_strdup (value);
}
