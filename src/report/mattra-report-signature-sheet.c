/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-signer.h"

#define TITLE "ใบลงนาม"
#define SUBJECT "คณะทำงานและผู้ลงนามในมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"
#define MEETING "การประชุมครั้งที่ ............/............ วันที่ ........................................ เวลา ................ น."

/* Room to sign in: lines of each row. */
#define LEAST_LINES 2

static const struct
{
  const char *head;
  double width;
} columns[] = {
  { "ที่", 10 }, { "ชื่อ – สกุล", 37 }, { "ตำแหน่ง", 50 }, { "หน้าที่", 30 }, { "ลายมือชื่อ", 33 },
};

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

static void
add_row (MattraReportBuild *self,
         GPtrArray         *rows,
         const char        *name,
         const char        *post,
         const char        *duty)
{
  g_autofree char *number = g_strdup_printf ("%u", rows->len + 1);
  MattraRow *row = mattra_row_new ();

  add_cell (self, row, number);
  add_cell (self, row, name);
  add_cell (self, row, post);
  add_cell (self, row, duty);
  add_cell (self, row, NULL);
  g_ptr_array_add (rows, row);
}

static gboolean
is_listed (GPtrArray  *members,
           const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (((const MattraMember *) g_ptr_array_index (members, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The committee, then those who sign and are not in it. */
static GPtrArray *
list_rows (MattraReportBuild *self)
{
  g_autoptr (GPtrArray) members = mattra_report_list_members (self);
  g_autoptr (GPtrArray) signers = mattra_report_list_signers (self);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);

  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);

      add_row (self, rows, member->name, member->post, member->role);
    }
  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *name = mattra_report_full_name (signer);
      g_autofree char *post = mattra_report_full_post (signer);

      if (!is_listed (members, name) && !is_listed (members, signer->name))
        add_row (self, rows, mattra_signer_is_vacant (signer) ? NULL : name, post, signer->role);
    }
  return rows;
}

static gboolean
build_signature_sheet (MattraReportBuild  *self,
                       GError            **error)
{
  g_autofree char *title = mattra_report_title (self);
  g_autofree char *subject = mattra_report_expand (self, SUBJECT);
  g_autofree char *printed = mattra_report_digits (self, title);
  g_autoptr (GPtrArray) rows = list_rows (self);
  MattraTable *table;

  mattra_report_set_title (self, title);
  mattra_report_begin_section (self, MATTRA_PAGE_PORTRAIT);
  mattra_document_add_heading (self->document, printed, MATTRA_REPORT_HEADING_POINTS);
  mattra_report_add_line (self, subject, MATTRA_ALIGN_CENTRE, FALSE);
  mattra_report_add_line (self, mattra_plan_get_organisation (self->plan)->name, MATTRA_ALIGN_CENTRE, FALSE);
  mattra_report_add_line (self, MEETING, MATTRA_ALIGN_CENTRE, FALSE);
  table = mattra_document_add_table (self->document, MATTRA_REPORT_TABLE_POINTS, mattra_row_source_new_for_rows (rows));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mattra_table_add_column (table, columns[i].head, columns[i].width);
  mattra_table_set_lead (table, 1);
  mattra_table_set_least_lines (table, LEAST_LINES);
  return TRUE;
}

const MattraReportKind mattra_report_signature_sheet = {
  .name = "signature-sheet",
  .title = N_("Sheet for signatures"),
  .parts = MATTRA_REPORT_HAS_TITLE | MATTRA_REPORT_HAS_SIGNERS,
  .head = TITLE,
  .build = build_signature_sheet,
};
