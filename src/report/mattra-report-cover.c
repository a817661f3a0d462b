/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <string.h>

#define OF_THE_YEAR "ประจำปีงบประมาณ"

void
mattra_report_begin_section (MattraReportBuild *self,
                             MattraPageStyle    style)
{
  style.numbered_anew = self->numbered_anew;
  self->numbered_anew = FALSE;
  mattra_document_begin_section (self->document, style);
}

static void
add_cover_line (MattraReportBuild *self,
                MattraCover       *cover,
                MattraCoverPlace   place,
                const char        *text)
{
  g_autofree char *printed = NULL;

  if (text == NULL || *text == '\0')
    return;
  printed = mattra_report_digits (self, text);
  mattra_cover_add_line (cover, place, printed,
                         place == MATTRA_COVER_TITLE ? MATTRA_REPORT_COVER_POINTS : MATTRA_REPORT_COVER_POINTS - 4,
                         TRUE);
}

/* Title over two or three lines, year, round in parentheses; below the body, its place and address
 * (domain.md 2.7). */
static void
add_usual_lines (MattraReportBuild *self,
                 MattraCover       *cover,
                 const char        *title,
                 const char        *round)
{
  const MattraOrganisation *organisation = mattra_plan_get_organisation (self->plan);
  g_auto (GStrv) lines = mattra_report_title_lines (title);
  g_autofree char *year = mattra_report_year (mattra_plan_get_fiscal_year (self->plan));
  g_autofree char *year_line = g_strconcat (OF_THE_YEAR " ", year, NULL);
  g_autofree char *round_line = round ? g_strdup_printf ("(%s)", round) : NULL;
  g_autofree char *place = mattra_report_place (self);

  for (guint i = 0; lines[i]; i++)
    add_cover_line (self, cover, MATTRA_COVER_TITLE, lines[i]);
  add_cover_line (self, cover, MATTRA_COVER_TITLE, year_line);
  add_cover_line (self, cover, MATTRA_COVER_TITLE, round_line);
  add_cover_line (self, cover, MATTRA_COVER_FOOT, mattra_report_division_name (self));
  add_cover_line (self, cover, MATTRA_COVER_FOOT, organisation->name);
  add_cover_line (self, cover, MATTRA_COVER_FOOT, place);
  add_cover_line (self, cover, MATTRA_COVER_FOOT, organisation->website);
}

/* The office's own lines: a blank one parts those in the middle from those at the bottom. */
static void
add_own_lines (MattraReportBuild *self,
               MattraCover       *cover,
               const char        *text)
{
  g_autofree char *expanded = mattra_report_expand (self, text);
  g_auto (GStrv) lines = g_strsplit (expanded, "\n", -1);
  MattraCoverPlace place = MATTRA_COVER_TITLE;

  for (guint i = 0; lines[i]; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        place = MATTRA_COVER_FOOT;
      add_cover_line (self, cover, place, lines[i]);
    }
}

static void
add_template_line (GString    *text,
                   const char *line)
{
  if (line && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

/* The usual lines as the office could write them: a blank one parts those in the middle from those at the bottom. */
char *
mattra_report_propose_cover (MattraReportBuild *self)
{
  const MattraOrganisation *organisation = mattra_plan_get_organisation (self->plan);
  const char *own = mattra_report_own (self, MATTRA_SETTING_KIND_TITLE);
  g_auto (GStrv) lines = mattra_report_title_lines (own ? own : self->kind->head);
  g_autofree char *place = mattra_report_place (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    add_template_line (text, lines[i]);
  add_template_line (text, "ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}");
  if (self->options.round != MATTRA_ROUND_NONE)
    add_template_line (text, "({รอบ} {ช่วงเวลา})");
  g_string_append (text, "\n[{ส่วนราชการ}]\n");
  add_template_line (text, "{หน่วยงาน}");
  add_template_line (text, place);
  add_template_line (text, organisation->website);
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* The cover, unless the office wants none. */
gboolean
mattra_report_add_cover (MattraReportBuild  *self,
                         const char         *title,
                         const char         *round,
                         GError            **error)
{
  const char *own = mattra_report_own (self, MATTRA_SETTING_KIND_COVER);
  MattraCover *cover;

  if (g_strcmp0 (own, MATTRA_SETTING_NONE) == 0)
    return TRUE;
  if (!mattra_report_check_emblem (self->options.emblem, error))
    return FALSE;
  mattra_report_begin_section (self, MATTRA_PAGE_PORTRAIT);
  cover = mattra_document_add_cover (self->document);
  if (self->options.emblem)
    mattra_cover_set_emblem (cover, self->options.emblem, MATTRA_REPORT_EMBLEM_HEIGHT);
  if (own)
    add_own_lines (self, cover, own);
  else
    add_usual_lines (self, cover, title, round);
  return TRUE;
}

/* The office's own title, else that proposed for the kind. */
char *
mattra_report_title (MattraReportBuild *self)
{
  const char *own = mattra_report_own (self, MATTRA_SETTING_KIND_TITLE);

  return mattra_report_expand (self, own ? own : self->kind->head);
}

/* The first paper of a file names it. */
void
mattra_report_set_title (MattraReportBuild *self,
                         const char        *title)
{
  g_autofree char *line = mattra_report_one_line (title);
  g_autofree char *printed = mattra_report_digits (self, line);

  if (!mattra_document_has_title (self->document))
    mattra_document_set_title (self->document, printed);
}

void
mattra_report_add_line (MattraReportBuild *self,
                        const char        *text,
                        MattraAlignment    alignment,
                        gboolean           indent)
{
  g_autofree char *printed = mattra_report_digits (self, text);

  mattra_document_add_paragraph (self->document, printed, MATTRA_REPORT_BODY_POINTS, alignment, indent);
}

/* The heading of the wide pages; it also names the file. The year is said to be a fiscal one, unless the title does so. */
void
mattra_report_add_heading (MattraReportBuild *self,
                           const char        *title)
{
  g_autofree char *line = mattra_report_one_line (title);
  g_autofree char *year = mattra_report_year (mattra_plan_get_fiscal_year (self->plan));
  g_autofree char *text = g_strconcat (line, strstr (line, OF_THE_YEAR) ? " " : " " OF_THE_YEAR " ", year, NULL);
  g_autofree char *printed = mattra_report_digits (self, text);
  const char *division = mattra_report_division_name (self);

  mattra_report_set_title (self, text);
  mattra_report_begin_section (self, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (self->document, printed, MATTRA_REPORT_HEADING_POINTS);
  if (division)
    mattra_report_add_line (self, division, MATTRA_ALIGN_CENTRE, FALSE);
}

/* The office's own text, else that proposed for the kind; each of its lines is a paragraph. */
void
mattra_report_add_preface (MattraReportBuild *self)
{
  const char *own = mattra_report_own (self, MATTRA_SETTING_KIND_PREFACE);
  g_autofree char *preface = mattra_report_expand (self, own ? own : self->kind->preface);
  g_auto (GStrv) lines = g_strsplit (preface, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]) != '\0')
      mattra_report_add_line (self, lines[i], MATTRA_ALIGN_DISTRIBUTED, TRUE);
}
