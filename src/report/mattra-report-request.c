/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-organisation.h"

#define SUBJECT "ขอให้รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"

/* Cause, what is asked for until when, and conclusion. */
#define PREFACE \
  "ตามที่ {หน่วยงาน} ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}" \
  "[ ตาม{ประกาศมาตรการ}] โดยให้{ส่วนราชการ}รับผิดชอบดำเนินการ[ จำนวน {จำนวนมาตรการ} มาตรการ] นั้น\n" \
  "เพื่อให้การติดตามและรายงานผลการดำเนินการในช่วง {ช่วงเวลา} เป็นไปด้วยความเรียบร้อย " \
  "จึงขอให้{ส่วนราชการ}รายงานผลการดำเนินการตามแบบรายงานผลที่แนบมาพร้อมนี้ และส่งให้เลขานุการคณะทำงาน" \
  "[ภายในวันที่ {กำหนดส่ง}] เพื่อรวบรวมเสนอผู้บริหารท้องถิ่นต่อไป\n" \
  "จึงเรียนมาเพื่อโปรดทราบและดำเนินการ"

/* Who asks: the permanent secretary. */
static void
add_sender (MattraReportBuild *self)
{
  g_autofree char *post = mattra_organisation_secretary_post (mattra_plan_get_organisation (self->plan));

  mattra_report_add_blank_signature (self, mattra_report_find_holder (self, post), post);
}

/* The memo, and behind it the division's sheet, whose pages are its own. */
static gboolean
build_request (MattraReportBuild  *self,
               GError            **error)
{
  const char *division = mattra_report_division_name (self);
  g_autofree char *subject = NULL;
  g_autofree char *head = NULL;

  self->only_own = self->sheet = TRUE;
  if (!mattra_report_need_measures (self, error))
    return FALSE;
  subject = mattra_report_subject (self);
  head = mattra_organisation_division_post (division);
  if (!mattra_report_add_memo_head (self, subject, head, error))
    return FALSE;
  mattra_report_add_preface (self);
  add_sender (self);
  self->numbered_anew = self->options.numbering == MATTRA_NUMBERING_SEPARATE;
  return mattra_report_add_sheet (self, error);
}

const MattraReportKind mattra_report_request = {
  .name = "request",
  .title = N_("Memo asking a division for its results"),
  .parts = MATTRA_REPORT_HAS_OFFICE | MATTRA_REPORT_HAS_SUBJECT | MATTRA_REPORT_HAS_PREFACE | MATTRA_REPORT_HAS_DIVISIONS,
  .subject = SUBJECT,
  .for_division = TRUE,
  .preface = PREFACE,
  .build = build_request,
};
