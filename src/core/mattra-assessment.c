/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-assessment.h"

#include <string.h>

#include "mattra-digits.h"
#include "mattra-text.h"

/**
 * mattra_analysis_free:
 * @self: (transfer full) (nullable): an analysis
 *
 * Frees an analysis.
 */
void
mattra_analysis_free (MattraAnalysis *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->instrument);
  g_free (self->strength);
  g_free (self->weakness);
  g_free (self->cause);
  g_free (self->remedy);
  g_free (self);
}

/**
 * mattra_analysis_is_empty:
 * @self: an analysis
 *
 * Returns: whether nobody wrote anything in it
 */
gboolean
mattra_analysis_is_empty (const MattraAnalysis *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return mattra_text_is_blank (self->strength) && mattra_text_is_blank (self->weakness)
         && mattra_text_is_blank (self->cause) && mattra_text_is_blank (self->remedy);
}

/**
 * mattra_publication_new:
 * @fiscal_year: year of the assessment, B.E.
 * @report: %MATTRA_PUBLICATION_MEASURES or %MATTRA_PUBLICATION_RESULTS
 *
 * Makes the record of an item that nobody answered yet.
 *
 * Returns: (transfer full): the record
 */
MattraPublication *
mattra_publication_new (int         fiscal_year,
                        const char *report)
{
  MattraPublication *self = g_new0 (MattraPublication, 1);

  self->fiscal_year = fiscal_year;
  self->report = g_strdup (report);
  self->posted_on = MATTRA_DATE_NONE;
  self->approved_on = MATTRA_DATE_NONE;
  self->score = -1;
  return self;
}

/**
 * mattra_publication_free:
 * @self: (transfer full) (nullable): a record
 *
 * Frees a record.
 */
void
mattra_publication_free (MattraPublication *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->report);
  g_free (self->number);
  g_free (self->name);
  g_free (self->seal);
  g_free (self->file_name);
  g_free (self->url);
  g_free (self->menu_path);
  g_free (self->explanation);
  g_free (self->approved_by);
  g_free (self->comment);
  g_free (self);
}

/**
 * mattra_request_new:
 * @round: the round it asks for
 * @division: ULID of a division
 * @day: when it was sent
 *
 * Makes the record of a request.
 *
 * Returns: (transfer full): the record
 */
MattraRequest *
mattra_request_new (MattraRound  round,
                    const char  *division,
                    MattraDate   day)
{
  MattraRequest *self = g_new0 (MattraRequest, 1);

  self->round = round;
  self->division = g_strdup (division);
  self->day = day;
  self->due = MATTRA_DATE_NONE;
  self->answered_on = MATTRA_DATE_NONE;
  return self;
}

/**
 * mattra_request_free:
 * @self: (transfer full) (nullable): a record
 *
 * Frees a record.
 */
void
mattra_request_free (MattraRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->division);
  g_free (self->person);
  g_free (self->way);
  g_free (self->note);
  g_free (self);
}

/* Totals */

/* Reads a line such as "IIT 30"; @name is what comes before the number. */
static gboolean
read_weight (const char  *line,
             char       **name,
             int         *weight)
{
  g_autofree char *western = mattra_digits_to_western (line);
  char *space;
  char *end = NULL;
  gint64 number;

  g_strstrip (western);
  space = strrchr (western, ' ');
  if (space == NULL)
    return FALSE;
  number = g_ascii_strtoll (space + 1, &end, 10);
  if (end == space + 1 || *end != '\0' || number < 0 || number > 100)
    return FALSE;
  *space = '\0';
  *name = g_strdup (g_strstrip (western));
  *weight = (int) number;
  return **name != '\0';
}

static int
weight_of (const char *weights,
           const char *instrument)
{
  g_auto (GStrv) lines = g_strsplit (weights, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      int weight = 0;

      if (read_weight (lines[i], &name, &weight) && g_ascii_strcasecmp (name, instrument) == 0)
        return weight;
    }
  return 0;
}

/**
 * mattra_assessment_read_weights:
 * @weights: weights of the instruments, a line each, as "IIT 30"
 *
 * Returns: whether it says so of each, with whole hundredths that make 100
 */
gboolean
mattra_assessment_read_weights (const char *weights)
{
  g_auto (GStrv) lines = NULL;
  int sum = 0;

  g_return_val_if_fail (weights != NULL, FALSE);

  lines = g_strsplit (weights, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      int weight = 0;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (!read_weight (lines[i], &name, &weight))
        return FALSE;
      sum += weight;
    }
  return sum == 100;
}

static MattraInstrument *
find_instrument (MattraTotals *totals,
                 const char   *name,
                 const char   *weights)
{
  MattraInstrument *found;

  for (guint i = 0; i < totals->n_instruments; i++)
    if (g_str_equal (totals->instruments[i].name, name))
      return &totals->instruments[i];
  if (totals->n_instruments == MATTRA_MOST_INSTRUMENTS)
    return NULL;
  found = &totals->instruments[totals->n_instruments++];
  found->name = name;
  found->weight = weight_of (weights, name);
  return found;
}

/* One that is not known makes the sum unknown, for good. */
static double
add_known (double sum,
           double points)
{
  return sum < 0 || points < 0 ? -1 : sum + points;
}

/**
 * mattra_assessment_total:
 * @analyses: (element-type MattraAnalysis): the indicators with their scores; topics are passed over
 * @weights: (nullable): weights of the instruments, a line each; %NULL for the usual ones
 * @totals: (out): what they come to
 *
 * Adds up the scores of a year and of the year before: an instrument scores the mean of its indicators, the total is
 * the sum of the instruments by weight. Source: domain notes, 1.1.
 */
void
mattra_assessment_total (GPtrArray    *analyses,
                         const char   *weights,
                         MattraTotals *totals)
{
  int whole = 0;

  g_return_if_fail (analyses != NULL && totals != NULL);

  memset (totals, 0, sizeof *totals);
  if (mattra_text_is_blank (weights))
    weights = MATTRA_ASSESSMENT_WEIGHTS;
  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);
      MattraInstrument *instrument = analysis->topic || mattra_text_is_blank (analysis->instrument)
                                       ? NULL : find_instrument (totals, analysis->instrument, weights);

      if (instrument == NULL)
        continue;
      instrument->n_indicators++;
      instrument->score = add_known (instrument->score, analysis->score);
      instrument->before = add_known (instrument->before, analysis->before);
    }
  for (guint i = 0; i < totals->n_instruments; i++)
    {
      MattraInstrument *instrument = &totals->instruments[i];

      instrument->score = instrument->score < 0 ? -1 : instrument->score / instrument->n_indicators;
      instrument->before = instrument->before < 0 ? -1 : instrument->before / instrument->n_indicators;
      totals->score = add_known (totals->score, instrument->score < 0 ? -1 : instrument->score * instrument->weight / 100);
      totals->before = add_known (totals->before,
                                  instrument->before < 0 ? -1 : instrument->before * instrument->weight / 100);
      whole += instrument->weight;
    }
  if (whole != 100)
    totals->score = totals->before = -1;
}

/* Classes */

/* Reads a line such as "85 พัฒนาให้ดีขึ้น"; @name is what comes behind the number. */
static gboolean
read_class (const char  *line,
            double      *least,
            char       **name)
{
  g_autofree char *number = NULL;
  const char *start;
  const char *end;

  for (start = line; g_ascii_isspace (*start);)
    start++;
  for (end = start; *end == '.' || mattra_digit_value (g_utf8_get_char (end)) >= 0;)
    end = g_utf8_next_char (end);
  number = g_strndup (start, end - start);
  if (!mattra_assessment_parse_points (number, least))
    return FALSE;
  *name = g_strstrip (g_strdup (end));
  return **name != '\0';
}

/**
 * mattra_assessment_read_classes:
 * @classes: classes of scores, a line each, as "85 พัฒนาให้ดีขึ้น"
 *
 * Returns: whether each line says from how many points on and how the class is called, the highest first
 */
gboolean
mattra_assessment_read_classes (const char *classes)
{
  g_auto (GStrv) lines = NULL;
  double before = 101;

  g_return_val_if_fail (classes != NULL, FALSE);

  lines = g_strsplit (classes, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      double least = 0;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (!read_class (lines[i], &least, &name) || least >= before)
        return FALSE;
      before = least;
    }
  return before <= 100;
}

/**
 * mattra_assessment_find_class:
 * @classes: (nullable): classes of scores, a line each, the highest first; %NULL for the usual ones
 * @score: points
 *
 * Returns: (transfer full): the name of the class that the score falls into; empty where there is none for it
 */
char *
mattra_assessment_find_class (const char *classes,
                              double      score)
{
  g_auto (GStrv) lines = g_strsplit (mattra_text_is_blank (classes) ? MATTRA_ASSESSMENT_CLASSES : classes, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      double least = 0;

      if (read_class (lines[i], &least, &name) && score >= least)
        return g_steal_pointer (&name);
    }
  return g_strdup ("");
}

/**
 * mattra_assessment_weak_bound:
 * @classes: (nullable): classes of scores, a line each, the highest first; %NULL for the usual ones
 *
 * Tells from how many points on an indicator is well enough without a measure: from the second class on, as 85 of the
 * usual ones, from the first on where the second takes all that is left.
 *
 * Returns: the points
 */
double
mattra_assessment_weak_bound (const char *classes)
{
  g_auto (GStrv) lines = g_strsplit (mattra_text_is_blank (classes) ? MATTRA_ASSESSMENT_CLASSES : classes, "\n", -1);
  double bound = MATTRA_ASSESSMENT_TARGET;
  guint n = 0;

  for (guint i = 0; lines[i] != NULL && n < 2; i++)
    {
      g_autofree char *name = NULL;
      double least = 0;

      if (!read_class (lines[i], &least, &name))
        continue;
      n++;
      if (least > 0)
        bound = least;
    }
  return bound;
}

/* How a total is called, by the first year it holds for, the highest first: what the total needs, and what each
 * instrument needs besides. Source: domain notes, 1.1. */
static const struct
{
  int year;
  double total;
  double each;
  const char *name;
} ratings[] = {
  { 2566, 95, 95, "ผ่านดีเยี่ยม" },
  { 2566, 85, 85, "ผ่านดี" },
  { 2566, 85, 0, "ผ่าน" },
  { 2566, 70, 0, "ต้องปรับปรุง" },
  { 2566, 0, 0, "ต้องปรับปรุงโดยด่วน" },
  { 0, 95, 0, "AA" },
  { 0, 85, 0, "A" },
  { 0, 75, 0, "B" },
  { 0, 65, 0, "C" },
  { 0, 55, 0, "D" },
  { 0, 50, 0, "E" },
  { 0, 0, 0, "F" },
};

static double
least_of (const MattraTotals *totals)
{
  double least = 100;

  for (guint i = 0; i < totals->n_instruments; i++)
    least = MIN (least, totals->instruments[i].score);
  return least;
}

/* Scores are told to the hundredth of a point. */
static gint64
to_hundredths (double points)
{
  return (gint64) (points * 100 + 0.5);
}

static gboolean
reaches (double points,
         double bound)
{
  return to_hundredths (points) >= to_hundredths (bound);
}

/**
 * mattra_assessment_rate:
 * @fiscal_year: year of the assessment, B.E.
 * @totals: what its scores come to
 *
 * Returns: (nullable): what the assessment calls such a result, in Thai; %NULL where the total is not known
 */
const char *
mattra_assessment_rate (int                 fiscal_year,
                        const MattraTotals *totals)
{
  g_return_val_if_fail (totals != NULL, NULL);

  if (totals->n_instruments == 0 || totals->score < 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (ratings[i].year <= fiscal_year && reaches (totals->score, ratings[i].total)
        && reaches (least_of (totals), ratings[i].each))
      return ratings[i].name;
  return NULL;
}

/**
 * mattra_assessment_results_year:
 * @fiscal_year: year of the assessment, B.E.
 *
 * Tells whose results the assessment of a year usually asks for: until 2566 those of the year itself, its first half;
 * since then those of the whole year before. An office can set another year. Source: domain notes, 1.3.
 *
 * Returns: the fiscal year of the results, B.E.
 */
int
mattra_assessment_results_year (int fiscal_year)
{
  return fiscal_year >= 2567 ? fiscal_year - 1 : fiscal_year;
}

static char *
hundredths (gint64 value)
{
  gint64 whole = ABS (value);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", whole / 100, (int) (whole % 100));
}

/**
 * mattra_assessment_points:
 * @points: points; negative where not known
 *
 * Returns: (transfer full): them with two decimals, whatever the locale; empty where not known
 */
char *
mattra_assessment_points (double points)
{
  return points < 0 ? g_strdup ("") : hundredths (to_hundredths (points));
}

/**
 * mattra_assessment_signed:
 * @score: points of a year; negative where not known
 * @before: points of the year before; negative where not known
 *
 * Returns: (transfer full): the difference with its sign and two decimals; empty where not known
 */
char *
mattra_assessment_signed (double score,
                          double before)
{
  gboolean known = score >= 0 && before >= 0;
  gint64 difference = known ? to_hundredths (score) - to_hundredths (before) : 0;
  g_autofree char *text = hundredths (difference);

  return !known ? g_strdup ("") : g_strconcat (difference < 0 ? "-" : difference > 0 ? "+" : "", text, NULL);
}

/**
 * mattra_assessment_parse_points:
 * @text: points as a person writes them: ๘๗.๕ or 87.50
 * @points: (out): them
 *
 * Returns: whether these are points from 0 to 100
 */
gboolean
mattra_assessment_parse_points (const char *text,
                                double     *points)
{
  g_autofree char *western = NULL;
  char *end = NULL;

  g_return_val_if_fail (text != NULL && points != NULL, FALSE);

  western = mattra_digits_to_western (text);
  g_strstrip (western);
  if (*western == '\0' || western[strspn (western, "0123456789.")] != '\0')
    return FALSE;
  *points = g_ascii_strtod (western, &end);
  return *end == '\0' && *points >= 0 && *points <= 100;
}
