/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <string.h>

#include "mattra-organisation.h"

/* A text that speaks of the register's data names them in braces, "ปีงบประมาณ พ.ศ. {ปีงบประมาณ}", and is written again each
 * time it is printed. What stands in square brackets is left out where one of the data in it is not known:
 * "[ ตาม{คำสั่งแต่งตั้งคณะทำงาน}]". Braces and brackets around anything else are text. */

typedef char *(*Write) (MattraReportBuild *self);

static char *
write_name (MattraReportBuild *self)
{
  return g_strdup (mattra_plan_get_organisation (self->plan)->name);
}

static char *
write_chief (MattraReportBuild *self)
{
  return mattra_organisation_chief_post (mattra_plan_get_organisation (self->plan));
}

static char *
write_year (MattraReportBuild *self)
{
  return g_strdup_printf ("%d", mattra_plan_get_fiscal_year (self->plan));
}

static char *
write_analysed_year (MattraReportBuild *self)
{
  return g_strdup_printf ("%d", mattra_plan_get_analysed_year (self->plan));
}

/* Only the name of the round; its days have a word of their own. */
static char *
write_round (MattraReportBuild *self)
{
  return g_strdup (mattra_report_round_name (self->options.round));
}

static char *
write_days (MattraReportBuild *self)
{
  return mattra_report_days (self);
}

static char *
write_count (MattraReportBuild *self)
{
  guint n;

  return mattra_report_count_measures (self, &n, NULL) ? g_strdup_printf ("%u", n) : NULL;
}

static char *
write_division (MattraReportBuild *self)
{
  return g_strdup (mattra_report_division_name (self));
}

static char *
write_answers_due (MattraReportBuild *self)
{
  MattraPlanRound *round = self->options.round == MATTRA_ROUND_NONE
                             ? NULL : mattra_plan_get_round (self->plan, self->options.round);

  if (round == NULL || !mattra_date_is_set (round->answers_due))
    return NULL;
  return mattra_date_format (round->answers_due, MATTRA_DATE_LONG, self->options.digits);
}

/* A record without number and day says nothing that could be cited. */
static char *
write_paper (MattraReportBuild *self,
             const char        *kind)
{
  const MattraPaper *paper = mattra_plan_find_paper (self->plan, kind, self->options.round, NULL);

  if (paper == NULL || ((paper->number == NULL || *paper->number == '\0') && !mattra_date_is_set (paper->day)))
    return NULL;
  return mattra_paper_cite (paper, mattra_plan_get_organisation (self->plan)->name, self->options.digits);
}

static char *
write_order (MattraReportBuild *self)
{
  return write_paper (self, MATTRA_PAPER_ORDER);
}

static char *
write_announcement (MattraReportBuild *self)
{
  return write_paper (self, MATTRA_PAPER_ANNOUNCEMENT);
}

static char *
write_memo (MattraReportBuild *self)
{
  return write_paper (self, MATTRA_PAPER_MEMO);
}

static const struct
{
  const char *name;
  Write write;
} placeholders[] = {
  { "หน่วยงาน", write_name },
  { "ผู้บริหาร", write_chief },
  { "ปีงบประมาณ", write_year },
  { "ปีที่วิเคราะห์", write_analysed_year },
  { "รอบ", write_round },
  { "ช่วงเวลา", write_days },
  { "จำนวนมาตรการ", write_count },
  { "ส่วนราชการ", write_division },
  { "กำหนดส่ง", write_answers_due },
  { "คำสั่งแต่งตั้งคณะทำงาน", write_order },
  { "ประกาศมาตรการ", write_announcement },
  { "บันทึกข้อความ", write_memo },
};

/**
 * mattra_report_list_placeholders:
 *
 * Lists what a text of a report can name in braces.
 *
 * Returns: (transfer container) (array zero-terminated=1): the names, without braces
 */
const char **
mattra_report_list_placeholders (void)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (placeholders) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    names[i] = placeholders[i].name;
  return names;
}

/* The writer of the placeholder at @text, which begins with a brace; %NULL where it is none. */
static Write
find_placeholder (const char  *text,
                  const char **end)
{
  const char *brace = strchr (text, '}');

  for (guint i = 0; brace && i < G_N_ELEMENTS (placeholders); i++)
    if (strlen (placeholders[i].name) == (gsize) (brace - text - 1)
        && strncmp (text + 1, placeholders[i].name, (gsize) (brace - text - 1)) == 0)
      {
        *end = brace + 1;
        return placeholders[i].write;
      }
  return NULL;
}

/* What a stretch of text says once its placeholders are written. */
typedef struct
{
  guint n_placeholders;
  guint n_unknown;
} Found;

static void
expand_stretch (MattraReportBuild *self,
                const char        *text,
                const char        *end,
                GString           *out,
                Found             *found)
{
  while (text < end)
    {
      const char *next = text + 1;
      Write write = *text == '{' ? find_placeholder (text, &next) : NULL;
      g_autofree char *value = write ? write (self) : NULL;

      if (write)
        {
          found->n_placeholders++;
          found->n_unknown += value == NULL;
          g_string_append (out, value ? value : "");
        }
      else
        g_string_append_c (out, *text);
      text = next;
    }
}

static void
expand_bracket (MattraReportBuild *self,
                const char        *open,
                const char        *close,
                GString           *out)
{
  g_autoptr (GString) inner = g_string_new (NULL);
  Found found = { 0 };

  expand_stretch (self, open + 1, close, inner, &found);
  if (found.n_placeholders == 0)
    g_string_append_printf (out, "[%s]", inner->str);
  else if (found.n_unknown == 0)
    g_string_append (out, inner->str);
}

char *
mattra_report_expand (MattraReportBuild *self,
                      const char        *text)
{
  GString *out = g_string_new (NULL);
  Found found = { 0 };

  while (*text != '\0')
    {
      const char *open = strchr (text, '[');
      const char *close = open ? strchr (open, ']') : NULL;

      expand_stretch (self, text, close ? open : text + strlen (text), out, &found);
      if (close == NULL)
        break;
      expand_bracket (self, open, close, out);
      text = close + 1;
    }
  return g_string_free (out, FALSE);
}
