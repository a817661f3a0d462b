/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-organisation.h"

#define SUBJECT "แต่งตั้งคณะทำงานจัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}"
#define YEAR " ประจำปี"
#define NUMBER_DOTS "............/................"
#define NAME_DOTS "...................................."

#define PREFACE \
  "ด้วย {หน่วยงาน} จะจัดทำและขับเคลื่อนมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. " \
  "{ปีงบประมาณ} โดยนำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency " \
  "Assessment: ITA) ปีงบประมาณ พ.ศ. {ปีที่วิเคราะห์} มาวิเคราะห์และกำหนดแนวทางการพัฒนา\n" \
  "เพื่อให้การดำเนินการดังกล่าวเป็นไปด้วยความเรียบร้อย มีประสิทธิภาพ และบรรลุวัตถุประสงค์ จึงแต่งตั้งคณะทำงาน " \
  "ประกอบด้วยผู้มีรายชื่อและตำแหน่ง ดังต่อไปนี้"

#define DUTIES \
  "วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {ปีที่วิเคราะห์} และกำหนดประเด็นที่ต้องพัฒนา\n" \
  "จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน โดยกำหนดวิธีการดำเนินการ ผู้รับผิดชอบ ระยะเวลาดำเนินการ " \
  "และแนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติ\n" \
  "กำกับติดตามการดำเนินการของส่วนราชการ และรวบรวมผลการดำเนินการตามรอบการรายงาน\n" \
  "สรุปผลการดำเนินการ ปัญหา/อุปสรรค และข้อเสนอแนะ เสนอผู้บริหารท้องถิ่น และเผยแพร่บนเว็บไซต์ของหน่วยงาน\n" \
  "ปฏิบัติงานอื่นตามที่ได้รับมอบหมาย"

/* Widths of the list's columns, in millimetres: number, name, post, what the member is. */
static const double widths[] = { 9, 41, 65, 45 };

static gboolean
add_heads (MattraReportBuild  *self,
           const char         *subject,
           GError            **error)
{
  const MattraPaper *paper = mattra_report_own_paper (self);
  const char *number = paper && paper->number && *paper->number != '\0' ? paper->number : NUMBER_DOTS;
  const char *name = mattra_plan_get_organisation (self->plan)->name;
  const char *year = g_strrstr (subject, YEAR);
  g_autofree char *office = g_strconcat ("คำสั่ง", name ? name : "", NULL);
  g_autofree char *number_line = g_strdup_printf ("ที่  %s", number);
  g_autofree char *first = year ? g_strndup (subject, (gsize) (year - subject)) : g_strdup (subject);
  g_autofree char *subject_line = g_strdup_printf ("เรื่อง  %s", first);
  const char *const lines[] = { office, number_line, subject_line, year ? year + 1 : NULL, NULL };

  return mattra_report_add_letter_head (self, lines, error);
}

static void
add_cell (MattraReportBuild *self,
          MattraRow         *row,
          const char        *text)
{
  g_autofree char *printed = mattra_report_digits (self, text ? text : "");
  g_auto (GStrv) lines = g_strsplit (printed, "\n", -1);

  mattra_row_begin_cell (row);
  for (guint i = 0; lines[i]; i++)
    mattra_row_add_paragraph (row, NULL, lines[i], -1);
}

static MattraRow *
member_row (MattraReportBuild  *self,
            const MattraMember *member,
            guint               number)
{
  gboolean named = member->name && *member->name != '\0';
  gboolean has_post = member->post && *member->post != '\0';
  g_autofree char *enumerator = g_strdup_printf ("%u.", number);
  MattraRow *row = mattra_row_new ();

  add_cell (self, row, enumerator);
  add_cell (self, row, named ? member->name : NAME_DOTS);
  add_cell (self, row, has_post ? member->post : NAME_DOTS);
  add_cell (self, row, member->role);
  return row;
}

static void
add_members (MattraReportBuild *self)
{
  g_autoptr (GPtrArray) members = mattra_report_list_members (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  MattraTable *table;

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (rows, member_row (self, g_ptr_array_index (members, i), i + 1));
  table = mattra_document_add_table (self->document, MATTRA_REPORT_BODY_POINTS, mattra_row_source_new_for_rows (rows));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    mattra_table_add_column (table, "", widths[i]);
  mattra_table_set_plain (table, TRUE);
}

const char *
mattra_report_propose_duties (void)
{
  return DUTIES;
}

/* The office's own list, else the usual one; a duty each line. */
static void
add_duties (MattraReportBuild *self)
{
  const char *own = mattra_plan_get_setting (self->plan, MATTRA_SETTING_ORDER_DUTIES);
  g_autofree char *expanded = mattra_report_expand (self, own && *own != '\0' ? own : DUTIES);
  g_auto (GStrv) duties = g_strsplit (expanded, "\n", -1);
  guint number = 0;

  mattra_report_add_line (self, "ให้คณะทำงานมีหน้าที่ ดังต่อไปนี้", MATTRA_ALIGN_LEFT, TRUE);
  mattra_document_keep_paragraph (self->document);
  for (guint i = 0; duties[i]; i++)
    if (*g_strstrip (duties[i]) != '\0')
      {
        g_autofree char *line = g_strdup_printf ("%u. %s", ++number, duties[i]);

        mattra_report_add_line (self, line, MATTRA_ALIGN_DISTRIBUTED, TRUE);
      }
}

static gboolean
build_order (MattraReportBuild  *self,
             GError            **error)
{
  g_autofree char *chief = mattra_organisation_chief_post (mattra_plan_get_organisation (self->plan));
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;

  self->options.round = MATTRA_ROUND_NONE;
  subject = mattra_report_subject (self);
  title = g_strconcat ("คำสั่ง", subject, NULL);
  mattra_report_set_title (self, title);
  if (!add_heads (self, subject, error))
    return FALSE;
  mattra_report_add_preface (self);
  mattra_document_keep_paragraph (self->document);
  add_members (self);
  add_duties (self);
  mattra_report_add_line (self, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", MATTRA_ALIGN_LEFT, TRUE);
  mattra_report_add_given (self, "สั่ง");
  mattra_report_add_blank_signature (self, mattra_report_find_holder (self, chief), chief);
  return TRUE;
}

const MattraReportKind mattra_report_order = {
  .name = "order",
  .title = N_("Order appointing the committee"),
  .parts = MATTRA_REPORT_HAS_SUBJECT | MATTRA_REPORT_HAS_PREFACE | MATTRA_REPORT_HAS_DUTIES,
  .subject = SUBJECT,
  .preface = PREFACE,
  .build = build_order,
};
