/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-organisation.h"
#include "mattra-signer.h"

#define OPINION_LINES 2
#define GAP_POINTS 8

#define SUBJECT "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"

/* Cause, purpose and conclusion, a paragraph each. */
#define PREFACE \
  "ตามที่ {หน่วยงาน} ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}" \
  "[ ตาม{ประกาศมาตรการ}][ และแต่งตั้งคณะทำงานตาม{คำสั่งแต่งตั้งคณะทำงาน}] นั้น\n" \
  "บัดนี้ ส่วนราชการที่รับผิดชอบได้ดำเนินการตามมาตรการดังกล่าวในช่วง {ช่วงเวลา} แล้ว จึงขอรายงานผลการดำเนินการ" \
  "[ จำนวน {จำนวนมาตรการ} มาตรการ] รายละเอียดปรากฏตามเอกสารแนบ\n" \
  "จึงเรียนมาเพื่อโปรดทราบ และพิจารณาให้เผยแพร่บนเว็บไซต์ของหน่วยงานต่อไป"

static const char *const decisions[] = { "ทราบ", "อนุมัติ", "", NULL };

/* The post as which a person gives an opinion: the one acted for, where there is one. */
static const char *
duty (const MattraSigner *signer)
{
  const char *acted;
  g_autofree char *how = mattra_signer_split_acting (signer->acting, &acted);

  if (how && *acted != '\0')
    return acted;
  return signer->post ? signer->post : "";
}

static void
add_opinion (MattraReportBuild  *self,
             const MattraSigner *signer,
             const char         *post)
{
  g_autofree char *label = g_strdup_printf ("ความเห็นของ%s", post);
  g_autofree char *printed = mattra_report_digits (self, *post != '\0' ? label : "ความเห็น");
  MattraFields *fields;

  mattra_document_add_space (self->document, GAP_POINTS);
  fields = mattra_document_add_fields (self->document, MATTRA_REPORT_BODY_POINTS, FALSE, MATTRA_REPORT_BODY_POINTS);
  mattra_fields_add (fields, printed, NULL, 0, OPINION_LINES);
  mattra_report_add_blank_signature (self, signer, post);
}

static void
add_decision (MattraReportBuild  *self,
              const MattraSigner *signer,
              const char         *post)
{
  g_autofree char *label = g_strdup_printf ("คำสั่ง%s", post);

  mattra_document_add_space (self->document, GAP_POINTS);
  mattra_report_add_line (self, label, MATTRA_ALIGN_LEFT, FALSE);
  mattra_document_add_choices (self->document, decisions, MATTRA_REPORT_BODY_POINTS);
  mattra_report_add_blank_signature (self, signer, post);
}

/* Who writes, then the opinions up the line, then what the chief executive decides. */
static void
add_chain (MattraReportBuild *self,
           const char        *chief_post)
{
  g_autofree char *secretary = mattra_organisation_secretary_post (mattra_plan_get_organisation (self->plan));
  g_autoptr (GPtrArray) signers = mattra_report_list_signers (self);
  const MattraSigner *chief = NULL;
  guint n_others = 0;

  if (signers->len > 0 && mattra_report_holds (g_ptr_array_index (signers, signers->len - 1), chief_post))
    chief = g_ptr_array_index (signers, signers->len - 1);
  n_others = signers->len - (chief ? 1 : 0);
  mattra_report_add_blank_signature (self, n_others > 0 ? g_ptr_array_index (signers, 0) : NULL, NULL);
  if (n_others == 0)
    add_opinion (self, mattra_report_find_holder (self, secretary), secretary);
  for (guint i = 1; i < n_others; i++)
    add_opinion (self, g_ptr_array_index (signers, i), duty (g_ptr_array_index (signers, i)));
  add_decision (self, chief ? chief : mattra_report_find_holder (self, chief_post), chief_post);
}

static gboolean
build_memo (MattraReportBuild  *self,
            GError            **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *chief = mattra_organisation_chief_post (mattra_plan_get_organisation (self->plan));

  if (!mattra_report_need_measures (self, error))
    return FALSE;
  subject = mattra_report_subject (self);
  if (!mattra_report_add_memo_head (self, subject, chief, error))
    return FALSE;
  mattra_report_add_preface (self);
  add_chain (self, chief);
  return TRUE;
}

const MattraReportKind mattra_report_memo = {
  .name = "memo",
  .title = N_("Memo to the chief executive"),
  .parts = MATTRA_REPORT_HAS_OFFICE | MATTRA_REPORT_HAS_SUBJECT | MATTRA_REPORT_HAS_PREFACE | MATTRA_REPORT_HAS_SIGNERS,
  .subject = SUBJECT,
  .preface = PREFACE,
  .build = build_memo,
};
