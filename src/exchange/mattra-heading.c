/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-heading.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-digits.h"
#include "mattra-heading-private.h"
#include "mattra-text.h"

/* A line of more letters is a paragraph, not part of a heading. */
#define MAX_HEADING_LETTERS 140

typedef MattraHeadingLine Line;
typedef MattraHeading Heading;

static const char *const paragraph_openers[] = { "ตามที่", "ด้วย", "เพื่อให้", "บัดนี้", "ดังนั้น", "จึง", "ในการนี้", "อาศัยอำนาจ" };

/* The longer first: one name may begin another. The last two are whole names. */
static const char *const organisation_openers[] = {
  "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "อบต.", "อบจ.", "ทต.", "ทม.", "ทน.",
  "เมืองพัทยา", "กรุงเทพมหานคร",
};

/* Other offices that report alike (domain.md 1.2). Such words stand in running text too: only at the start of a line or
 * after "ของ" they are the office. */
static const char *const other_openers[] = {
  "โรงเรียน", "โรงพยาบาล", "รพ.สต.", "รพ.", "วิทยาลัย", "มหาวิทยาลัย", "สำนักงานเขตพื้นที่การศึกษา", "สำนักงานสาธารณสุข",
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->western);
  g_free (line);
}

static gboolean
begins_with_any (const char        *text,
                 const char *const *words,
                 guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;

  return FALSE;
}

/* Takes off what Markdown puts round a line and its words: "## ", "**", a backslash for a line break. */
static char *
without_markdown (const char *text)
{
  g_autoptr (GString) line = g_string_new (text + strspn (text, "#>*_ "));

  g_string_replace (line, "**", "", 0);
  g_string_replace (line, "__", "", 0);
  while (line->len > 0 && strchr ("*_\\ ", line->str[line->len - 1]) != NULL)
    g_string_truncate (line, line->len - 1);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_line (Heading           *self,
          const MattraTable *table,
          guint              row)
{
  const MattraRow *found = mattra_table_get_row (table, row);
  g_autoptr (GString) joined = g_string_new (NULL);
  Line *line;

  for (guint i = 0; i < found->n_cells; i++)
    {
      const char *text = mattra_table_get_cell (table, row, i)->text;

      if (*text != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", text);
    }

  line = g_new0 (Line, 1);
  line->text = without_markdown (joined->str);
  line->western = mattra_digits_to_western (line->text);
  line->line = found->line;
  line->paragraph = g_utf8_strlen (line->text, -1) > MAX_HEADING_LETTERS
                    || begins_with_any (line->text, paragraph_openers, G_N_ELEMENTS (paragraph_openers));
  g_ptr_array_add (self->lines, line);
}

/* The first character of @p that is no white space. */
const char *
mattra_heading_skip_spaces (const char *p)
{
  while (*p != '\0')
    {
      const char *next = p;

      if (!mattra_text_is_space (mattra_text_next (&next)))
        break;
      p = next;
    }

  return p;
}

static gboolean
take_word (const char **p,
           const char  *word)
{
  if (!g_str_has_prefix (*p, word))
    return FALSE;

  *p = mattra_heading_skip_spaces (*p + strlen (word));
  return TRUE;
}

/* A year of four western digits, in B.E.; 0 if there is none at @p. */
static int
parse_year (const char **p)
{
  int year = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return 0;
      year = year * 10 + ((*p)[i] - '0');
    }
  if (g_ascii_isdigit ((*p)[4]))
    return 0;
  if (year >= 1900 && year < MATTRA_FISCAL_YEAR_MIN)
    year += MATTRA_DATE_BE_OFFSET;
  if (!mattra_fiscal_year_is_valid (year))
    return 0;

  *p += 4;
  return year;
}

/* "ปีงบประมาณ พ.ศ. 2566", "ประจำปี 2566": the year after the next such words at or after @p. */
static int
find_year (const char  *p,
           const char **start,
           const char **end)
{
  while ((p = strstr (p, "ปี")) != NULL)
    {
      int year;

      *start = p;
      take_word (&p, "ปี");
      take_word (&p, "งบประมาณ");
      take_word (&p, "งบฯ");
      if (!take_word (&p, "พ.ศ."))
        take_word (&p, "พ.ศ");
      year = parse_year (&p);
      if (year > 0)
        {
          *end = p;
          return year;
        }
    }

  return 0;
}

static gboolean
speaks_of_assessment (const char *start,
                      const char *end)
{
  static const char *const words[] = { "ผลการประเมิน", "ผลคะแนน", "คะแนนการประเมิน", "คะแนน ITA", "ผล ITA" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *found = g_strstr_len (start, end - start, words[i]);

      if (found != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
read_years_of (Heading    *self,
               const Line *line)
{
  const char *p = line->western;
  const char *start, *end;
  int year;

  while ((year = find_year (p, &start, &end)) > 0)
    {
      int *to = speaks_of_assessment (p, start) ? &self->document->analysed_year : &self->document->fiscal_year;

      if (*to == 0)
        *to = year;
      p = end;
    }
}

static gboolean
ends_with_month (const char *start,
                 const char *end)
{
  while (end > start && end[-1] == ' ')
    end--;
  for (int month = 1; month <= 12; month++)
    {
      const char *names[] = { mattra_date_month_name (month), mattra_date_month_short (month) };

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          gsize length = strlen (names[i]);

          if ((gsize) (end - start) >= length && memcmp (end - length, names[i], length) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* A heading that says only "พ.ศ. 2566", and not as part of a date. */
static int
find_bare_year (const Line *line)
{
  const char *p = line->western;

  while ((p = strstr (p, "พ.ศ.")) != NULL)
    {
      const char *start = p;
      int year;

      take_word (&p, "พ.ศ.");
      year = parse_year (&p);
      if (year > 0 && !ends_with_month (line->western, start) && !speaks_of_assessment (line->western, start))
        return year;
    }

  return 0;
}

static void
read_years (Heading *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        const Line *line = g_ptr_array_index (self->lines, i);

        if (line->paragraph == (pass == 1))
          read_years_of (self, line);
      }

  for (guint i = 0; i < self->lines->len && self->document->fiscal_year == 0; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      if (!line->paragraph)
        self->document->fiscal_year = find_bare_year (line);
    }
}

/* A table before that of the measures, of scores perhaps, is no heading; its rows are kept. */
static void
keep_row (MattraImport      *import,
          const MattraTable *table,
          guint              row,
          const Line        *line)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  guint n_filled = 0;

  for (guint i = 0; i < n_cells; i++)
    n_filled += *mattra_table_get_cell (table, row, i)->text != '\0';
  if (n_filled < 2)
    return;

  g_ptr_array_add (import->notes, g_strdup (line->text));
  mattra_import_add_repair (import, MATTRA_REPAIR_TEXT_BESIDE, mattra_table_get_cell (table, row, 0),
                            _("A row of another table was kept beside the measures"))
      ->before = g_strdup (line->text);
}

/* Bytes of the name at @name: up to white space or one of the words that are written on to a name. */
static gsize
name_length (const char *name)
{
  static const char *const next_words[] = { "อำเภอ", "จังหวัด", "ได้", "ประจำปี", "ปีงบประมาณ" };
  gsize length = strcspn (name, " \t\n,()[]*");
  const char *space = g_strstr_len (name, (gssize) length, "\xC2\xA0");

  if (space != NULL)
    length = (gsize) (space - name);
  for (guint i = 0; i < G_N_ELEMENTS (next_words); i++)
    {
      const char *found = g_strstr_len (name, (gssize) length, next_words[i]);

      if (found != NULL)
        length = (gsize) (found - name);
    }

  return length;
}

/* The name of an office in @text, its beginning at @at if given. */
static char *
find_organisation (const char *text,
                   gboolean    at_start)
{
  for (guint i = 0; i < G_N_ELEMENTS (organisation_openers); i++)
    for (const char *p = text; (p = strstr (p, organisation_openers[i])) != NULL; p++)
      {
        const char *name = mattra_heading_skip_spaces (p + strlen (organisation_openers[i]));
        gsize length = name_length (name);
        gboolean is_whole = i >= G_N_ELEMENTS (organisation_openers) - 2;

        if (at_start && p != text)
          break;
        if (is_whole)
          return g_strdup (organisation_openers[i]);
        if (length > 0)
          return g_strndup (p, (gsize) (name - p) + length);
      }

  return NULL;
}

static gboolean
ends_with (const char *start,
           const char *end,
           const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - start) >= length && memcmp (end - length, word, length) == 0;
}

/* "ส่วนจังหวัด" and "ว่าราชการจังหวัด" name no place; short openers may end other words. */
static gboolean
opens_place (const char *text,
             const char *at,
             const char *opener)
{
  if (at == text || mattra_text_is_space (g_utf8_get_char (g_utf8_prev_char (at))))
    return TRUE;

  return strlen (opener) > strlen ("เขต") && !ends_with (text, at, "ส่วน") && !ends_with (text, at, "การ");
}

static char *
find_place (const char        *text,
            const char *const *openers,
            guint              n_openers)
{
  for (guint i = 0; i < n_openers; i++)
    for (const char *p = text; (p = strstr (p, openers[i])) != NULL; p++)
      {
        const char *name = mattra_heading_skip_spaces (p + strlen (openers[i]));
        gsize length = name_length (name);

        if (length > 0 && mattra_digit_value (g_utf8_get_char (name)) < 0 && opens_place (text, p, openers[i]))
          return g_strndup (name, length);
      }

  return NULL;
}

static void
read_places (Heading    *self,
             const Line *line)
{
  static const char *const districts[] = { "อำเภอ", "เขต", "อ." };
  static const char *const provinces[] = { "จังหวัด", "จ." };
  MattraImportDocument *document = self->document;

  if (document->district == NULL)
    document->district = find_place (line->text, districts, line->paragraph ? 1 : G_N_ELEMENTS (districts));
  if (document->province == NULL)
    document->province = find_place (line->text, provinces, line->paragraph ? 1 : G_N_ELEMENTS (provinces));
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "www.") || g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

static char *
find_other_office (const char *text)
{
  const char *of = strstr (text, "ของ");
  const char *starts[] = { text, of != NULL ? of + strlen ("ของ") : "" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (other_openers); j++)
      if (g_str_has_prefix (starts[i], other_openers[j]))
        {
          const char *name = mattra_heading_skip_spaces (starts[i] + strlen (other_openers[j]));
          gsize length = name_length (name);

          if (length > 0)
            return g_strndup (starts[i], (gsize) (name - starts[i]) + length);
        }

  return NULL;
}

/* A name that is broken over lines: the lines are read together, but the name must begin in the first. */
static char *
find_broken_organisation (Heading *self,
                          guint    position)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  gsize first_length = 0;

  for (guint i = position; i < MIN (position + 3, self->lines->len); i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      g_autofree char *found = NULL;

      if (line->paragraph || is_address (line->text))
        return NULL;
      g_string_append (joined, line->text);
      if (i == position)
        {
          first_length = joined->len;
          continue;
        }
      found = find_organisation (joined->str, FALSE);
      if (found != NULL && (gsize) (strstr (joined->str, found) - joined->str) < first_length)
        return g_steal_pointer (&found);
    }

  return NULL;
}

static char *
find_in_pass (Heading *self,
              guint    pass,
              guint    position)
{
  const Line *line = g_ptr_array_index (self->lines, position);

  if (pass == 2)
    return find_other_office (line->text);
  if (pass == 3)
    return find_broken_organisation (self, position);

  return find_organisation (line->text, pass == 0);
}

/* A line of its own first, then any line of the heading, other offices, lines together, then the preface. */
static void
read_organisation (Heading *self)
{
  const guint last_pass = 4;

  for (guint pass = 0; pass <= last_pass; pass++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        const Line *line = g_ptr_array_index (self->lines, i);

        if (line->paragraph != (pass == last_pass))
          continue;
        if (self->document->organisation == NULL)
          self->document->organisation = find_in_pass (self, pass, i);
        read_places (self, line);
      }
}

/* An address as it prints: the words of a Markdown link if they are one, else where the link leads. */
static char *
find_website (const char *text)
{
  const char *link = strstr (text, "](");
  const char *open = link != NULL ? g_strrstr_len (text, link - text, "[") : NULL;

  if (open != NULL)
    {
      g_autofree char *words = g_strndup (open + 1, (gsize) (link - open - 1));

      if (is_address (words) || (strchr (words, '.') != NULL && strchr (words, ' ') == NULL))
        return g_steal_pointer (&words);
      if (is_address (link + 2))
        return g_strndup (link + 2, strcspn (link + 2, ") "));
    }

  for (const char *p = text; *p != '\0'; p++)
    if ((p == text || !g_ascii_isalnum (p[-1])) && is_address (p))
      {
        gsize length = 0;

        while (g_ascii_isgraph (p[length]) && strchr ("()<>[]\"", p[length]) == NULL)
          length++;
        while (length > 0 && strchr (".,;", p[length - 1]) != NULL)
          length--;
        return g_strndup (p, length);
      }

  return NULL;
}

static void
read_website (Heading *self)
{
  for (guint i = 0; i < self->lines->len && self->document->website == NULL; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      self->document->website = find_website (line->text);
    }
}

/* Where the title ends in @text: before the year, the round or the name of the office. */
static gsize
title_length (const char *text)
{
  static const char *const ends[] = { "ประจำปี", "ปีงบประมาณ", "ครั้งที่", "ไตรมาส", "พ.ศ.", "(รอบ", "รอบ ", "(ระหว่าง", "(ตั้งแต่", "(เดือน", "(ตุลาคม", "(ต.ค.",
                                      "(1", "(6", "(๑", "(๖", "ขององค์การบริหาร", "ของเทศบาล", "ของอบต.", "ของ อบต.", "ของโรงเรียน",
                                      "ของโรงพยาบาล" };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *found = strstr (text, ends[i]);

      if (found != NULL)
        length = MIN (length, (gsize) (found - text));
    }
  while (length > 0 && text[length - 1] == ' ')
    length--;

  return length;
}

/* Thai runs on without spaces where a line of a title was broken; other words keep one. */
static void
append_title (GString    *title,
              const char *text,
              gsize       length)
{
  if (length == 0)
    return;

  if (title->len > 0 && ((guchar) title->str[title->len - 1] < 0x80 || (guchar) *text < 0x80))
    g_string_append_c (title, ' ');
  g_string_append_len (title, text, (gssize) length);
}

static gboolean
is_beside_title (const Line *line)
{
  return *line->text == '(' || *line->text == '[' || *line->text == '!' || is_address (line->text)
         || begins_with_any (line->text, organisation_openers, G_N_ELEMENTS (organisation_openers))
         || begins_with_any (line->text, other_openers, G_N_ELEMENTS (other_openers))
         || g_str_has_prefix (line->text, "องค์การบริหาร") || g_str_has_prefix (line->text, "เทศบาล")
         || g_str_has_prefix (line->text, "อำเภอ") || g_str_has_prefix (line->text, "จังหวัด")
         || mattra_text_is_dash (g_utf8_get_char (line->text));
}

/* "ประกาศองค์การ… เรื่อง มาตรการ…": the title is what follows เรื่อง. */
static const char *
title_start (const char *text)
{
  const char *subject = strstr (text, "เรื่อง");

  if (subject != NULL && (subject == text || g_str_has_prefix (text, "ประกาศ") || g_str_has_prefix (text, "คำสั่ง")))
    return mattra_heading_skip_spaces (subject + strlen ("เรื่อง"));

  return text;
}

static void
read_title (Heading *self)
{
  g_autoptr (GString) title = g_string_new (NULL);
  int last_line = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      const char *text = title_start (line->text);
      gsize length;

      if (title->len == 0 && (is_beside_title (line) || *text == '\0'))
        continue;
      if (title->len > 0 && (is_beside_title (line) || line->paragraph || line->line > last_line + 1))
        break;
      if (line->paragraph && i > 0)
        break;
      if (title->len == 0 && text == line->text && g_str_has_prefix (text, "ประกาศ"))
        continue;

      length = title_length (text);
      append_title (title, text, length);
      last_line = line->line;
      if (text[length] != '\0' && title->len > 0)
        break;
    }

  if (title->len > 0)
    self->document->title = g_strdup (title->str);
}

static gboolean
reports_results (Heading *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      if (!line->paragraph && (strstr (line->text, "รายงาน") != NULL || strstr (line->text, "ผลการดำเนิน") != NULL))
        return TRUE;
    }

  return FALSE;
}

/**
 * mattra_heading_read:
 * @table: a text cut into rows
 * @n_rows: rows before the table of measures
 * @fiscal_year: fiscal year of the document where the user named one, else 0
 * @import: where the facts go
 *
 * Reads what stands before the table: title, office, place, web site, years, round and preface.
 */
void
mattra_heading_read (const MattraTable *table,
                     guint              n_rows,
                     int                fiscal_year,
                     MattraImport      *import)
{
  Heading self = { &import->document, NULL };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);

  g_return_if_fail (table != NULL);
  g_return_if_fail (MATTRA_IS_IMPORT (import));

  self.lines = lines;
  for (guint i = 0; i < n_rows; i++)
    {
      add_line (&self, table, i);
      keep_row (import, table, i, g_ptr_array_index (lines, i));
    }

  self.document->is_report = reports_results (&self);
  read_years (&self);
  if (fiscal_year != 0)
    self.document->fiscal_year = fiscal_year;
  read_organisation (&self);
  read_website (&self);
  read_title (&self);
  mattra_heading_read_round (&self);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);

      if (line->paragraph)
        g_ptr_array_add (import->preface, g_strdup (line->text));
    }
}
