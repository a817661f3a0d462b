/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_TITLE "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"

#define PREFACE \
  "{หน่วยงาน} ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " \
  "(Integrity and Transparency Assessment: ITA) ปีงบประมาณ พ.ศ. {ปีที่วิเคราะห์} แล้ว " \
  "จึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} " \
  "เพื่อให้ทุกส่วนราชการถือปฏิบัติ กำกับติดตาม และรายงานผล ดังต่อไปนี้"

static const MattraTableForm form = { .with_answers = FALSE };

/* The analysis of last year's scores, then the plan as it is laid down at the start of the year: what is to be done, without any answers. It
 * holds for the whole year, whatever round was asked for. */
static gboolean
build_measures (MattraReportBuild  *self,
                GError            **error)
{
  g_autofree char *title = NULL;

  self->options.round = MATTRA_ROUND_NONE;
  title = mattra_report_title (self);
  if (!mattra_report_need_measures (self, error)
      || !mattra_report_add_cover (self, title, NULL, error)
      || !mattra_report_add_analysis (self, error))
    return FALSE;
  mattra_report_add_heading (self, title);
  mattra_report_add_preface (self);
  if (!mattra_report_add_table (self, error))
    return FALSE;
  mattra_report_add_signatures (self);
  return TRUE;
}

const MattraReportKind mattra_report_measures = {
  .name = "measures",
  .title = N_("Measures of the year"),
  .parts = MATTRA_REPORT_HAS_TITLE | MATTRA_REPORT_HAS_PREFACE | MATTRA_REPORT_HAS_COVER | MATTRA_REPORT_HAS_COLUMNS | MATTRA_REPORT_HAS_SIGNERS
           | MATTRA_REPORT_HAS_PAIRS | MATTRA_REPORT_HAS_DIVISIONS | MATTRA_REPORT_HAS_ANALYSIS,
  .head = DEFAULT_TITLE,
  .form = &form,
  .preface = PREFACE,
  .build = build_measures,
};
