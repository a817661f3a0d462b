/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-organisation.h"

/* Sizes of the form (domain.md 2.3), in points of TH Sarabun and millimetres. */
#define TITLE_POINTS 29
#define LABEL_POINTS 20
#define GARUDA_HEIGHT 15
#define MIDDLE 0.5
#define OPINION_LINES 2

#define TITLE "บันทึกข้อความ"
#define SUBJECT "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"

/* Cause, purpose and conclusion, a paragraph each. */
#define PREFACE \
  "ตามที่ {หน่วยงาน} ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}" \
  "[ ตาม{ประกาศมาตรการ}][ และแต่งตั้งคณะทำงานตาม{คำสั่งแต่งตั้งคณะทำงาน}] นั้น\n" \
  "บัดนี้ ส่วนราชการที่รับผิดชอบได้ดำเนินการตามมาตรการดังกล่าวในช่วง {ช่วงเวลา} แล้ว จึงขอรายงานผลการดำเนินการ" \
  "[ จำนวน {จำนวนมาตรการ} มาตรการ] รายละเอียดปรากฏตามเอกสารแนบ\n" \
  "จึงเรียนมาเพื่อโปรดทราบ และพิจารณาให้เผยแพร่บนเว็บไซต์ของหน่วยงานต่อไป"

static const char *const decisions[] = { "ทราบ", "อนุมัติ", "", NULL };

/* The office that writes: the first division, with the organisation it belongs to. */
static char *
propose_office (MattraReportBuild *self)
{
  const char *name = mattra_plan_get_organisation (self->plan)->name;
  const MattraDivision *first = mattra_division_list_get (mattra_plan_get_divisions (self->plan), 0);

  if (first == NULL || g_str_has_suffix (first->name, name))
    return g_strdup (first ? first->name : name);
  return g_strdup_printf ("%s %s", first->name, name);
}

static void
add_field (MattraReportBuild *self,
           MattraFields      *fields,
           const char        *label,
           const char        *value,
           double             start)
{
  g_autofree char *printed = mattra_report_digits (self, value ? value : "");

  mattra_fields_add (fields, label, printed, start, 1);
}

static MattraFields *
begin_fields (MattraReportBuild *self)
{
  return mattra_document_add_fields (self->document, LABEL_POINTS, TRUE, MATTRA_REPORT_BODY_POINTS);
}

/* Office, number and day, subject: what is not known stays a dotted line to be filled by hand. */
static void
add_head (MattraReportBuild *self,
          const char        *kind,
          const char        *subject)
{
  const MattraPaper *paper = mattra_plan_find_paper (self->plan, kind, self->options.round, self->options.division);
  const char *own_office = mattra_plan_get_kind_setting (self->plan, kind, "office");
  g_autofree char *office = own_office ? g_strdup (own_office) : propose_office (self);
  g_autofree char *day = NULL;
  MattraFields *fields;

  if (paper && mattra_date_is_set (paper->day))
    day = mattra_date_format (paper->day, MATTRA_DATE_LONG, self->options.digits);
  mattra_document_begin_section (self->document, MATTRA_PAGE_LETTER);
  mattra_document_add_letterhead (self->document, self->options.garuda, GARUDA_HEIGHT, TITLE, TITLE_POINTS);
  add_field (self, begin_fields (self), "ส่วนราชการ", office, 0);
  fields = begin_fields (self);
  add_field (self, fields, "ที่", paper ? paper->number : NULL, 0);
  add_field (self, fields, "วันที่", day, MIDDLE);
  add_field (self, begin_fields (self), "เรื่อง", subject, 0);
}

static void
add_opinion (MattraReportBuild  *self,
             const MattraSigner *signer,
             const char         *post)
{
  g_autofree char *label = g_strdup_printf ("ความเห็นของ%s", post);
  g_autofree char *printed = mattra_report_digits (self, label);
  MattraFields *fields;

  mattra_document_add_space (self->document, MATTRA_REPORT_BODY_POINTS);
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

  mattra_document_add_space (self->document, MATTRA_REPORT_BODY_POINTS);
  mattra_report_add_line (self, label, MATTRA_ALIGN_LEFT, FALSE);
  mattra_document_add_choices (self->document, decisions, MATTRA_REPORT_BODY_POINTS);
  mattra_report_add_blank_signature (self, signer, post);
}

/* Who writes, then the opinions up the line, then what the chief executive decides. */
static void
add_chain (MattraReportBuild *self)
{
  const MattraOrganisation *organisation = mattra_plan_get_organisation (self->plan);
  g_autoptr (GPtrArray) signers = mattra_report_list_signers (self);
  g_autofree char *chief = mattra_organisation_chief_post (organisation);
  g_autofree char *secretary = mattra_organisation_secretary_post (organisation);

  mattra_report_add_blank_signature (self, signers->len > 0 ? g_ptr_array_index (signers, 0) : NULL, NULL);
  if (signers->len == 0)
    add_opinion (self, NULL, secretary);
  for (guint i = 1; i + 1 < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);

      add_opinion (self, signer, signer->post ? signer->post : "");
    }
  add_decision (self, signers->len > 1 ? g_ptr_array_index (signers, signers->len - 1) : NULL, chief);
}

static gboolean
build_memo (MattraReportBuild  *self,
            GError            **error)
{
  const char *own_subject = mattra_plan_get_setting (self->plan, "memo/subject");
  g_autofree char *subject = mattra_report_expand (self, own_subject ? own_subject : SUBJECT);
  g_autofree char *printed = mattra_report_digits (self, subject);
  g_autofree char *chief = mattra_organisation_chief_post (mattra_plan_get_organisation (self->plan));
  g_autofree char *addressee = g_strdup_printf ("เรียน  %s", chief);

  mattra_document_set_title (self->document, printed);
  add_head (self, self->options.kind, subject);
  mattra_report_add_line (self, addressee, MATTRA_ALIGN_LEFT, FALSE);
  mattra_report_add_preface (self, &mattra_report_memo, mattra_plan_get_setting (self->plan, "memo/preface"));
  add_chain (self);
  return TRUE;
}

const MattraReportKind mattra_report_memo = {
  .name = "memo",
  .title = N_("Memo to the chief executive"),
  .preface = PREFACE,
  .build = build_memo,
};
