/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-evidence.h"
#include "mattra-file-source.h"
#include "mattra-picture-print.h"

#define TITLE "ภาคผนวก\nหลักฐานประกอบผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
#define SUBJECT "ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"
#define NONE "ไม่มีหลักฐานที่แนบไว้ในรอบนี้"
#define NOT_SHOWN "(แสดงภาพนี้ไม่ได้ ดูจากไฟล์)"

/* Pictures are at most as large as this on paper, in millimetres, so that two with their captions stand on a page. */
#define PICTURE_WIDTH 150
#define PICTURE_HEIGHT 95

static void
add_text (MattraReportBuild *self,
          const char        *text,
          gboolean           kept)
{
  g_autofree char *printed = mattra_report_digits (self, text);

  mattra_document_add_paragraph (self->document, printed, MATTRA_REPORT_BODY_POINTS, MATTRA_ALIGN_LEFT, FALSE);
  if (kept)
    mattra_document_keep_paragraph (self->document);
}

/* "วิธีการข้อ ๒": what a piece of evidence proves; %NULL for the answer as such. */
static char *
proved (const MattraEvidence *evidence,
        MattraMeasure        *measure)
{
  MattraItemKind kind;
  guint number;

  if (mattra_evidence_find_item (evidence, measure, &kind, &number) == NULL)
    return NULL;
  return g_strdup_printf (kind == MATTRA_ITEM_STEP ? "วิธีการดำเนินการข้อ %u" : "ผลการดำเนินการข้อ %u", number);
}

static char *
dup_caption (MattraReportBuild    *self,
             MattraMeasure        *measure,
             const MattraEvidence *evidence,
             guint                 number)
{
  const char *division = mattra_plan_find_division_name (self->plan, evidence->division);
  g_autofree char *item = proved (evidence, measure);
  g_autofree char *whose = g_strjoin (" ", division != NULL ? division : item, division != NULL ? item : NULL, NULL);

  return g_strdup_printf ("ภาคผนวกที่ %u  %s%s%s%s", number, mattra_evidence_get_text (evidence),
                          whose != NULL && *whose != '\0' ? "  (" : "", whose != NULL ? whose : "",
                          whose != NULL && *whose != '\0' ? ")" : "");
}

static char *
size_text (gint64 length)
{
  return length < 1000000 ? g_strdup_printf ("%d kB", (int) ((length + 999) / 1000))
                          : g_strdup_printf ("%.1f MB", (double) length / 1e6);
}

/* A file that is not printed is told by what anybody can check it with. The name and the hash are printed as they are. */
static void
add_file (MattraReportBuild    *self,
          const MattraEvidence *evidence,
          const char           *note)
{
  g_autofree char *size = size_text (evidence->length);
  g_autofree char *text = g_strdup_printf ("ไฟล์ %s  (%s, %s, SHA-256 %.*s…)%s%s", evidence->file_name,
                                           mattra_evidence_type_name (evidence->media_type), size,
                                           MATTRA_EVIDENCE_HASH_DIGITS, evidence->blob, note != NULL ? "  " : "",
                                           note != NULL ? note : "");

  mattra_document_add_paragraph (self->document, text, MATTRA_REPORT_TABLE_POINTS, MATTRA_ALIGN_LEFT, FALSE);
}

/* What the register cannot give any more is an error; a picture that cannot be shown is a file like others. */
static gboolean
load_picture (MattraReportBuild     *self,
              const MattraEvidence  *evidence,
              GBytes               **picture,
              GError               **error)
{
  g_autoptr (GBytes) bytes = NULL;

  *picture = NULL;
  if (!MATTRA_IS_FILE_SOURCE (self->measures))
    return TRUE;
  bytes = mattra_file_source_load (MATTRA_FILE_SOURCE (self->measures), evidence->blob, error);
  if (bytes == NULL)
    return FALSE;
  *picture = mattra_picture_print_new (bytes, PICTURE_WIDTH, PICTURE_HEIGHT, NULL);
  return TRUE;
}

static gboolean
add_evidence (MattraReportBuild     *self,
              MattraMeasure         *measure,
              const MattraEvidence  *evidence,
              guint                  number,
              GError               **error)
{
  g_autoptr (GBytes) picture = NULL;
  g_autofree char *caption = dup_caption (self, measure, evidence, number);
  g_autofree char *says = mattra_report_digits (self, caption);

  if (mattra_evidence_is_picture (evidence) && !load_picture (self, evidence, &picture, error))
    return FALSE;
  add_text (self, caption, TRUE);
  if (evidence->kind == MATTRA_EVIDENCE_LINK)
    mattra_document_add_paragraph (self->document, evidence->url, MATTRA_REPORT_TABLE_POINTS, MATTRA_ALIGN_LEFT, FALSE);
  else if (picture != NULL)
    mattra_document_add_picture (self->document, picture, PICTURE_HEIGHT, MATTRA_REPORT_BODY_POINTS, says);
  else
    add_file (self, evidence, mattra_evidence_is_picture (evidence) ? NOT_SHOWN : NULL);
  mattra_document_add_space (self->document, MATTRA_REPORT_BODY_POINTS / 2);
  return TRUE;
}

/* Of a division's annex: its own evidence and the joint one. */
static gboolean
is_shown (MattraReportBuild    *self,
          const MattraEvidence *evidence)
{
  return self->options.division == NULL || evidence->division == NULL
         || g_str_equal (evidence->division, self->options.division);
}

static gboolean
add_measure (MattraReportBuild  *self,
             MattraMeasure      *measure,
             guint              *number,
             GError            **error)
{
  g_autoptr (GPtrArray) list = mattra_evidence_of_round (measure, self->plan, self->options.round);
  gboolean headed = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const MattraEvidence *evidence = g_ptr_array_index (list, i);

      if (!is_shown (self, evidence))
        continue;
      if (!headed)
        {
          g_autofree char *name = mattra_measure_get_number (measure) > 0
                                    ? g_strdup_printf ("มาตรการที่ %d  %s", mattra_measure_get_number (measure),
                                                       mattra_measure_get_title (measure))
                                    : g_strdup (mattra_measure_get_title (measure));
          g_autofree char *printed = mattra_report_digits (self, name);

          mattra_document_add_subheading (self->document, printed, MATTRA_REPORT_BODY_POINTS);
          headed = TRUE;
        }
      if (!add_evidence (self, measure, evidence, ++*number, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_heads (MattraReportBuild *self)
{
  g_autofree char *title = mattra_report_title (self);
  g_autofree char *subject = mattra_report_expand (self, SUBJECT);
  g_autofree char *printed = mattra_report_digits (self, title);

  mattra_report_set_title (self, title);
  mattra_report_begin_section (self, MATTRA_PAGE_PORTRAIT);
  mattra_document_add_heading (self->document, printed, MATTRA_REPORT_HEADING_POINTS);
  mattra_report_add_line (self, subject, MATTRA_ALIGN_CENTRE, FALSE);
}

static gboolean
build_annex (MattraReportBuild  *self,
             GError            **error)
{
  g_autoptr (GError) failure = NULL;
  MattraMeasure *next;
  guint number = 0;

  if (!mattra_report_need_measures (self, error) || !mattra_measure_source_rewind (self->measures, error))
    return FALSE;
  add_heads (self);
  while ((next = mattra_report_next_measure (self, &failure)) != NULL)
    {
      g_autoptr (MattraMeasure) measure = next;

      if (!add_measure (self, measure, &number, error))
        return FALSE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (number == 0)
    mattra_report_add_line (self, NONE, MATTRA_ALIGN_CENTRE, FALSE);
  return TRUE;
}

const MattraReportKind mattra_report_annex = {
  .name = "annex",
  .title = N_("Annex with the evidence"),
  .parts = MATTRA_REPORT_HAS_TITLE,
  .head = TITLE,
  .build = build_annex,
};
