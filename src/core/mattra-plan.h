/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-assessment.h"
#include "mattra-date.h"
#include "mattra-division.h"
#include "mattra-fiscal.h"
#include "mattra-measure.h"
#include "mattra-minute.h"
#include "mattra-paper.h"

G_BEGIN_DECLS

/**
 * MattraOrganisation:
 * @id: (nullable): ULID.
 * @name: full name, e.g. องค์การบริหารส่วนตำบลหินตั้ง.
 * @district: (nullable): name without อำเภอ/เขต.
 * @province: (nullable): name without จังหวัด.
 * @website: (nullable): address as printed.
 * @emblem: (nullable): SHA-256 of the office's own emblem among the register's blobs, in hexadecimal.
 * @garuda: (nullable): SHA-256 of the picture of the Garuda that the office uses on its letters and memos.
 * @kind: what kind of local government it is.
 *
 * The office whose register this is.
 */
typedef struct
{
  char *id;
  char *name;
  char *district;
  char *province;
  char *website;
  char *emblem;
  char *garuda;
  MattraOrganisationKind kind;
} MattraOrganisation;

/**
 * MattraPlanRound:
 * @id: (nullable): ULID.
 * @round: which round.
 * @start: first day.
 * @end: last day.
 * @answers_due: the day on which answers are due; none where not set.
 * @open: whether answers may still be changed.
 *
 * A round (รอบการรายงาน) of a plan.
 */
typedef struct
{
  char *id;
  MattraRound round;
  MattraDate start;
  MattraDate end;
  MattraDate answers_due;
  gboolean open;
} MattraPlanRound;

/**
 * MattraSigner:
 * @id: (nullable): ULID of the person.
 * @sort_key: (nullable): order of the signature blocks.
 * @role: (nullable): what the person signs as (ผู้รายงาน, ผู้เห็นชอบ …); %NULL for no block.
 * @rank: (nullable): full rank that stands before the signature line (ว่าที่ร้อยตรี).
 * @name: name as in the parentheses, with นาย/นาง/นางสาว.
 * @post: (nullable): own post.
 * @acting: (nullable): how the person acts for another post (รักษาราชการแทน), that post after it.
 * @division: (nullable): ULID of the division the person belongs to.
 * @from: first day in the post; none where open.
 * @until: last day in the post; none where open.
 *
 * A person with the post held, as signature blocks need them.
 */
typedef struct
{
  char *id;
  char *sort_key;
  char *role;
  char *rank;
  char *name;
  char *post;
  char *acting;
  char *division;
  MattraDate from;
  MattraDate until;
} MattraSigner;

MattraSigner *mattra_signer_new  (const char   *name);
void          mattra_signer_free (MattraSigner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraSigner, mattra_signer_free)

/**
 * MattraIndicatorScore:
 * @indicator: ITA indicator, 1-10.
 * @name: its name in the year of the score.
 * @score: the points, 0-100; negative where no score is known.
 *
 * What an office scored in one ITA indicator in the analysed year.
 */
typedef struct
{
  int indicator;
  char *name;
  double score;
} MattraIndicatorScore;

MattraIndicatorScore *mattra_indicator_score_new  (int                   indicator,
                                                   const char           *name,
                                                   double                score);
void                  mattra_indicator_score_free (MattraIndicatorScore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraIndicatorScore, mattra_indicator_score_free)

#define MATTRA_TYPE_PLAN (mattra_plan_get_type ())

/* A plan (one fiscal year's measures) without the measures themselves: who, which year, which rounds,
 * the divisions, the people who sign, and the settings of its reports. Small, and held whole. */
G_DECLARE_FINAL_TYPE (MattraPlan, mattra_plan, MATTRA, PLAN, GObject)

MattraPlan               *mattra_plan_new              (int                 fiscal_year);
const char               *mattra_plan_get_id           (MattraPlan         *self);
void                      mattra_plan_set_id           (MattraPlan         *self,
                                                        const char         *id);
int                       mattra_plan_get_fiscal_year  (MattraPlan         *self);
int                       mattra_plan_get_analysed_year (MattraPlan        *self);
void                      mattra_plan_set_analysed_year (MattraPlan        *self,
                                                        int                 year);
MattraOrganisation       *mattra_plan_get_organisation (MattraPlan         *self);
MattraPlanRound          *mattra_plan_get_round        (MattraPlan         *self,
                                                        MattraRound         round);
MattraDivisionList       *mattra_plan_get_divisions    (MattraPlan         *self);
const char               *mattra_plan_find_division_name
                                                       (MattraPlan         *self,
                                                        const char         *division);
void                      mattra_plan_set_divisions    (MattraPlan         *self,
                                                        MattraDivisionList *divisions);
GPtrArray                *mattra_plan_get_signers      (MattraPlan         *self);
GPtrArray                *mattra_plan_get_scores       (MattraPlan         *self);
GPtrArray                *mattra_plan_get_analyses     (MattraPlan         *self);
double                    mattra_plan_get_weak_bound   (MattraPlan         *self);
const MattraAnalysis     *mattra_plan_find_analysis    (MattraPlan         *self,
                                                        gboolean            topic,
                                                        int                 number);
GPtrArray                *mattra_plan_get_publications (MattraPlan         *self);
const MattraPublication  *mattra_plan_find_publication (MattraPlan         *self,
                                                        int                 fiscal_year,
                                                        const char         *report);
GPtrArray                *mattra_plan_get_requests     (MattraPlan         *self);
GPtrArray                *mattra_plan_get_papers       (MattraPlan         *self);
const MattraPaper        *mattra_plan_find_paper       (MattraPlan         *self,
                                                        const char         *kind,
                                                        MattraRound         round,
                                                        const char         *division);
GPtrArray                *mattra_plan_get_members      (MattraPlan         *self);
GPtrArray                *mattra_plan_get_minutes      (MattraPlan         *self);
const char               *mattra_plan_get_kind_setting (MattraPlan         *self,
                                                        const char         *kind,
                                                        const char         *name);
const char               *mattra_plan_get_setting      (MattraPlan         *self,
                                                        const char         *name);
void                      mattra_plan_set_setting      (MattraPlan         *self,
                                                        const char         *name,
                                                        const char         *value);
GList                    *mattra_plan_list_settings    (MattraPlan         *self);

/* Names of settings that more than one room uses. Values are text as it prints. What holds for one kind of
 * report only is called "KIND/NAME", as "memo/subject". */
#define MATTRA_SETTING_TITLE        "title"        /* of the report, without year and round */
#define MATTRA_SETTING_PREFACE      "preface"      /* introductory paragraphs, a line each */
#define MATTRA_SETTING_ROUND        "round"        /* round of the last import: first_half, full_year */
#define MATTRA_SETTING_ROUND_TEXT   "round_text"   /* the round as written in the document */
#define MATTRA_SETTING_REPORT_DATE  "report_date"  /* ISO date of the report */
#define MATTRA_SETTING_CLASSES      "measures/classes" /* "LEAST-SCORE NAME" each line, the highest first */
#define MATTRA_SETTING_COLUMN_LABEL "label:"       /* + JSON field: the column's head as the office writes it */
#define MATTRA_SETTING_COLUMN_ORDER "columns"      /* JSON fields in the order of the office's table, by spaces */
#define MATTRA_SETTING_COLUMN_WIDTH "widths"       /* millimetres of the columns, by spaces */

MattraStatusFacts mattra_plan_status_facts   (MattraPlan    *self,
                                              MattraMeasure *measure,
                                              MattraAnswer  *answer,
                                              MattraRound    round);
MattraStatus      mattra_plan_compute_status (MattraPlan    *self,
                                              MattraMeasure *measure,
                                              MattraRound    round,
                                              MattraDate     day);
MattraStatus      mattra_plan_stated_status  (MattraPlan    *self,
                                              MattraMeasure *measure,
                                              MattraRound    round);
gboolean          mattra_plan_is_overdue     (MattraPlan    *self,
                                              MattraMeasure *measure,
                                              MattraRound    round,
                                              MattraDate     day);

/**
 * MattraComposedItem:
 * @text: (not nullable): the line as it prints, without its number.
 * @divisions: (nullable): short names of the divisions it comes from, joined by commas; %NULL where joint
 *   or where only one division answered.
 * @none: the line says "none", as written.
 *
 * A line of a printed cell.
 */
typedef struct
{
  const char *text;
  char *divisions;
  gboolean none;
} MattraComposedItem;

GPtrArray *mattra_plan_compose (MattraPlan     *self,
                                MattraMeasure  *measure,
                                MattraItemKind  kind,
                                MattraRound     round);

G_END_DECLS
