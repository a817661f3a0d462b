/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"
#include "mattra-fiscal.h"

G_BEGIN_DECLS

/**
 * MattraAnalysis:
 * @id: ULID, which follows from year and number: it is there before anything was written.
 * @topic: it is one of the topics of the analysis; else an ITA indicator.
 * @number: number of the indicator or topic.
 * @name: its name in the year.
 * @instrument: (nullable): of an indicator what it was measured with: IIT, EIT or OIT.
 * @score: of an indicator the points in the analysed year; negative where none is known.
 * @before: of an indicator the points of the year before that; negative where none is known.
 * @strength: (nullable): what is good and to be kept.
 * @weakness: (nullable): what is to be mended.
 * @cause: (nullable): why it is so.
 * @remedy: (nullable): how the analysis is put into practice.
 *
 * What an office reads in the scores of a year.
 */
typedef struct
{
  char *id;
  gboolean topic;
  int number;
  char *name;
  char *instrument;
  double score;
  double before;
  char *strength;
  char *weakness;
  char *cause;
  char *remedy;
} MattraAnalysis;

void     mattra_analysis_free    (MattraAnalysis       *self);
gboolean mattra_analysis_is_empty (const MattraAnalysis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraAnalysis, mattra_analysis_free)

/* The two items of the assessment that ask for this work. */
#define MATTRA_PUBLICATION_MEASURES "measures"
#define MATTRA_PUBLICATION_RESULTS "results"

/**
 * MattraPublication:
 * @id: ULID, which follows from year and report: it is there before anything was written.
 * @fiscal_year: year of the assessment, B.E.
 * @report: which of the two reports the item asks for: %MATTRA_PUBLICATION_MEASURES or %MATTRA_PUBLICATION_RESULTS.
 * @number: (nullable): number of the item, e.g. O34.
 * @name: (nullable): its name.
 * @sure: whether number and name are certain.
 * @seal: (nullable): ULID of the version that was published.
 * @version: number of that version; 0 for none.
 * @file_name: (nullable): name of the file on the web site.
 * @url: (nullable): address of the file or its page.
 * @menu_path: (nullable): how it is found from the first page of the web site.
 * @posted_on: when it was posted; none where nobody said.
 * @explanation: (nullable): what the answer says beside the address; %NULL for what is proposed.
 * @approved_by: (nullable): who approved the answer.
 * @approved_on: when.
 * @score: points that came back; negative where none are known.
 * @comment: (nullable): what came back with them.
 *
 * How an item of the assessment was answered.
 */
typedef struct
{
  char *id;
  int fiscal_year;
  char *report;
  char *number;
  char *name;
  gboolean sure;
  char *seal;
  int version;
  char *file_name;
  char *url;
  char *menu_path;
  MattraDate posted_on;
  char *explanation;
  char *approved_by;
  MattraDate approved_on;
  double score;
  char *comment;
} MattraPublication;

MattraPublication *mattra_publication_new  (int                fiscal_year,
                                            const char        *report);
void               mattra_publication_free (MattraPublication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPublication, mattra_publication_free)

/**
 * MattraRequest:
 * @id: (nullable): ULID.
 * @round: the round it asks for.
 * @division: ULID of the division that was asked.
 * @reminder: it reminds of an earlier one.
 * @day: when it was sent.
 * @due: the day asked for; none where it named none.
 * @person: (nullable): who sent it.
 * @way: (nullable): how it went: a memo, by telephone, by LINE.
 * @note: (nullable): what else is to be remembered.
 * @answered_on: the day an answer came on paper; none where none did.
 *
 * What a division was sent, so that it answers.
 */
typedef struct
{
  char *id;
  MattraRound round;
  char *division;
  gboolean reminder;
  MattraDate day;
  MattraDate due;
  char *person;
  char *way;
  char *note;
  MattraDate answered_on;
} MattraRequest;

MattraRequest *mattra_request_new  (MattraRound    round,
                                    const char    *division,
                                    MattraDate     day);
void           mattra_request_free (MattraRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraRequest, mattra_request_free)

/* An office is asked to reach this many points; an indicator below them should have a measure, unless the office has
 * classes of its own, see mattra_plan_get_weak_bound(). Source: domain notes, 1.1 and 1.4. */
#define MATTRA_ASSESSMENT_TARGET 85

/* Into which classes scores fall where the office has set none, the highest first. Source: domain notes, 1.4. */
#define MATTRA_ASSESSMENT_CLASSES \
  "95 รักษาระดับ\n" \
  G_STRINGIFY (MATTRA_ASSESSMENT_TARGET) " พัฒนาให้ดีขึ้น\n" \
  "75 ต้องพัฒนา\n" \
  "0 แก้ไขโดยเร่งด่วน"

/* At most so many instruments are counted; the assessment has three. */
#define MATTRA_MOST_INSTRUMENTS 8

/**
 * MattraInstrument:
 * @name: IIT, EIT or OIT.
 * @weight: its part of the total, in hundredths; 0 where nobody said.
 * @n_indicators: how many indicators it has.
 * @score: mean of its indicators; negative where not all are known.
 * @before: that of the year before.
 */
typedef struct
{
  const char *name;
  int weight;
  guint n_indicators;
  double score;
  double before;
} MattraInstrument;

/**
 * MattraTotals:
 * @instruments: the instruments in the order of their indicators.
 * @n_instruments: how many.
 * @score: what they come to by weight; negative where one of them is not known or the weights do not make 100.
 * @before: that of the year before.
 *
 * What the scores of a year come to. Names belong to the analyses.
 */
typedef struct
{
  MattraInstrument instruments[MATTRA_MOST_INSTRUMENTS];
  guint n_instruments;
  double score;
  double before;
} MattraTotals;

void        mattra_assessment_total        (GPtrArray          *analyses,
                                            const char         *weights,
                                            MattraTotals       *totals);
gboolean    mattra_assessment_read_weights (const char         *weights);
gboolean    mattra_assessment_read_classes (const char         *classes);
char       *mattra_assessment_find_class   (const char         *classes,
                                            double              score);
double      mattra_assessment_weak_bound   (const char         *classes);
const char *mattra_assessment_rate         (int                 fiscal_year,
                                            const MattraTotals *totals);
int         mattra_assessment_results_year (int                 fiscal_year);
char       *mattra_assessment_points       (double              points);
char       *mattra_assessment_signed       (double              score,
                                            double              before);
gboolean    mattra_assessment_parse_points (const char         *text,
                                            double             *points);

/* What the weights are where the office has set none. Source: domain notes, 1.1. */
#define MATTRA_ASSESSMENT_WEIGHTS "IIT 30\nEIT 30\nOIT 40"

G_END_DECLS
