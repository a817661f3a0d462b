/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-organisation.h"

#define SUBJECT "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}"
#define ANNEX "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
#define YEAR " ประจำปี"

#define PREFACE \
  "ด้วย {หน่วยงาน} ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " \
  "(Integrity and Transparency Assessment: ITA) ปีงบประมาณ พ.ศ. {ปีที่วิเคราะห์} และกำหนดมาตรการส่งเสริมคุณธรรม" \
  "และความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ จำนวน {จำนวนมาตรการ} มาตรการ] " \
  "เพื่อให้การปฏิบัติราชการเป็นไปด้วยความซื่อสัตย์สุจริต โปร่งใส ตรวจสอบได้ และเป็นประโยชน์ต่อประชาชน\n" \
  "จึงประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} " \
  "ตามบัญชีแนบท้ายประกาศนี้ ให้ส่วนราชการที่รับผิดชอบดำเนินการตามระยะเวลาที่กำหนด และรายงานผลต่อผู้บริหารท้องถิ่น\n" \
  "จึงประกาศมาให้ทราบและถือปฏิบัติโดยทั่วกัน"

/* The subject over two lines, the year on the second. */
static void
add_subject (GPtrArray  *lines,
             const char *subject)
{
  const char *year = g_strrstr (subject, YEAR);

  if (year == NULL)
    {
      g_ptr_array_add (lines, g_strdup_printf ("เรื่อง  %s", subject));
      return;
    }
  {
    g_autofree char *first = g_strndup (subject, (gsize) (year - subject));

    g_ptr_array_add (lines, g_strdup_printf ("เรื่อง  %s", first));
    g_ptr_array_add (lines, g_strdup (year + 1));
  }
}

static gboolean
add_heads (MattraReportBuild  *self,
           const char         *subject,
           GError            **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strconcat ("ประกาศ", mattra_plan_get_organisation (self->plan)->name, NULL));
  add_subject (lines, subject);
  g_ptr_array_add (lines, NULL);
  return mattra_report_add_letter_head (self, (const char *const *) lines->pdata, error);
}

static const MattraTableForm form = { .with_answers = FALSE };

/* The measures themselves, on wide pages behind the announcement. */
static gboolean
add_annex (MattraReportBuild  *self,
           GError            **error)
{
  const char *name = mattra_plan_get_organisation (self->plan)->name;
  g_autofree char *line = g_strdup_printf ("(บัญชีแนบท้ายประกาศ%s)", name ? name : "");

  mattra_report_add_heading (self, ANNEX);
  mattra_report_add_line (self, line, MATTRA_ALIGN_CENTRE, FALSE);
  return mattra_report_add_table (self, error);
}

static gboolean
build_announcement (MattraReportBuild  *self,
                    GError            **error)
{
  g_autofree char *chief = mattra_organisation_chief_post (mattra_plan_get_organisation (self->plan));
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;

  self->options.round = MATTRA_ROUND_NONE;
  if (!mattra_report_need_measures (self, error))
    return FALSE;
  subject = mattra_report_subject (self);
  title = g_strconcat ("ประกาศ ", subject, NULL);
  mattra_report_set_title (self, title);
  if (!add_heads (self, subject, error))
    return FALSE;
  mattra_report_add_preface (self);
  mattra_report_add_given (self, "ประกาศ");
  mattra_report_add_blank_signature (self, mattra_report_find_holder (self, chief), chief);
  return add_annex (self, error);
}

const MattraReportKind mattra_report_announcement = {
  .name = "announcement",
  .title = N_("Announcement of the measures"),
  .parts = MATTRA_REPORT_HAS_SUBJECT | MATTRA_REPORT_HAS_PREFACE | MATTRA_REPORT_HAS_COLUMNS,
  .subject = SUBJECT,
  .form = &form,
  .preface = PREFACE,
  .build = build_announcement,
};
