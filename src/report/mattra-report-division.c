/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-organisation.h"

#define TITLE "แบบรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
#define PREFACE \
  "โปรดทำเครื่องหมายในช่องสถานะการดำเนินการ และกรอกผลการดำเนินการ ปัญหา/อุปสรรค และข้อเสนอแนะ ของแต่ละมาตรการ" \
  "[ แล้วส่งเลขานุการคณะทำงานภายในวันที่ {กำหนดส่ง}]"
#define REPORTER "ผู้รายงาน"

/* Columns of the sheet, and the room to write in. */
#define FIELDS "number title steps period choices results obstacles recommendations"
#define WIDTHS "11 34 50 30 37 46 25 24"
#define LEAST_LINES 5

static const MattraTableForm form = {
  .with_answers = TRUE, .fields = FIELDS, .widths = WIDTHS, .least_lines = LEAST_LINES,
};

static void
add_heads (MattraReportBuild *self)
{
  g_autofree char *title = mattra_report_title (self);
  g_autofree char *round = mattra_report_round_words (self);
  g_autofree char *round_line = round ? g_strdup_printf ("(%s)", round) : NULL;

  mattra_report_add_heading (self, title);
  if (round_line)
    mattra_report_add_line (self, round_line, MATTRA_ALIGN_CENTRE, FALSE);
  mattra_report_add_preface (self);
}

static void
add_head_signature (MattraReportBuild *self)
{
  g_autofree char *post = mattra_organisation_division_post (mattra_report_division_name (self));
  MattraSignatures *block = mattra_document_add_signatures (self->document, MATTRA_REPORT_BODY_POINTS, 1);

  mattra_report_add_signer (self, block, mattra_report_find_holder (self, post), post, REPORTER);
}

/* The sheet of one division, to be filled in by hand or signed: its measures with what it answered so far. */
gboolean
mattra_report_add_sheet (MattraReportBuild  *self,
                         GError            **error)
{
  MattraReportBuild sheet = *self;

  sheet.kind = &mattra_report_division;
  sheet.options.kind = sheet.kind->name;
  sheet.only_own = sheet.sheet = TRUE;
  sheet.counted = FALSE;
  add_heads (&sheet);
  if (!mattra_report_add_table (&sheet, error))
    return FALSE;
  add_head_signature (&sheet);
  return TRUE;
}

static gboolean
build_division (MattraReportBuild  *self,
                GError            **error)
{
  return mattra_report_add_sheet (self, error);
}

const MattraReportKind mattra_report_division = {
  .name = "division",
  .title = N_("Sheet of a division to fill in"),
  .parts = MATTRA_REPORT_HAS_TITLE | MATTRA_REPORT_HAS_PREFACE | MATTRA_REPORT_HAS_COLUMNS | MATTRA_REPORT_HAS_DIVISIONS,
  .head = TITLE,
  .form = &form,
  .for_division = TRUE,
  .preface = PREFACE,
  .build = build_division,
};
