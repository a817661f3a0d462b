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

/* The plan as it is laid down at the start of the year: what is to be done, without any answers. It
 * holds for the whole year, whatever round was asked for. */
static gboolean
build_measures (MattraReportBuild  *self,
                GError            **error)
{
  const char *title = mattra_plan_get_setting (self->plan, MATTRA_SETTING_MEASURES_TITLE);
  const char *preface = mattra_plan_get_setting (self->plan, MATTRA_SETTING_MEASURES_PREFACE);

  title = title ? title : DEFAULT_TITLE;
  self->options.round = MATTRA_ROUND_NONE;
  mattra_report_add_cover (self, title, NULL);
  mattra_report_add_heading (self, title);
  mattra_report_add_preface (self, &mattra_report_measures, preface);
  if (!mattra_report_add_table (self, FALSE, error))
    return FALSE;
  mattra_report_add_signatures (self);
  return TRUE;
}

const MattraReportKind mattra_report_measures = {
  .name = "measures",
  .title = N_("Measures of the year"),
  .preface = PREFACE,
  .rows_are_measures = TRUE,
  .build = build_measures,
};
