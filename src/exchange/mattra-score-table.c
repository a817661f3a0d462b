/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-score-table.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-digits.h"
#include "mattra-error.h"
#include "mattra-fiscal.h"
#include "mattra-indicator.h"
#include "mattra-table.h"
#include "mattra-text-reader.h"
#include "mattra-text.h"

#define MOST_POINTS 100.0
/* Years that a header may name in the Common Era. */
#define FIRST_YEAR_CE 2000
#define LAST_YEAR_CE 2099

/* What a column holds. */
typedef enum
{
  ROLE_UNKNOWN,
  ROLE_NUMBER,
  ROLE_NAME,
  ROLE_SCORE,
  ROLE_YEAR,
  ROLE_YEAR_SCORE, /* the scores of one year, which the head names */
} Role;

typedef struct
{
  Role role;
  int year;
} Column;

typedef struct
{
  const MattraTable *table;
  const char *name;
  int year; /* of a column of scores whose year nobody names */
  gboolean has_header;
  GArray *columns; /* of Column */
  GArray *entries; /* of MattraScoreEntry */
} Reader;

/* Words of heads, folded. */
static const struct
{
  const char *word;
  Role role;
} heads[] = {
  { "ที่", ROLE_NUMBER }, { "ลำดับ", ROLE_NUMBER }, { "ลำดับที่", ROLE_NUMBER }, { "ข้อ", ROLE_NUMBER },
  { "ตัวชี้วัดที่", ROLE_NUMBER }, { "no", ROLE_NUMBER }, { "no.", ROLE_NUMBER }, { "#", ROLE_NUMBER },
  { "number", ROLE_NUMBER }, { "ตัวชี้วัด", ROLE_NAME }, { "ชื่อตัวชี้วัด", ROLE_NAME }, { "ตัวชี้วัดita", ROLE_NAME },
  { "รายการ", ROLE_NAME }, { "ประเด็น", ROLE_NAME }, { "indicator", ROLE_NAME }, { "indicators", ROLE_NAME },
  { "name", ROLE_NAME }, { "itaindicator", ROLE_NAME }, { "คะแนน", ROLE_SCORE }, { "คะแนนที่ได้", ROLE_SCORE },
  { "ผลคะแนน", ROLE_SCORE }, { "คะแนนเฉลี่ย", ROLE_SCORE }, { "ร้อยละ", ROLE_SCORE }, { "ผลการประเมิน", ROLE_SCORE },
  { "คะแนนita", ROLE_SCORE }, { "score", ROLE_SCORE }, { "scores", ROLE_SCORE }, { "points", ROLE_SCORE },
  { "result", ROLE_SCORE }, { "ปี", ROLE_YEAR }, { "ปีงบประมาณ", ROLE_YEAR }, { "ปีพ.ศ.", ROLE_YEAR },
  { "พ.ศ.", ROLE_YEAR }, { "year", ROLE_YEAR }, { "fiscalyear", ROLE_YEAR }, { "fy", ROLE_YEAR },
};

/* Rows that sum up others, folded: how they begin. */
static const char *const sums[] = {
  "รวม", "เฉลี่ย", "ค่าเฉลี่ย", "คะแนนรวม", "คะแนนเฉลี่ย", "ผลคะแนน", "ผลรวม", "average", "mean", "total", "overall", "sum",
};

/* Heads of groups of indicators. */
static const char *const groups[] = { "iit", "eit", "oit", "แบบ", "เครื่องมือ", "instrument" };

/* What stands for no score, folded. */
static const char *const nothing[] = { "", "-", "–", "—", "n/a", "na", "ไม่มี", "ไม่มีข้อมูล", "none" };

static gboolean
is_one_of (const char        *text,
           const char *const *words,
           guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
begins_with (const char        *text,
             const char *const *words,
             guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

/* A year of the Buddhist era, or one of the Common Era as it: 0 where @number is none. */
static int
year_of (int number)
{
  if (number >= FIRST_YEAR_CE && number <= LAST_YEAR_CE)
    return number + MATTRA_DATE_BE_OFFSET;
  return mattra_fiscal_year_is_valid (number) ? number : 0;
}

/* Before two digits that are a year. */
#define YEAR_WORD "ปี"
#define FIRST_SHORT_YEAR 40

static int
year_of_digits (const char *text,
                const char *start,
                const char *end,
                int         number)
{
  glong n_digits = g_utf8_strlen (start, end - start);

  if (n_digits == 4)
    return year_of (number);
  return n_digits == 2 && number >= FIRST_SHORT_YEAR && strstr (text, YEAR_WORD) != NULL ? 2500 + number : 0;
}

/* The year that a text names by four digits, or as ปี ๖๖; 0 where there is none, or several. */
static int
find_year (const char *text)
{
  int found = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;
      int number = 0;

      if (mattra_digit_value (g_utf8_get_char (p)) < 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (!mattra_digits_parse (&p, &number))
        p = g_utf8_next_char (start);
      else if (year_of_digits (text, start, p, number) != 0)
        {
          if (found != 0)
            return 0;
          found = year_of_digits (text, start, p, number);
        }
    }
  return found;
}

/* Whether a text is nothing but a year. */
static int
whole_year (const char *text)
{
  const char *p = text;
  int number = 0;

  return mattra_digits_parse (&p, &number) && *p == '\0' && number >= 1000 ? year_of (number) : 0;
}

/* Takes off what people write round points: %, ร้อยละ, คะแนน. */
static char *
bare_number (const char *text)
{
  static const char *const around[] = { "ร้อยละ", "คะแนน", "points", "percent", "%", "'" };
  g_autofree char *folded = mattra_text_fold_compare (text);
  g_autofree char *western = mattra_digits_to_western (folded);
  GString *bare = g_string_new (western);

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    g_string_replace (bare, around[i], "", 0);
  return g_string_free (bare, FALSE);
}

/* A comma before one or two digits at the end is what others write for a point. */
static gboolean
read_points (const char *text,
             double     *points)
{
  g_autofree char *bare = bare_number (text);
  char *comma = strchr (bare, ',');
  char *end = NULL;

  if (comma && strchr (bare, '.') == NULL && strlen (comma) >= 2 && strlen (comma) <= 3)
    *comma = '.';
  if (*bare == '\0' || strspn (bare, "0123456789.+-") != strlen (bare))
    return FALSE;
  *points = g_ascii_strtod (bare, &end);
  return *end == '\0' && isfinite (*points);
}

static gboolean
is_nothing (const char *text)
{
  g_autofree char *folded = mattra_text_fold_compare (text);

  return is_one_of (folded, nothing, G_N_ELEMENTS (nothing));
}

/* How heads of scores begin, and what heads of other points hold: full marks and weights. */
static const char *const score_heads[] = { "คะแนน", "ผลคะแนน", "score", "ร้อยละ" };
static const char *const other_points[] = { "เต็ม", "น้ำหนัก", "max", "weight" };

static gboolean
is_head_of_scores (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_points); i++)
    {
      g_autofree char *word = mattra_text_fold_compare (other_points[i]);

      if (strstr (folded, word) != NULL)
        return FALSE;
    }
  return begins_with (folded, score_heads, G_N_ELEMENTS (score_heads));
}

static Column
understand (const char *text)
{
  g_autofree char *folded = mattra_text_fold_compare (text);
  Column column = { ROLE_UNKNOWN, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_equal (heads[i].word, folded))
      column.role = heads[i].role;
  if (column.role == ROLE_UNKNOWN && find_year (text) != 0)
    {
      column.role = ROLE_YEAR_SCORE;
      column.year = find_year (text);
    }
  if (column.role == ROLE_UNKNOWN && is_head_of_scores (folded))
    column.role = ROLE_SCORE;
  return column;
}

/* A head names what the scores are, and has no points itself. */
static gboolean
read_header (Reader *self,
             guint   row)
{
  const MattraRow *cells = mattra_table_get_row (self->table, row);
  gboolean has_scores = FALSE;

  g_array_set_size (self->columns, 0);
  if (cells->n_cells < 2)
    return FALSE;
  for (guint i = 0; i < cells->n_cells; i++)
    {
      const char *text = mattra_table_get_cell (self->table, row, i)->text;
      Column column = understand (text);
      double points = 0;

      if (column.role == ROLE_UNKNOWN && read_points (text, &points))
        return FALSE;
      has_scores = has_scores || column.role == ROLE_SCORE || column.role == ROLE_YEAR_SCORE;
      g_array_append_val (self->columns, column);
    }
  return has_scores;
}

static gboolean
fail (Reader            *self,
      const MattraCell  *cell,
      const char        *what,
      GError           **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s, line %d, column %d: %s"), self->name, cell->line,
               cell->column, what);
  return FALSE;
}

static gboolean
add_entry (Reader            *self,
           const MattraCell  *cell,
           int                indicator,
           int                year,
           GError           **error)
{
  MattraScoreEntry entry = { year, indicator, 0, cell->line, cell->column };
  g_autofree char *what = NULL;

  if (is_nothing (cell->text))
    return TRUE;
  if (!read_points (cell->text, &entry.score) || entry.score < 0 || entry.score > MOST_POINTS)
    {
      what = g_strdup_printf (_("“%s” is no score; write points from 0 to 100"), cell->text);
      return fail (self, cell, what, error);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MattraScoreEntry *other = &g_array_index (self->entries, MattraScoreEntry, i);

      if (other->indicator != indicator || other->fiscal_year != year)
        continue;
      what = g_strdup_printf (_("indicator %d of fiscal year %d is there twice, first in line %d"), indicator, year,
                              other->line);
      return fail (self, cell, what, error);
    }
  g_array_append_val (self->entries, entry);
  return TRUE;
}

/* An indicator as people cite it, also in English and as I3. */
static int
indicator_of (const char *text)
{
  g_autofree char *folded = mattra_text_fold_compare (text);
  static const char *const words[] = { "indicator", "no.", "i" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]) && g_ascii_isdigit (folded[strlen (words[i])]))
      return mattra_indicator_from_text (folded + strlen (words[i]));
  return mattra_indicator_from_text (text);
}

/* Rows without an indicator that belong to tables of this kind. */
static gboolean
is_passed_over (const char *text)
{
  g_autofree char *folded = mattra_text_fold_compare (text);

  return begins_with (folded, sums, G_N_ELEMENTS (sums))
         || begins_with (folded, groups, G_N_ELEMENTS (groups));
}

static Column
column_of (Reader *self,
           guint   place,
           guint   n_cells,
           const char *text)
{
  Column column = { ROLE_UNKNOWN, 0 };

  if (self->has_header)
    return place < self->columns->len ? g_array_index (self->columns, Column, place) : column;
  if (place + 1 == n_cells)
    column.role = ROLE_SCORE;
  else
    column.role = whole_year (text) != 0 ? ROLE_YEAR : ROLE_NAME;
  return column;
}

/* Finds whom a row speaks of; the name before the number, since numbers change with the years. */
static int
find_indicator (Reader            *self,
                guint              row,
                const MattraCell **place)
{
  const MattraRow *cells = mattra_table_get_row (self->table, row);
  int number = 0;

  *place = NULL;
  for (guint i = 0; i < cells->n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (self->table, row, i);
      Role role = column_of (self, i, cells->n_cells, cell->text).role;
      int found = role == ROLE_NAME || role == ROLE_NUMBER ? indicator_of (cell->text) : 0;

      if (role != ROLE_NAME && role != ROLE_NUMBER)
        continue;
      if ((*place == NULL || *(*place)->text == '\0' || role == ROLE_NAME) && *cell->text != '\0' && number == 0)
        *place = cell;
      if (found > 0 && (number == 0 || role == ROLE_NAME))
        number = found;
    }
  return number;
}

static gboolean
has_scores (Reader *self,
            guint   row)
{
  const MattraRow *cells = mattra_table_get_row (self->table, row);

  for (guint i = 0; i < cells->n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (self->table, row, i);
      Role role = column_of (self, i, cells->n_cells, cell->text).role;

      if ((role == ROLE_SCORE || role == ROLE_YEAR_SCORE) && !is_nothing (cell->text))
        return TRUE;
    }
  return FALSE;
}

/* The year that the row itself names. */
static gboolean
find_row_year (Reader  *self,
               guint    row,
               int     *year,
               GError **error)
{
  const MattraRow *cells = mattra_table_get_row (self->table, row);

  *year = self->year;
  for (guint i = 0; i < cells->n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (self->table, row, i);
      g_autofree char *what = NULL;

      if (column_of (self, i, cells->n_cells, cell->text).role != ROLE_YEAR)
        continue;
      *year = find_year (cell->text);
      if (*year != 0)
        continue;
      what = g_strdup_printf (_("“%s” is no year; write it like 2566"), cell->text);
      return fail (self, cell, what, error);
    }
  return TRUE;
}

static gboolean
read_row (Reader  *self,
          guint    row,
          GError **error)
{
  const MattraRow *cells = mattra_table_get_row (self->table, row);
  const MattraCell *place = NULL;
  int indicator = find_indicator (self, row, &place);
  int year = 0;

  if (cells->n_cells < 2 || !has_scores (self, row))
    return TRUE;
  if (indicator == 0)
    {
      const MattraCell *cell = place ? place : mattra_table_get_cell (self->table, row, 0);
      g_autofree char *what = NULL;

      if (is_passed_over (cell->text))
        return TRUE;
      what = g_strdup_printf (_("“%s” is no indicator; write its number, 1 to 10, or its name"), cell->text);
      return fail (self, cell, what, error);
    }
  if (!find_row_year (self, row, &year, error))
    return FALSE;
  for (guint i = 0; i < cells->n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (self->table, row, i);
      Column column = column_of (self, i, cells->n_cells, cell->text);

      if (column.role == ROLE_SCORE && !add_entry (self, cell, indicator, year, error))
        return FALSE;
      if (column.role == ROLE_YEAR_SCORE && !add_entry (self, cell, indicator, column.year, error))
        return FALSE;
    }
  return TRUE;
}

/* Looks for the head; a year in the lines above it is that of the scores. */
static guint
find_header (Reader *self)
{
  guint n_rows = mattra_table_get_n_rows (self->table);
  int year = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const MattraRow *cells = mattra_table_get_row (self->table, row);

      self->has_header = read_header (self, row);
      if (self->has_header)
        {
          self->year = year != 0 ? year : self->year;
          return row + 1;
        }
      if (cells->n_cells == 1 && find_year (mattra_table_get_cell (self->table, row, 0)->text) != 0)
        year = find_year (mattra_table_get_cell (self->table, row, 0)->text);
    }
  self->year = year != 0 ? year : self->year;
  return 0;
}

static gboolean
read_rows (Reader  *self,
           GError **error)
{
  for (guint row = find_header (self); row < mattra_table_get_n_rows (self->table); row++)
    if (!read_row (self, row, error))
      return FALSE;
  if (self->entries->len > 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s: no score was found; give a table with the indicators in rows, divided by tabs or commas, and "
                 "points from 0 to 100"),
               self->name);
  return FALSE;
}

/**
 * mattra_score_table_read:
 * @bytes: a table as TSV or CSV
 * @name: name of the document, for messages
 * @fiscal_year: year of scores that neither a head nor a row nor a line above the table says the year of, B.E.
 * @error: why not: %MATTRA_ERROR_INVALID, which names line and column
 *
 * Reads scores of the assessment as people paste them from a sheet: an indicator a row, by number or name; one column of
 * scores, with a column of years or none, or a column for each year; with a head in Thai or English or none, in Thai or
 * western digits, of either era. Rows that sum up others and cells without a score are passed over.
 *
 * Returns: (transfer full) (element-type MattraScoreEntry) (nullable): the scores, each indicator of each year once
 */
GArray *
mattra_score_table_read (GBytes      *bytes,
                         const char  *name,
                         int          fiscal_year,
                         GError     **error)
{
  g_autoptr (MattraTable) table = NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (MattraScoreEntry));
  Reader reader = { NULL, name, fiscal_year, FALSE, columns, entries };
  MattraTableFormat format;
  gsize length = 0;
  char *text;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (mattra_fiscal_year_is_valid (fiscal_year), NULL);

  text = mattra_text_reader_decode (bytes, name, NULL, &length, error);
  if (text == NULL)
    return NULL;
  /* It can be nothing but a table, however short: where no tab divides it, another mark does. */
  format = strchr (text, '\t') != NULL ? MATTRA_TABLE_AUTO : MATTRA_TABLE_CSV;
  table = mattra_table_new (text, length, name, format, error);
  reader.table = table;
  if (table == NULL || !read_rows (&reader, error))
    return NULL;
  return g_steal_pointer (&entries);
}
