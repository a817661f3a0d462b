/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_TITLE "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"

/* An introduction as officials write it: what was analysed, what was laid down, what follows. */
#define PREFACE \
  "ตามที่ {หน่วยงาน} ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " \
  "(Integrity and Transparency Assessment: ITA) ปีงบประมาณ พ.ศ. {ปีที่วิเคราะห์} " \
  "และได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} " \
  "[ตาม{ประกาศมาตรการ} ]นั้น บัดนี้ {หน่วยงาน} ได้ดำเนินการตามมาตรการดังกล่าวในช่วง {ช่วงเวลา} แล้ว " \
  "จึงขอรายงานผลการดำเนินการ ดังต่อไปนี้"

static const MattraTableForm form = { .with_answers = TRUE };

/* Cover, heading, days, preface, table, signatures: the form in use for results of a round. */
static gboolean
build_results (MattraReportBuild  *self,
               GError            **error)
{
  g_autofree char *title = mattra_report_title (self);
  g_autofree char *round = mattra_report_round_words (self);
  g_autofree char *days = mattra_report_days (self);
  g_autofree char *days_line = g_strdup_printf ("(ดำเนินการ %s)", days);

  if (!mattra_report_need_measures (self, error) || !mattra_report_add_cover (self, title, round, error))
    return FALSE;
  mattra_report_add_heading (self, title);
  mattra_report_add_line (self, days_line, MATTRA_ALIGN_CENTRE, FALSE);
  mattra_report_add_preface (self);
  if (!mattra_report_add_table (self, error))
    return FALSE;
  mattra_report_add_signatures (self);
  return TRUE;
}

const MattraReportKind mattra_report_results = {
  .name = "results",
  .title = N_("Report of results"),
  .parts = MATTRA_REPORT_HAS_TITLE | MATTRA_REPORT_HAS_PREFACE | MATTRA_REPORT_HAS_COVER | MATTRA_REPORT_HAS_COLUMNS | MATTRA_REPORT_HAS_SIGNERS
           | MATTRA_REPORT_HAS_PAIRS | MATTRA_REPORT_HAS_DIVISIONS,
  .head = DEFAULT_TITLE,
  .form = &form,
  .preface = PREFACE,
  .build = build_results,
};
