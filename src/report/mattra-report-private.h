/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"

G_BEGIN_DECLS

/* What the files of the report kinds share. Nobody outside them includes this file. Sizes are points
 * of TH Sarabun (domain.md 2.2: body 16, tables 14, cover titles 20 to 28). */
#define MATTRA_REPORT_COVER_POINTS 26
#define MATTRA_REPORT_HEADING_POINTS 18
#define MATTRA_REPORT_BODY_POINTS 16
#define MATTRA_REPORT_TABLE_POINTS 14

typedef struct
{
  MattraPlan *plan;
  MattraMeasureSource *measures;
  MattraReportOptions options;
  MattraDocument *document;
  guint n_measures;   /* once counted */
  gboolean counted;
} MattraReportBuild;

/**
 * MattraReportKind:
 * @name: as on the command line.
 * @title: what it is called in lists, in English, marked for translation.
 * @preface: (nullable): the text that is proposed for it, with placeholders.
 * @rows_are_measures: whether the rows of its first table are the measures, one each, in their order.
 * @build: adds the blocks to the document.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *preface;
  gboolean rows_are_measures;
  gboolean (*build) (MattraReportBuild  *self,
                     GError            **error);
} MattraReportKind;

extern const MattraReportKind mattra_report_results;
extern const MattraReportKind mattra_report_measures;
extern const MattraReportKind mattra_report_memo;

/* mattra-report-text.c */
char *mattra_report_digits         (const MattraReportBuild *self,
                                    const char              *text);
char *mattra_report_year           (int                      fiscal_year);
char *mattra_report_round_words    (const MattraReportBuild *self);
char *mattra_report_days           (const MattraReportBuild *self);
const char *mattra_report_round_name (MattraRound            round);
gboolean mattra_report_count_measures (MattraReportBuild    *self,
                                       guint                *n_measures,
                                       GError              **error);
char *mattra_report_place          (const MattraReportBuild *self);
char *mattra_report_one_line       (const char              *title);
char **mattra_report_title_lines   (const char              *title);
const char *mattra_report_division (const MattraReportBuild *self);

/* mattra-report-cover.c */
void mattra_report_add_cover       (MattraReportBuild       *self,
                                    const char              *title,
                                    const char              *round);
void mattra_report_add_heading     (MattraReportBuild       *self,
                                    const char              *title);
void mattra_report_add_line        (MattraReportBuild       *self,
                                    const char              *text,
                                    MattraAlignment          alignment,
                                    gboolean                 indent);
void mattra_report_add_preface     (MattraReportBuild       *self,
                                    const MattraReportKind  *kind,
                                    const char              *own);

/* mattra-report-placeholder.c */
char *mattra_report_expand         (MattraReportBuild       *self,
                                    const char              *text);

/* mattra-report-table.c */
gboolean mattra_report_add_table   (MattraReportBuild       *self,
                                    gboolean                 with_answers,
                                    GError                 **error);

/* mattra-report-signatures.c */
void mattra_report_add_signatures  (MattraReportBuild       *self);
GPtrArray *mattra_report_list_signers (MattraReportBuild    *self);
void mattra_report_add_blank_signature (MattraReportBuild   *self,
                                        const MattraSigner  *signer,
                                        const char          *post);

G_END_DECLS
