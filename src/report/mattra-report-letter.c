/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-picture.h"

/* Sizes of the forms (domain.md 2.3), in points of TH Sarabun and millimetres. */
#define MEMO_TITLE_POINTS 29
#define MEMO_LABEL_POINTS 20
#define MIDDLE 0.5
#define DIVIDER_WIDTH 35

#define MEMO_TITLE "บันทึกข้อความ"
#define ADDRESS "เรียน  %s"
#define DAY_DOTS "......... เดือน ........................... พ.ศ. ............"

static gboolean
check_picture (GBytes      *picture,
               const char  *name,
               GError     **error)
{
  int width = G_MAXINT / 2;
  int height = MATTRA_REPORT_EMBLEM_HEIGHT;

  if (picture == NULL || mattra_picture_fit (picture, &width, &height, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

/* Fails where the office's emblem cannot be printed, and says that it is this one. */
gboolean
mattra_report_check_emblem (GBytes  *emblem,
                            GError **error)
{
  return check_picture (emblem, _("Emblem of the office"), error);
}

gboolean
mattra_report_check_garuda (GBytes  *garuda,
                            GError **error)
{
  return check_picture (garuda, _("Garuda"), error);
}

/* The record of this very paper: its number and day. */
const MattraPaper *
mattra_report_own_paper (MattraReportBuild *self)
{
  const MattraPaper *paper = mattra_plan_find_paper (self->plan, self->kind->name, self->options.round,
                                                     self->options.division);

  return paper ? paper : mattra_plan_find_paper (self->plan, self->kind->name, self->options.round, NULL);
}

/* What the paper is about: as recorded, as the office writes it, or as proposed. */
char *
mattra_report_subject (MattraReportBuild *self)
{
  const MattraPaper *paper = mattra_report_own_paper (self);
  const char *own = mattra_report_own (self, MATTRA_SETTING_KIND_SUBJECT);

  if (paper && paper->subject && *paper->subject != '\0')
    return g_strdup (paper->subject);
  return mattra_report_expand (self, own ? own : self->kind->subject);
}

/* The day that the paper bears: as recorded, else the one chosen for printing it. */
static MattraDate
own_day (MattraReportBuild *self)
{
  const MattraPaper *paper = mattra_report_own_paper (self);

  return paper && mattra_date_is_set (paper->day) ? paper->day : mattra_report_own_date (self->plan, &self->options);
}

/* The office that writes: the first division, with the organisation it belongs to. */
char *
mattra_report_propose_office (MattraReportBuild *self)
{
  const char *name = mattra_plan_get_organisation (self->plan)->name;
  const MattraDivision *first = mattra_division_list_get (mattra_plan_get_divisions (self->plan), 0);

  name = name ? name : "";
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
  return mattra_document_add_fields (self->document, MEMO_LABEL_POINTS, TRUE, MATTRA_REPORT_BODY_POINTS);
}

/* Office, number and day, subject, addressee: what is not known stays a dotted line to be filled by hand. */
gboolean
mattra_report_add_memo_head (MattraReportBuild  *self,
                             const char         *subject,
                             const char         *addressee,
                             GError            **error)
{
  const MattraPaper *paper = mattra_report_own_paper (self);
  const char *own_office = mattra_plan_get_kind_setting (self->plan, self->kind->name, MATTRA_SETTING_KIND_OFFICE);
  g_autofree char *office = own_office && *own_office ? g_strdup (own_office) : mattra_report_propose_office (self);
  g_autofree char *address = g_strdup_printf (ADDRESS, addressee);
  g_autofree char *day = NULL;
  MattraFields *fields;

  if (!mattra_report_check_garuda (self->options.garuda, error))
    return FALSE;
  if (mattra_date_is_set (own_day (self)))
    day = mattra_date_format (own_day (self), MATTRA_DATE_LONG, self->options.digits);
  mattra_report_set_title (self, subject);
  mattra_report_begin_section (self, MATTRA_PAGE_LETTER);
  mattra_document_add_letterhead (self->document, self->options.garuda, MATTRA_REPORT_GARUDA_HEIGHT, MEMO_TITLE,
                                  MEMO_TITLE_POINTS);
  add_field (self, begin_fields (self), "ส่วนราชการ", office, 0);
  fields = begin_fields (self);
  add_field (self, fields, "ที่", paper ? paper->number : NULL, 0);
  add_field (self, fields, "วันที่", day, MIDDLE);
  add_field (self, begin_fields (self), "เรื่อง", subject, 0);
  mattra_document_add_space (self->document, MATTRA_REPORT_BODY_POINTS / 2.0);
  mattra_report_add_line (self, address, MATTRA_ALIGN_LEFT, FALSE);
  return TRUE;
}

/* What orders and announcements begin with: the emblem in the middle, the heads below it, a short rule. The Garuda goes
 * before the office's own emblem, as on letters. */
gboolean
mattra_report_add_letter_head (MattraReportBuild  *self,
                               const char *const  *lines,
                               GError            **error)
{
  GBytes *emblem = self->options.garuda ? self->options.garuda : self->options.emblem;

  if (!mattra_report_check_garuda (self->options.garuda, error)
      || !mattra_report_check_emblem (self->options.emblem, error))
    return FALSE;
  mattra_report_begin_section (self, emblem ? MATTRA_PAGE_LETTER : MATTRA_PAGE_PORTRAIT);
  if (emblem)
    {
      mattra_document_add_letterhead (self->document, emblem, MATTRA_REPORT_EMBLEM_HEIGHT, NULL, 0);
      mattra_document_add_space (self->document, MATTRA_REPORT_BODY_POINTS / 2.0);
    }
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *printed = mattra_report_digits (self, lines[i]);

      if (i == 0)
        mattra_document_add_heading (self->document, printed, MATTRA_REPORT_BODY_POINTS);
      else
        mattra_document_add_paragraph (self->document, printed, MATTRA_REPORT_BODY_POINTS, MATTRA_ALIGN_CENTRE, FALSE);
    }
  mattra_document_add_divider (self->document, DIVIDER_WIDTH);
  return TRUE;
}

/* "สั่ง ณ วันที่ ๙ ธันวาคม พ.ศ. ๒๕๖๕"; dots where the day is not known yet (domain.md 2.5). */
void
mattra_report_add_given (MattraReportBuild *self,
                         const char        *word)
{
  MattraDate day = own_day (self);
  g_autofree char *printed = mattra_date_is_set (day)
                               ? mattra_date_format (day, MATTRA_DATE_ANNOUNCEMENT, self->options.digits)
                               : g_strdup (DAY_DOTS);
  g_autofree char *line = g_strdup_printf ("%s ณ วันที่ %s", word, printed);

  mattra_document_add_space (self->document, MATTRA_REPORT_BODY_POINTS / 2.0);
  mattra_report_add_line (self, line, MATTRA_ALIGN_SIGNATURE, FALSE);
}
