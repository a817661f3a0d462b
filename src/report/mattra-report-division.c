/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
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

static void
add_heads (MattraReportBuild *self)
{
  const char *own = mattra_report_own (self, MATTRA_SETTING_KIND_TITLE);
  g_autofree char *title = mattra_report_expand (self, own ? own : TITLE);
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
  const MattraTableForm form = {
    .with_answers = TRUE, .fields = FIELDS, .widths = WIDTHS, .least_lines = LEAST_LINES,
  };
  MattraReportBuild sheet = *self;

  sheet.kind = &mattra_report_division;
  sheet.options.kind = sheet.kind->name;
  sheet.sheet = TRUE;
  sheet.counted = FALSE;
  add_heads (&sheet);
  if (!mattra_report_add_table (&sheet, &form, error))
    return FALSE;
  add_head_signature (&sheet);
  return TRUE;
}

/* A sheet for each division that has a part in a measure, each a paper of its own. */
static gboolean
add_all_sheets (MattraReportBuild  *self,
                GError            **error)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->plan);
  guint n_sheets = 0;

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      MattraReportBuild build = *self;
      gboolean has_measures;

      build.options.division = mattra_division_list_get (divisions, i)->id;
      build.sheet = TRUE;
      build.counted = FALSE;
      if (n_sheets > 0)
        build.numbered_anew = self->options.numbering == MATTRA_NUMBERING_SEPARATE;
      if (build.options.division == NULL)
        continue;
      if (!mattra_report_has_measures (&build, &has_measures, error))
        return FALSE;
      if (has_measures && (n_sheets++, !mattra_report_add_sheet (&build, error)))
        return FALSE;
    }
  if (n_sheets > 0)
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                       _("No division has a part in any measure; enter who is responsible."));
  return FALSE;
}

static gboolean
build_division (MattraReportBuild  *self,
                GError            **error)
{
  if (mattra_report_division_name (self))
    return mattra_report_add_sheet (self, error);
  return mattra_report_need_measures (self, error) && add_all_sheets (self, error);
}

const MattraReportKind mattra_report_division = {
  .name = "division",
  .title = N_("Sheet of a division to fill in"),
  .preface = PREFACE,
  .build = build_division,
};
