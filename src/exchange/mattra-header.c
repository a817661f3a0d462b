/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-header.h"

#include <string.h>

#include "mattra-period.h"
#include "mattra-text.h"

/* The longest head met has 57 letters; nothing twice as long is one. */
#define MAX_HEAD_BYTES 360

/* Heads below a group are a few words. */
#define MAX_PART_BYTES 120

/* A fiscal year that gives months and quarters in heads their dates. */
#define ANY_FISCAL_YEAR 2566

/* The heads of one column while the header is read. */
typedef struct
{
  const char *first;
  const char *second;
  const char *group; /* the head of the group, for the columns of one */
  gboolean known;
  MattraFieldName name;
} Head;

typedef struct
{
  const MattraTable *table;
  guint row;
  gboolean is_report;
  gboolean two_rows;
  GArray *heads; /* Head */
} Finder;

static void
column_free (gpointer data)
{
  MattraColumn *column = data;

  g_free (column->label);
  g_free (column->first);
  g_free (column->second);
  g_free (column);
}

/**
 * mattra_header_free:
 * @self: (transfer full) (nullable): a header
 */
void
mattra_header_free (MattraHeader *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_free (self);
}

static gboolean
is_short_row (const MattraTable *table,
              guint              row)
{
  const MattraRow *found = mattra_table_get_row (table, row);

  for (guint i = 0; i < found->n_cells; i++)
    if (strlen (mattra_table_get_cell (table, row, i)->text) > MAX_HEAD_BYTES)
      return FALSE;

  return TRUE;
}

static guint
count_filled (const MattraTable *table,
              guint              row)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  guint n = 0;

  for (guint i = 0; i < n_cells; i++)
    n += *mattra_table_get_cell (table, row, i)->text != '\0';

  return n;
}

static const char *
head_text (const Finder *self,
           guint         row,
           guint         column)
{
  return mattra_table_get_cell (self->table, row, column)->text;
}

static gboolean
is_tick_head (const char *text)
{
  MattraPeriod period;

  return *text != '\0' && strlen (text) < 80 && mattra_period_parse (text, ANY_FISCAL_YEAR, &period)
         && (period.kind == MATTRA_PERIOD_MONTH || period.kind == MATTRA_PERIOD_QUARTER);
}

static gboolean
is_known_whole (const char *text,
                gboolean    is_report)
{
  MattraFieldName name;

  return mattra_field_from_head (text, is_report, &name) && name.exact;
}

static gboolean
fold_equal (const char *a,
            const char *b)
{
  g_autofree char *folded_a = mattra_text_fold_compare (a);
  g_autofree char *folded_b = mattra_text_fold_compare (b);

  return strcmp (folded_a, folded_b) == 0;
}

static char *
joined (const char *first,
        const char *second)
{
  return g_strconcat (first, second, NULL);
}

/* Whether a cell of the row below the first can be part of the header. */
static gboolean
is_second_head (const Finder *self,
                const char   *above,
                const char   *text)
{
  g_autofree char *both = joined (above, text);

  return is_known_whole (text, self->is_report) || is_tick_head (text) || fold_equal (above, text)
         || (*above != '\0' && is_known_whole (both, self->is_report));
}

/* Whatever short text stands below a group names a part of it, where the row itself can be no measure. */
static gboolean
is_part_of_group (const Finder *self,
                  guint         column)
{
  const char *text = head_text (self, self->row + 1, column);
  gboolean opens = *head_text (self, self->row, column + 1) == '\0' && *head_text (self, self->row + 1, column + 1) != '\0';

  return column >= 2 && strlen (text) <= MAX_PART_BYTES && (opens || *head_text (self, self->row, column) == '\0')
         && *head_text (self, self->row + 1, 0) == '\0' && *head_text (self, self->row + 1, 1) == '\0';
}

/* Heads of a group are often one cell in the first row and several in the second: then the cells after
 * the group stand further right below. Returns how far, and from which column on. */
static guint
find_shift (const Finder *self,
            guint        *from)
{
  guint n_first = mattra_table_get_row (self->table, self->row)->n_cells;
  guint n_second = mattra_table_get_row (self->table, self->row + 1)->n_cells;
  guint n_run = 0;

  *from = 0;
  while (*from < n_second && *head_text (self, self->row + 1, *from) == '\0')
    (*from)++;
  while (*from + n_run < n_second && *head_text (self, self->row + 1, *from + n_run) != '\0')
    n_run++;

  if (n_run < 2 || n_second != n_first + n_run - 1)
    return 0;
  for (guint i = *from + n_run; i < n_second; i++)
    if (*head_text (self, self->row + 1, i) != '\0')
      return 0;

  return n_run - 1;
}

static gboolean
has_second_row (const Finder *self)
{
  const MattraRow *row;
  guint n = 0;

  if (self->row + 1 >= mattra_table_get_n_rows (self->table) || !is_short_row (self->table, self->row + 1))
    return FALSE;

  row = mattra_table_get_row (self->table, self->row + 1);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const char *text = head_text (self, self->row + 1, i);

      if (*text == '\0')
        continue;
      if (!is_second_head (self, head_text (self, self->row, i), text) && !is_part_of_group (self, i))
        return FALSE;
      n++;
    }

  return n > 0 && row->n_cells > 1;
}

static void
add_head (Finder     *self,
          const char *first,
          const char *second)
{
  Head head = { first, second, NULL, FALSE, { 0 } };

  g_array_append_val (self->heads, head);
}

static void
collect_heads (Finder *self)
{
  guint n = mattra_table_get_row (self->table, self->row)->n_cells;
  guint from = 0, shift = 0;

  if (self->two_rows)
    {
      shift = find_shift (self, &from);
      n = MAX (n + shift, mattra_table_get_row (self->table, self->row + 1)->n_cells);
    }

  for (guint i = 0; i < n; i++)
    {
      const char *second = self->two_rows ? head_text (self, self->row + 1, i) : "";
      const char *first = "";

      if (shift == 0 || i <= from)
        first = head_text (self, self->row, i);
      else if (i > from + shift)
        first = head_text (self, self->row, i - shift);
      add_head (self, first, second);
    }
}

/* Gives each column below a group the group's head. */
static void
find_groups (Finder *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);
      gboolean opens = i + 1 < self->heads->len && *head->second != '\0' && *head->first != '\0'
                       && *head[1].first == '\0' && *head[1].second != '\0';

      if (*head->second == '\0')
        continue;
      if (opens)
        head->group = head->first;
      else if (*head->first == '\0' && i > 0)
        head->group = head[-1].group != NULL ? head[-1].group : head[-1].first;
      else if (mattra_field_status_of_word (head->second) != MATTRA_STATUS_NONE || is_tick_head (head->second))
        head->group = head->first;
    }
}

static gboolean
is_same_group (const Head *a,
               const Head *b)
{
  return a->group != NULL && b->group != NULL && a->group == b->group;
}

static void
name_grouped (Finder *self,
              guint   column)
{
  Head *head = &g_array_index (self->heads, Head, column);
  MattraFieldName group;

  head->known = TRUE;
  if (mattra_field_from_head (head->second, self->is_report, &head->name) && head->name.exact)
    return;

  head->name = (MattraFieldName) { MATTRA_FIELD_EXTRA, MATTRA_FIELD_EXTRA, TRUE, FALSE, MATTRA_STATUS_NONE };
  if (is_tick_head (head->second))
    head->name.field = MATTRA_FIELD_PERIOD_TICK;
  else if (mattra_field_from_head (head->group, self->is_report, &group)
           && (column == 0 || !is_same_group (head, head - 1) || group.field == MATTRA_FIELD_RESULTS))
    head->name = group;
}

static void
name_heads (Finder *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);
      g_autofree char *both = NULL;

      if (head->group != NULL)
        {
          name_grouped (self, i);
          continue;
        }

      both = fold_equal (head->first, head->second) ? g_strdup (head->first) : joined (head->first, head->second);
      head->known = mattra_field_from_head (both, self->is_report, &head->name);
      if (!head->known && *head->first != '\0')
        head->known = mattra_field_from_head (head->first, self->is_report, &head->name);
    }
}

/* Months or quarters as heads without a group above them: one alone may be anything. */
static void
name_tick_heads (Finder *self)
{
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->heads->len; i++)
      {
        Head *head = &g_array_index (self->heads, Head, i);

        if (head->known || *head->second != '\0' || !is_tick_head (head->first))
          continue;
        if (pass == 0)
          n++;
        else if (n >= 2)
          {
            head->known = TRUE;
            head->name = (MattraFieldName) { MATTRA_FIELD_PERIOD_TICK, MATTRA_FIELD_EXTRA, TRUE, FALSE,
                                             MATTRA_STATUS_NONE };
          }
      }
}

/* Several columns may claim one field: sure heads come first, then the others; who comes late takes the
 * alternative, and at last is kept as a column without a word of Mattra's. */
static void
resolve (Finder *self,
         guint8 *taken)
{
  gboolean *done = g_newa0 (gboolean, self->heads->len);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < self->heads->len; i++)
      {
        Head *head = &g_array_index (self->heads, Head, i);
        MattraField field = pass < 2 ? head->name.field : head->name.alternative;

        if (!head->known || done[i] || (pass == 0 && !head->name.sure))
          continue;
        if (field != MATTRA_FIELD_NONE && (mattra_field_may_repeat (field) || !taken[field]))
          {
            head->name.field = field;
            taken[field] = 1;
            done[i] = TRUE;
          }
        else if (pass == 2)
          head->name.field = MATTRA_FIELD_EXTRA;
      }
}

static gboolean
number_parses (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789.()") == strlen (text);
}

static Head *
find_head (Finder     *self,
           MattraField field)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);

      if (head->known && head->name.field == field)
        return head;
    }

  return NULL;
}

/* A first column that lost its head holds the numbers where there is a title, else the titles. */
static void
name_headless (Finder *self,
               guint8 *taken)
{
  Head *head = &g_array_index (self->heads, Head, 0);
  guint below = self->row + (self->two_rows ? 2 : 1);
  g_autofree char *text = NULL;

  if (head->known || *head->first != '\0' || below >= mattra_table_get_n_rows (self->table))
    return;

  text = mattra_text_fold_compare (mattra_table_get_cell (self->table, below, 0)->text);
  head->known = TRUE;
  if (!taken[MATTRA_FIELD_TITLE] && !number_parses (text))
    head->name.field = MATTRA_FIELD_TITLE;
  else if (!taken[MATTRA_FIELD_NUMBER] && number_parses (text))
    head->name.field = MATTRA_FIELD_NUMBER;
  else
    head->known = FALSE;
  if (head->known)
    taken[head->name.field] = 1;
}

/* Where no head names the measure, one that may be its title does: กิจกรรม/โครงการ. */
static void
find_title (Finder *self,
            guint8 *taken)
{
  for (guint i = 0; i < self->heads->len && !taken[MATTRA_FIELD_TITLE]; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);

      if (head->known && head->name.alternative == MATTRA_FIELD_TITLE)
        {
          taken[head->name.field] = 0;
          head->name.field = MATTRA_FIELD_TITLE;
          taken[MATTRA_FIELD_TITLE] = 1;
        }
    }
}

/* Where a number leads the row, words of the head in its cells are those of a measure. */
static gboolean
is_led_by_number (const Finder *self)
{
  g_autofree char *first = mattra_text_fold_compare (head_text (self, self->row, 0));

  return number_parses (first);
}

static gboolean
is_convincing (Finder *self)
{
  guint n_heads = 0, n_whole = 0, n_begun = 0;

  if (is_led_by_number (self))
    return FALSE;

  for (guint i = 0; i < self->heads->len; i++)
    {
      const Head *head = &g_array_index (self->heads, Head, i);

      n_heads += *head->first != '\0' || *head->second != '\0';
      n_whole += head->known && head->name.exact;
      n_begun += head->known && !head->name.exact;
    }

  /* Three whole heads make a header however many columns of its own an office has. */
  return n_heads >= 2 && (n_whole >= 2 || (n_whole == 1 && n_begun >= 2))
         && (n_whole >= 3 || (n_whole + n_begun) * 2 >= n_heads);
}

/* A head that is known prints without the spaces that a narrow column put into it. */
static char *
make_label (const Head *head)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) label = NULL;

  if (head->group != NULL)
    text = head->name.field == MATTRA_FIELD_EXTRA || head->name.field == MATTRA_FIELD_RESULTS
               ? g_strconcat (head->group, " ", head->second, NULL)
               : g_strdup (head->second);
  else
    text = fold_equal (head->first, head->second) ? g_strdup (head->first) : joined (head->first, head->second);

  if (!head->known || !head->name.exact || head->group != NULL)
    return mattra_text_squeeze (text);

  label = g_string_new (NULL);
  for (const char *p = text; *p != '\0';)
    {
      const char *at = p;
      gunichar c = mattra_text_next (&p);
      gboolean between_latin = at > text && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (*p);
      gboolean before_latin = g_ascii_isalpha (*p) && at > text;

      if (!mattra_text_is_space (c) && !mattra_text_is_ignorable (c))
        g_string_append_len (label, at, p - at);
      else if (between_latin || before_latin || *p == '(')
        g_string_append_c (label, ' ');
    }

  return g_string_free (g_steal_pointer (&label), FALSE);
}

static MattraRound
round_of_head (const char *label)
{
  g_autofree char *folded = mattra_text_fold_compare (label);

  if (strstr (folded, "12เดือน") != NULL || strstr (folded, "6เดือนหลัง") != NULL)
    return MATTRA_ROUND_FULL_YEAR;

  return strstr (folded, "6เดือน") != NULL ? MATTRA_ROUND_FIRST_HALF : MATTRA_ROUND_NONE;
}

/* Columns of results for each round belong together; a head that names one round is the only one. */
static void
find_rounds (MattraHeader *self)
{
  MattraColumn *first = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      MattraColumn *column = g_ptr_array_index (self->columns, i);
      MattraRound round = round_of_head (column->label);

      if (round == MATTRA_ROUND_NONE)
        continue;
      if (column->field == MATTRA_FIELD_RESULTS && first == NULL)
        first = column;
      else if (first != NULL && round_of_head (first->label) != round
               && (column->field == MATTRA_FIELD_RESULTS || column->field == MATTRA_FIELD_EXTRA)
               && strstr (column->label, "ผล") != NULL)
        {
          column->field = MATTRA_FIELD_RESULTS;
          column->round = round;
          first->round = round_of_head (first->label);
        }
    }
}

/* A header without columns yet, and of no rows. */
MattraHeader *
mattra_header_new_empty (void)
{
  MattraHeader *self = g_new0 (MattraHeader, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);

  return self;
}

static MattraHeader *
make_header (Finder *self)
{
  MattraHeader *header = mattra_header_new_empty ();

  header->n_rows = self->two_rows ? 2 : 1;
  for (guint i = 0; i < self->heads->len; i++)
    {
      const Head *head = &g_array_index (self->heads, Head, i);
      MattraColumn *column = g_new0 (MattraColumn, 1);

      column->field = head->name.field;
      if (!head->known)
        column->field = *head->first == '\0' && *head->second == '\0' ? MATTRA_FIELD_NONE : MATTRA_FIELD_EXTRA;
      column->status = head->name.status;
      column->label = make_label (head);
      column->first = mattra_text_fold_compare (head_text (self, self->row, i));
      column->second = self->two_rows ? mattra_text_fold_compare (head_text (self, self->row + 1, i)) : g_strdup ("");
      header->has_results |= column->field == MATTRA_FIELD_RESULTS || column->field == MATTRA_FIELD_STATUS
                             || column->field == MATTRA_FIELD_STATUS_TICK;
      g_ptr_array_add (header->columns, column);
    }
  find_rounds (header);
  mattra_header_tell_labels_apart (header);

  return header;
}

static MattraHeader *
try_find (const MattraTable *table,
          guint              row,
          gboolean           is_report,
          gboolean           two_rows)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (Head));
  Finder self = { table, row, is_report, two_rows, heads };
  guint8 taken[MATTRA_N_FIELDS] = { 0 };

  if (two_rows && !has_second_row (&self))
    return NULL;

  collect_heads (&self);
  find_groups (&self);
  name_heads (&self);
  name_tick_heads (&self);
  if (!is_convincing (&self))
    return NULL;

  resolve (&self, taken);
  name_headless (&self, taken);
  find_title (&self, taken);
  if (find_head (&self, MATTRA_FIELD_TITLE) == NULL)
    return NULL;

  return make_header (&self);
}

/* Rows of measures hold no head at all: cheap to see before two rows are looked at together. */
static gboolean
holds_a_head (const MattraTable *table,
              guint              row)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  MattraFieldName name;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = mattra_table_get_cell (table, row, i)->text;

      if (*text != '\0' && mattra_field_from_head (text, TRUE, &name))
        return TRUE;
    }

  return FALSE;
}

/**
 * mattra_header_find:
 * @table: a text cut into rows
 * @row: where the header would begin
 * @is_report: whether the document is known to report results
 *
 * Looks whether a table of measures begins at @row: most of the cells are known heads, spaces ignored, and
 * one of them is the measure. A second row of heads is taken with it.
 *
 * Returns: (transfer full) (nullable): the header, %NULL if there is none
 */
MattraHeader *
mattra_header_find (const MattraTable *table,
                    guint              row,
                    gboolean           is_report)
{
  MattraHeader *header;

  g_return_val_if_fail (table != NULL, NULL);

  if (count_filled (table, row) < 2 || !is_short_row (table, row) || !holds_a_head (table, row))
    return NULL;

  header = try_find (table, row, is_report, TRUE);
  if (header == NULL)
    header = try_find (table, row, is_report, FALSE);
  if (header != NULL && header->has_results && !is_report)
    {
      guint n_rows = header->n_rows;

      mattra_header_free (header);
      header = try_find (table, row, TRUE, n_rows == 2);
    }

  return header;
}

static gboolean
cell_equals (const char *text,
             const char *folded)
{
  gsize length = strlen (folded);
  g_autofree char *text_folded = NULL;

  /* What the fold takes out of a head is a few spaces: cheap to see that a long cell is none. */
  if (length == 0 || strlen (text) > 2 * length + 16)
    return FALSE;

  text_folded = mattra_text_fold_compare (text);
  return strcmp (text_folded, folded) == 0;
}

static gboolean
repeats_row (const MattraHeader *self,
             const MattraTable  *table,
             guint               row,
             gboolean            second)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  guint n_filled = 0, n_equal = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = mattra_table_get_cell (table, row, i)->text;
      const MattraColumn *column = mattra_header_get_column (self, i);

      if (*text == '\0')
        continue;
      n_filled++;
      if (column != NULL)
        n_equal += cell_equals (text, second ? column->second : column->first);
      if (n_filled >= 3 && n_equal == 0)
        return FALSE;
    }

  return n_equal > 0 && (n_equal == n_filled || (n_equal >= 2 && n_equal * 2 > n_filled));
}

/**
 * mattra_header_repeated:
 * @self: a header
 * @table: a text cut into rows
 * @row: a row after the header
 *
 * Looks whether the header is repeated, as at a page break: spaces ignored, empty cells allowed.
 *
 * Returns: how many rows repeat it, 0 if none does
 */
guint
mattra_header_repeated (const MattraHeader *self,
                        const MattraTable  *table,
                        guint               row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (table != NULL, 0);

  if (self->n_rows == 2 && repeats_row (self, table, row, TRUE))
    return 1;
  if (!repeats_row (self, table, row, FALSE))
    return 0;
  if (self->n_rows == 2 && row + 1 < mattra_table_get_n_rows (table) && repeats_row (self, table, row + 1, TRUE))
    return 2;

  return 1;
}

/**
 * mattra_header_get_column:
 * @self: a header
 * @column: place of the column, from 0
 *
 * Returns: (transfer none) (nullable): the column, %NULL where the header has none
 */
const MattraColumn *
mattra_header_get_column (const MattraHeader *self,
                          guint               column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return column < self->columns->len ? g_ptr_array_index (self->columns, column) : NULL;
}

/**
 * mattra_header_find_column:
 * @self: a header
 * @field: a field
 *
 * Returns: place of the first column with @field, -1 if there is none
 */
int
mattra_header_find_column (const MattraHeader *self,
                           MattraField         field)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->columns->len; i++)
    if (mattra_header_get_column (self, i)->field == field)
      return (int) i;

  return -1;
}

/**
 * mattra_header_equal:
 * @self: a header
 * @other: another
 *
 * Returns: %TRUE if both read the same columns at the same places
 */
gboolean
mattra_header_equal (const MattraHeader *self,
                     const MattraHeader *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    if (mattra_header_get_column (self, i)->field != mattra_header_get_column (other, i)->field)
      return FALSE;

  return TRUE;
}
