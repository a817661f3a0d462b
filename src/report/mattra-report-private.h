/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"
#include "mattra-report-choices.h"

G_BEGIN_DECLS

/* What the files of the report kinds share. Nobody outside them includes this file. Sizes are points
 * of TH Sarabun (domain.md 2.2: body 16, tables 14, cover titles 20 to 28). */
#define MATTRA_REPORT_COVER_POINTS 26
#define MATTRA_REPORT_HEADING_POINTS 18
#define MATTRA_REPORT_BODY_POINTS 16
#define MATTRA_REPORT_TABLE_POINTS 14

/* Heights of emblems on covers, orders and announcements, and on memos, in millimetres (domain.md 2.2). */
#define MATTRA_REPORT_EMBLEM_HEIGHT 30
#define MATTRA_REPORT_GARUDA_HEIGHT 15

typedef struct _MattraReportKind MattraReportKind;

/**
 * MattraReportBuild:
 * @plan: the plan.
 * @measures: its measures.
 * @options: what is printed; its kind is one name.
 * @document: what the blocks are added to.
 * @kind: the kind.
 * @numbered_anew: whether the next section is a paper of its own, whose pages are counted from 1.
 * @only_own: whether of @measures it is about those that the division has a part in.
 * @one_of_several: whether the same is made for other divisions, too, of the same measures.
 * @sheet: whether it is a division's sheet, with its own answers.
 * @n_measures: how many measures there are, once @counted.
 * @counted: whether they are counted.
 *
 * A report being made.
 */
typedef struct
{
  MattraPlan *plan;
  MattraMeasureSource *measures;
  MattraReportOptions options;
  MattraDocument *document;
  const MattraReportKind *kind;
  gboolean numbered_anew;
  gboolean only_own;
  gboolean one_of_several;
  gboolean sheet;
  guint n_measures;
  gboolean counted;
} MattraReportBuild;

/**
 * MattraTableForm:
 * @with_answers: whether it is a table of results.
 * @fields: (nullable): the columns of a form with an order of its own; else the office's, and what the kind needs.
 * @widths: (nullable): the widths of @fields in millimetres, by spaces.
 * @least_lines: how many lines high its rows are at least, to be written in by hand.
 *
 * What the table of a kind is like.
 */
typedef struct
{
  gboolean with_answers;
  const char *fields;
  const char *widths;
  guint least_lines;
} MattraTableForm;

/**
 * MattraReportKind:
 * @name: as on the command line.
 * @title: what it is called in lists, in English, marked for translation.
 * @parts: what can be chosen for it.
 * @head: (nullable): the title that is proposed for it, with placeholders.
 * @subject: (nullable): of memos, orders and announcements, the subject that is proposed.
 * @preface: (nullable): the text that is proposed for it, with placeholders.
 * @form: (nullable): the table of measures that it has.
 * @for_division: whether it is always of one division: without one it is printed for each.
 * @of_today: whether it tells how things stand on a day, so that the same data give another paper on another day.
 * @concerns: (nullable): tells whether it has something to say of the division of the build; where it has of none, one
 *   paper of all says so.
 * @build: adds the blocks to the document.
 */
struct _MattraReportKind
{
  const char *name;
  const char *title;
  MattraReportParts parts;
  const char *head;
  const char *subject;
  const char *preface;
  const MattraTableForm *form;
  gboolean for_division;
  gboolean of_today;
  gboolean (*concerns) (MattraReportBuild  *self,
                        gboolean           *concerned,
                        GError            **error);
  gboolean (*build) (MattraReportBuild  *self,
                     GError            **error);
};

extern const MattraReportKind mattra_report_results;
extern const MattraReportKind mattra_report_measures;
extern const MattraReportKind mattra_report_division;
extern const MattraReportKind mattra_report_late;
extern const MattraReportKind mattra_report_overview;
extern const MattraReportKind mattra_report_memo;
extern const MattraReportKind mattra_report_request;
extern const MattraReportKind mattra_report_minutes_table;
extern const MattraReportKind mattra_report_signature_sheet;
extern const MattraReportKind mattra_report_announcement;
extern const MattraReportKind mattra_report_order;
extern const MattraReportKind mattra_report_annex;

/* mattra-report-text.c */
char *mattra_report_digits         (const MattraReportBuild *self,
                                    const char              *text);
char *mattra_report_year           (int                      fiscal_year);
char *mattra_report_round_words    (const MattraReportBuild *self);
char *mattra_report_days           (const MattraReportBuild *self);
const char *mattra_report_round_name (MattraRound            round);
char *mattra_report_place          (const MattraReportBuild *self);
char *mattra_report_one_line       (const char              *title);
char **mattra_report_title_lines   (const char              *title);
const char *mattra_report_division_name (const MattraReportBuild *self);
const char *mattra_report_own      (const MattraReportBuild *self,
                                    const char              *setting);
const MattraReportKind *mattra_report_find_kind (const char *name);

/* mattra-report-reading.c */
MattraMeasure *mattra_report_next_measure (MattraReportBuild *self,
                                           GError           **error);
gboolean mattra_report_count_measures (MattraReportBuild    *self,
                                       guint                *n_measures,
                                       GError              **error);
gboolean mattra_report_has_measures (MattraReportBuild      *self,
                                     gboolean               *has_measures,
                                     GError                **error);
gboolean mattra_report_need_measures (MattraReportBuild     *self,
                                      GError               **error);

/* mattra-report-cover.c */
void mattra_report_begin_section   (MattraReportBuild       *self,
                                    MattraPageStyle          style);
char *mattra_report_propose_cover  (MattraReportBuild       *self);
gboolean mattra_report_add_cover   (MattraReportBuild       *self,
                                    const char              *title,
                                    const char              *round,
                                    GError                 **error);
void mattra_report_set_title       (MattraReportBuild       *self,
                                    const char              *title);
void mattra_report_add_heading     (MattraReportBuild       *self,
                                    const char              *title);
void mattra_report_add_line        (MattraReportBuild       *self,
                                    const char              *text,
                                    MattraAlignment          alignment,
                                    gboolean                 indent);
void mattra_report_add_preface     (MattraReportBuild       *self);

/* mattra-report-letter.c: what memos, orders and announcements share */
char *mattra_report_subject        (MattraReportBuild       *self);
char *mattra_report_title          (MattraReportBuild       *self);
char *mattra_report_propose_office (MattraReportBuild       *self);
gboolean mattra_report_add_memo_head (MattraReportBuild     *self,
                                      const char            *subject,
                                      const char            *addressee,
                                      GError               **error);
gboolean mattra_report_add_letter_head (MattraReportBuild   *self,
                                        const char *const   *lines,
                                        GError             **error);
void mattra_report_add_given       (MattraReportBuild       *self,
                                    const char              *word);
const MattraPaper *mattra_report_own_paper (MattraReportBuild *self);
gboolean mattra_report_check_emblem (GBytes                 *emblem,
                                     GError                **error);
gboolean mattra_report_check_garuda (GBytes                 *garuda,
                                     GError                **error);

/* mattra-report-placeholder.c */
char *mattra_report_expand         (MattraReportBuild       *self,
                                    const char              *text);

/* mattra-report-table.c */
GPtrArray *mattra_report_choose_columns (MattraReportBuild  *self,
                                    GError                 **error);
gboolean mattra_report_add_table   (MattraReportBuild       *self,
                                    GError                 **error);

/* mattra-report-late.c */
MattraDate mattra_report_day       (MattraReportBuild       *self);

/* mattra-report-division.c */
gboolean mattra_report_add_sheet   (MattraReportBuild       *self,
                                    GError                 **error);

/* mattra-report-order.c */
const char *mattra_report_propose_duties (void);

/* mattra-report-analysis.c */
const char *mattra_report_propose_classes (void);
const char *mattra_report_propose_points (double             score);
gboolean mattra_report_add_analysis (MattraReportBuild      *self,
                                     GError                **error);

/* mattra-report-answers.c: which measures answer what */
#define MATTRA_REPORT_MOST_ANSWERED 100
typedef struct
{
  GString *indicators[MATTRA_REPORT_MOST_ANSWERED];
  GString *topics[MATTRA_REPORT_MOST_ANSWERED];
} MattraReportAnswers;
gboolean mattra_report_gather_answers (MattraReportAnswers  *self,
                                       MattraMeasureSource  *measures,
                                       GError              **error);
void mattra_report_answers_clear   (MattraReportAnswers     *self);
const char *mattra_report_find_answers (const MattraReportAnswers *self,
                                        gboolean             topic,
                                        int                  number);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraReportAnswers, mattra_report_answers_clear)

/* mattra-report-topics.c */
void mattra_report_add_topics      (MattraReportBuild       *self,
                                    const MattraReportAnswers *answers);
void mattra_report_add_last_comments (MattraReportBuild     *self);

/* mattra-report-people.c */
GPtrArray *mattra_report_list_signers (MattraReportBuild    *self);
const MattraSigner *mattra_report_find_holder (MattraReportBuild *self,
                                               const char        *post);
gboolean mattra_report_is_post     (const char              *written,
                                    const char              *post);
gboolean mattra_report_holds       (const MattraSigner      *signer,
                                    const char              *post);
char *mattra_report_full_name      (const MattraSigner      *signer);
char *mattra_report_full_post      (const MattraSigner      *signer);
GPtrArray *mattra_report_list_members (MattraReportBuild    *self);

/* mattra-report-signatures.c */
#define MATTRA_REPORT_DOTS "................................................"
#define MATTRA_REPORT_DATE_DOTS "วันที่........เดือน....................พ.ศ. ........"
void mattra_report_add_signatures  (MattraReportBuild       *self);
void mattra_report_add_signer      (MattraReportBuild       *self,
                                    MattraSignatures        *block,
                                    const MattraSigner      *signer,
                                    const char              *post,
                                    const char              *role);
void mattra_report_add_blank_signature (MattraReportBuild   *self,
                                        const MattraSigner  *signer,
                                        const char          *post);

G_END_DECLS
