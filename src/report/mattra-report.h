/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-document.h"
#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/* Settings of a plan that only reports read. */
#define MATTRA_SETTING_MEASURES_TITLE   "measures_title"   /* title of the report of measures */
#define MATTRA_SETTING_MEASURES_PREFACE "measures_preface" /* its introductory paragraphs */

/* A division in the keywords of a file: so many hexadecimal digits of the SHA-256 of its name. */
#define MATTRA_REPORT_DIVISION_DIGITS 16

/* Settings of one kind of report, named "KIND/NAME"; texts may hold placeholders. */
#define MATTRA_SETTING_KIND_TITLE   "title"       /* what stands on the cover or at the head */
#define MATTRA_SETTING_KIND_SUBJECT "subject"     /* of memos, orders and announcements: what follows เรื่อง */
#define MATTRA_SETTING_KIND_PREFACE "preface"     /* the text, a paragraph each line */
#define MATTRA_SETTING_KIND_COVER   "cover"       /* the cover's lines, a blank one before those at the bottom; "none" for no cover */
#define MATTRA_SETTING_KIND_SIGNERS "signers"     /* those who sign, in their order: names or ULIDs, by commas or a line each; "none" */
#define MATTRA_SETTING_KIND_OFFICE  "office"      /* of memos: what follows ส่วนราชการ */
#define MATTRA_SETTING_KIND_DIGITS  "digits"      /* thai or western */
#define MATTRA_SETTING_KIND_NUMBERING "numbering" /* separate or continuous */
#define MATTRA_SETTING_KIND_DATE    "report_date" /* ISO date of the report, before that of the plan */
#define MATTRA_SETTING_KIND_BLOCKS  "blocks_per_row" /* of signatures, side by side: "1", else 2; of the plan or of a kind */
#define MATTRA_SETTING_KIND_DATE_LINE "date_line" /* "none" for no line for the day below a signature; likewise */
#define MATTRA_SETTING_ORDER_DUTIES "order/duties" /* what the committee has to do, a duty each line */
#define MATTRA_SETTING_POINTS       "measures/points_" /* + number of an indicator: what is to be developed in it */
#define MATTRA_SETTING_RESULTS_YEAR "results_year" /* of the plan: the fiscal year whose results its assessment asks for */
#define MATTRA_SETTING_WEIGHTS      "measures/weights" /* "INSTRUMENT HUNDREDTHS" each line */

/* Between the kinds that go into one file. */
#define MATTRA_REPORT_KIND_SEPARATOR ","

/* The settings of several kinds in one file are those of this kind; which kinds, is one of them. */
#define MATTRA_REPORT_SET         "set"
#define MATTRA_SETTING_SET_KINDS  MATTRA_REPORT_SET "/kinds"

/* What a setting says where there is to be nothing: no cover, no signers. */
#define MATTRA_SETTING_NONE "none"

/* In the keywords of a file, and on the command line: a report for each division. */
#define MATTRA_REPORT_EACH_DIVISION "each"

/**
 * MattraReportNumbering:
 * @MATTRA_NUMBERING_SEPARATE: the pages of each kind are counted from 1
 * @MATTRA_NUMBERING_CONTINUOUS: all pages are counted together
 *
 * How the pages of several kinds in one file are numbered.
 */
typedef enum
{
  MATTRA_NUMBERING_SEPARATE,
  MATTRA_NUMBERING_CONTINUOUS,
} MattraReportNumbering;

/**
 * MattraReportOptions:
 * @kind: name of the kind: `results` or another of mattra_report_list_kinds(); several by commas for one file.
 * @round: the round reported.
 * @division: (nullable): ULID of the division whose report it is; %NULL for the whole organisation.
 * @digits: the script of all numbers.
 * @date: the report's date; none where the plan's own holds.
 * @today: the day on which it is made, for kinds that tell what is late; none for the report's date.
 * @emblem: (nullable): the office's own emblem, a picture file.
 * @garuda: (nullable): the picture of the Garuda for letters and memos.
 * @version: (nullable): name of the confirmed version, printed before the fingerprint; %NULL for a draft.
 * @numbering: how the pages of several papers in one file are numbered.
 * @each_division: whether kinds that there can be of a division are printed for each one that has a part in a measure,
 *   one behind the other; @division is then %NULL.
 *
 * What is to be printed, besides the data.
 */
typedef struct
{
  const char *kind;
  MattraRound round;
  const char *division;
  MattraDigits digits;
  MattraDate date;
  MattraDate today;
  GBytes *emblem;
  GBytes *garuda;
  const char *version;
  MattraReportNumbering numbering;
  gboolean each_division;
} MattraReportOptions;

char           *mattra_report_class_of_score
                                        (MattraPlan                 *plan,
                                         double                      score);
GPtrArray      *mattra_report_list_answers
                                        (MattraPlan                 *plan,
                                         MattraMeasureSource        *measures,
                                         GError                    **error);
char           *mattra_report_propose_explanation
                                        (MattraPlan                 *plan,
                                         const MattraPublication    *item,
                                         int                         year);
gboolean        mattra_report_has_kind  (const char                 *name);
const char    **mattra_report_list_kinds (void);
const char     *mattra_report_kind_title (const char                *name);
const char     *mattra_report_propose_preface (const char           *name);
const char    **mattra_report_list_placeholders (void);
MattraDate      mattra_report_own_date  (MattraPlan                 *plan,
                                         const MattraReportOptions  *options);
MattraDate      mattra_report_date      (MattraPlan                 *plan,
                                         const MattraReportOptions  *options);
MattraDate      mattra_report_meeting   (MattraPlan                 *plan,
                                         const MattraReportOptions  *options);
gboolean        mattra_report_is_signer (MattraPlan                 *plan,
                                         const MattraReportOptions  *options,
                                         const MattraSigner         *signer);
gboolean        mattra_report_is_of_today (const char              *kind_names);
gboolean        mattra_report_check_picture (GBytes                 *picture,
                                         GError                    **error);
MattraDocument *mattra_report_build     (MattraPlan                 *plan,
                                         MattraMeasureSource        *measures,
                                         const MattraReportOptions  *options,
                                         GError                    **error);

G_END_DECLS
