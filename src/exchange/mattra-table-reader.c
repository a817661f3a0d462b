/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-heading.h"
#include "mattra-indicator.h"
#include "mattra-items.h"
#include "mattra-table-columns.h"
#include "mattra-table-reader-private.h"
#include "mattra-table-row.h"
#include "mattra-text.h"

typedef MattraTableReader Reader;
typedef MattraTableLook Look;

static const MattraCell *
cell_at (Reader *self,
         guint   row,
         int     column)
{
  static const MattraCell none = { "", 0, 0 };

  return column < 0 ? &none : mattra_table_get_cell (self->table, row, (guint) column);
}

static Look
look_at (Reader *self,
         guint   row)
{
  Look look = { row, cell_at (self, row, self->number_column), cell_at (self, row, self->title_column), NULL, 0, FALSE };
  guint n_cells = mattra_table_get_row (self->table, row)->n_cells;

  for (guint i = 0; i < n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (self->table, row, i);

      if (*cell->text == '\0')
        continue;
      if (look.first == NULL)
        look.first = cell;
      look.n_filled++;
    }
  look.is_line = (look.n_filled == 1 && *mattra_table_get_cell (self->table, row, 0)->text != '\0')
                 || (look.n_filled == n_cells && mattra_row_repeats_first (self->table, row));

  return look;
}

static char *
row_text (Reader     *self,
          const Look *look)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_cells = mattra_table_get_row (self->table, look->row)->n_cells;

  for (guint i = 0; i < n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (self->table, look->row, i);

      if (*cell->text != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\t" : "", cell->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
note (Reader     *self,
      const Look *look)
{
  MattraRepair *repair = mattra_import_add_repair (self->import, MATTRA_REPAIR_TEXT_BESIDE, look->first,
                                                   _("Text that belongs to no measure was kept beside the table"));

  repair->before = row_text (self, look);
  g_ptr_array_add (self->import->notes, g_strdup (repair->before));
}

static void
finish_draft (Reader *self)
{
  if (self->draft == NULL)
    return;

  mattra_draft_finish (self->draft);
  mattra_table_join_take (self->join, mattra_draft_get_measure (self->draft), self->draft_header, self->draft_line);
  g_clear_pointer (&self->draft, mattra_draft_free);
}

static void
read_indicator_cells (Reader *self,
                      guint   row)
{
  int indicator_column = mattra_header_find_column (self->header, MATTRA_FIELD_ITA_INDICATOR);
  int section_column = mattra_header_find_column (self->header, MATTRA_FIELD_SECTION);
  const char *indicator = cell_at (self, row, indicator_column)->text;
  const char *section = cell_at (self, row, section_column)->text;
  gboolean inherits = !mattra_table_is_csv (self->table);

  if (indicator_column >= 0 && (*indicator != '\0' || !inherits))
    {
      int number;

      self->indicator = mattra_indicator_from_text (indicator);
      if (section_column < 0 && !self->has_sections)
        {
          g_free (self->section);
          self->section = *indicator == '\0' || mattra_row_is_number (indicator, &number) ? NULL : g_strdup (indicator);
        }
    }
  if (section_column >= 0 && (*section != '\0' || !inherits))
    {
      g_free (self->section);
      self->section = *section != '\0' ? g_strdup (section) : NULL;
      if (indicator_column < 0)
        self->indicator = mattra_indicator_from_text (section);
    }
}

static void
begin_measure (Reader     *self,
               const Look *look,
               int         number,
               const char *title)
{
  MattraMeasure *measure;

  finish_draft (self);
  read_indicator_cells (self, look->row);
  self->draft = mattra_draft_new (self->import, self->divisions);
  self->draft_header = self->header;
  self->draft_line = look->first->line;
  measure = mattra_draft_get_measure (self->draft);
  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_section (measure, self->section);
  self->section_used = TRUE;
  mattra_measure_set_ita_indicator (measure, self->indicator);
  if (number > 0)
    {
      self->last_number = number;
      self->n_numbered++;
    }

  mattra_draft_add_row (self->draft, self->header, self->table, look->row, FALSE);
}

static void
continue_measure (Reader     *self,
                  const Look *look)
{
  gboolean bare = *look->number->text == '\0' && *look->title->text == '\0';
  MattraRepair *repair;

  if (self->draft == NULL)
    {
      note (self, look);
      return;
    }

  mattra_draft_add_row (self->draft, self->header, self->table, look->row, TRUE);
  repair = mattra_import_add_repair (self->import, MATTRA_REPAIR_JOINED_ROW, look->first,
                                     bare ? _("The row has no number and no title and was joined to the measure above")
                                          : _("The row repeats the title of the measure above and was joined to it"));
  repair->column = 0;
  repair->number = mattra_measure_get_number (mattra_draft_get_measure (self->draft));
}

/* Puts a question about the title to the measure that is being read. */
static void
ask (Reader           *self,
     const MattraCell *cell,
     const char       *text,
     const char       *message,
     const char       *suggest)
{
  MattraQuestion *question = mattra_question_new (MATTRA_QUESTION_ASKED, cell->line, "title", text, message, suggest);

  question->column = cell->column;
  mattra_measure_take_question (mattra_draft_get_measure (self->draft), question);
}

/* A row whose title goes on from before the page break. */
static void
continue_title (Reader     *self,
                const Look *look)
{
  MattraMeasure *measure = mattra_draft_get_measure (self->draft);
  g_autofree char *before = g_strdup (mattra_measure_get_title (measure));

  mattra_draft_extend_title (self->draft, look->title);
  ask (self, look->title, look->title->text,
       N_("Is this the rest of the title above, cut by a page break? It was joined to it"), before);
  mattra_draft_add_row (self->draft, self->header, self->table, look->row, TRUE);
}

static void
set_section (Reader     *self,
             const char *text)
{
  if (self->section != NULL && !self->section_used)
    g_ptr_array_add (self->import->notes, g_steal_pointer (&self->section));

  g_free (self->section);
  self->section = g_strdup (text);
  self->section_used = FALSE;
  self->indicator = mattra_indicator_from_text (text);
  self->has_sections = TRUE;
}

static void
begin_section (Reader           *self,
               const MattraCell *cell,
               const char       *text)
{
  static const char message[] = N_("Is this line the head of a section, or the rest of the title above, cut by a page "
                                   "break? It was taken as a section");
  MattraRepair *repair;

  if (mattra_table_title_may_overflow (self, text))
    {
      MattraMeasure *measure = mattra_draft_get_measure (self->draft);
      g_autofree char *joined = g_strconcat (mattra_measure_get_title (measure), " ", text, NULL);

      ask (self, cell, text, message, joined);
      mattra_import_add_question (self->import, cell, "title", text, message, joined);
      set_section (self, text);
      return;
    }

  set_section (self, text);
  repair = mattra_import_add_repair (self->import, MATTRA_REPAIR_SECTION, cell,
                                     _("The row was taken as the head of a section"));
  repair->before = g_strdup (text);
}

static void
leave_out_total (Reader     *self,
                 const Look *look)
{
  MattraRepair *repair = mattra_import_add_repair (self->import, MATTRA_REPAIR_TOTAL, look->first,
                                                   _("The row of totals is no measure and was left out"));

  repair->before = row_text (self, look);
}

/* A row with text in its first cell only is a section, but where numbers stand in the titles and there are
 * no sections, the next number is a measure of which nothing else is known. */
static gboolean
is_bare_measure (Reader     *self,
                 const Look *look,
                 int        *number,
                 const char **title)
{
  if (self->number_column >= 0 || self->title_column != 0 || self->has_sections || self->n_numbered == 0
      || mattra_table_get_row (self->table, look->row)->n_cells < 2)
    return FALSE;

  *title = mattra_table_title_take_number (self, look->first->text, number);
  return *title != NULL && *number == self->last_number + 1 && strstr (look->first->text, "ตัวชี้วัด") == NULL;
}

static gboolean
is_heading_again (Reader     *self,
                  const char *text)
{
  const char *title = self->import->document.title;

  return (title != NULL && strlen (text) > 30 && (strstr (text, title) != NULL || g_str_has_prefix (title, text)))
         || (self->import->document.organisation != NULL && g_str_has_prefix (text, self->import->document.organisation))
         || g_str_has_prefix (text, "ประจำปีงบประมาณ");
}

static void
read_line (Reader     *self,
           const Look *look)
{
  const char *text = look->first->text;
  gboolean in_table = mattra_table_get_row (self->table, look->row)->n_cells > 1 && !mattra_table_is_csv (self->table);
  const char *title;
  int number;

  if (mattra_row_is_total_word (text) && strlen (text) < 120)
    leave_out_total (self, look);
  else if (is_bare_measure (self, look, &number, &title))
    begin_measure (self, look, number, title);
  else if (mattra_row_is_number (text, &number) || look->row > self->last_row || mattra_row_is_page_furniture (text)
           || g_str_has_prefix (text, "หมายเหตุ") || (!in_table && is_heading_again (self, text)))
    note (self, look);
  else
    begin_section (self, look->first, text);
}

/* A row that has a number of its own or stands where there is no column for it. */
static void
read_numbered (Reader     *self,
               const Look *look)
{
  int number = 0, led = 0;
  const char *title = mattra_table_title_take_number (self, look->title->text, &led);
  gboolean numbered = *look->number->text != '\0' && mattra_row_is_number (look->number->text, &number);

  if (self->number_column < 0)
    number = title != NULL ? led : 0;
  else if (title != NULL && led != number)
    title = NULL;

  if (*look->number->text != '\0' && !numbered)
    {
      MattraRepair *repair = mattra_import_add_repair (self->import, MATTRA_REPAIR_NUMBER, look->number,
                                                       _("The measure's number could not be read"));

      repair->before = g_strdup (look->number->text);
    }
  begin_measure (self, look, number, title != NULL ? title : look->title->text);
}

/* Whether a list of the row goes on where one of the measure above ended: its first number is not 1. */
static gboolean
runs_on (Reader     *self,
         const Look *look)
{
  guint n_cells = mattra_table_get_row (self->table, look->row)->n_cells;

  for (guint i = 0; i < n_cells; i++)
    {
      const MattraColumn *column = mattra_header_get_column (self->header, i);
      const MattraCell *cell = mattra_table_get_cell (self->table, look->row, i);
      MattraItemKind kind;
      MattraMark mark;

      if (cell != look->title && column != NULL && mattra_field_to_item_kind (column->field, &kind)
          && mattra_mark_parse (cell->text, &mark) && mark.style != MATTRA_MARK_TWO_LEVELS && mark.number > 1)
        return TRUE;
    }

  return FALSE;
}

/* A row with a title but no number, in a table whose measures have numbers. */
static void
read_unnumbered (Reader     *self,
                 const Look *look)
{
  if (mattra_table_title_repeats (self, look->title->text))
    continue_measure (self, look);
  else if (look->n_filled == 1 && self->number_column >= 0)
    begin_section (self, look->title, look->title->text);
  else if (self->n_numbered > 0 && mattra_table_title_is_short (self) && (self->after_break || runs_on (self, look)))
    continue_title (self, look);
  else
    {
      gboolean asks = self->n_numbered > 0 && self->draft != NULL && self->number_column >= 0;

      read_numbered (self, look);
      if (asks)
        ask (self, look->title, look->title->text,
             N_("The row has no number: is it a measure of its own, or the rest of the one above? It was taken as a "
                "measure"),
             NULL);
    }
}

static gboolean
repeats_number (Reader *self,
                int     number)
{
  return self->draft != NULL && number > 0
         && mattra_measure_get_number (mattra_draft_get_measure (self->draft)) == number;
}

/* A row without number and title: "รวม" before figures says that it is one of totals. */
static void
continue_row (Reader     *self,
              const Look *look)
{
  if (look->n_filled > 1 && mattra_row_is_total_label (look->first->text) && mattra_row_holds_figures (self->table, look->row))
    leave_out_total (self, look);
  else
    continue_measure (self, look);
}

/* "1 | การปฏิบัติหน้าที่" and nothing else, with "1.1" below: the numbers of two levels say that it is a section. */
static gboolean
is_numbered_section (Reader     *self,
                     const Look *look,
                     int         number)
{
  g_autofree char *below = NULL;
  MattraMark mark;

  if (look->n_filled != 2 || *look->title->text == '\0' || look->row + 1 >= mattra_table_get_n_rows (self->table))
    return FALSE;

  below = mattra_text_fold_compare (cell_at (self, look->row + 1, self->number_column)->text);
  return mattra_mark_parse (below, &mark) && mark.style == MATTRA_MARK_TWO_LEVELS && mark.number == number;
}

static void
read_with_numbers (Reader     *self,
                   const Look *look)
{
  int number = 0;
  gboolean numbered = mattra_row_is_number (look->number->text, &number);

  if (*look->number->text == '\0' && *look->title->text == '\0')
    continue_row (self, look);
  else if (*look->number->text == '\0')
    {
      if (mattra_row_is_total_word (look->title->text) && mattra_row_holds_figures (self->table, look->row))
        leave_out_total (self, look);
      else
        read_unnumbered (self, look);
    }
  else if (!numbered && (*look->title->text == '\0' || mattra_row_is_total_word (look->number->text)))
    leave_out_total (self, look);
  else if ((!numbered && look->n_filled == 2) || is_numbered_section (self, look, number))
    {
      g_autofree char *text = g_strconcat (look->number->text, " ", look->title->text, NULL);

      begin_section (self, look->number, text);
    }
  else if (repeats_number (self, number) && (*look->title->text == '\0' || mattra_table_title_repeats (self, look->title->text)))
    continue_measure (self, look);
  else
    read_numbered (self, look);
}

static void
read_without_numbers (Reader     *self,
                      const Look *look)
{
  int number;

  if (*look->title->text == '\0')
    continue_row (self, look);
  else if (mattra_row_is_total_word (look->title->text) && mattra_row_holds_figures (self->table, look->row))
    leave_out_total (self, look);
  else if (mattra_table_title_take_number (self, look->title->text, &number) == NULL)
    read_unnumbered (self, look);
  else if (repeats_number (self, number) && mattra_table_title_repeats (self, look->title->text))
    continue_measure (self, look);
  else
    read_numbered (self, look);
}

static void
read_row (Reader *self,
          guint   row)
{
  Look look = look_at (self, row);
  gboolean after_header = self->after_header;

  if (self->in_notes || mattra_row_is_signature (look.first->text))
    {
      self->in_notes = TRUE;
      note (self, &look);
      return;
    }
  if (mattra_row_is_rule (self->table, row))
    {
      note (self, &look);
      return;
    }
  if (after_header && mattra_row_numbers_columns (self->table, row))
    {
      mattra_import_add_repair (self->import, MATTRA_REPAIR_REPEATED_HEADER, look.first,
                                _("The row that numbers the columns was passed over"));
      return;
    }

  if (look.is_line)
    read_line (self, &look);
  else if (self->number_column >= 0)
    read_with_numbers (self, &look);
  else
    read_without_numbers (self, &look);
  self->after_header = self->after_break = FALSE;
}

/* The user spoke of the first table; the next ones are meant where they have its heads. */
static void
give_meanings (Reader       *self,
               MattraHeader *header)
{
  const MattraHeader *first = self->headers->len > 0 ? g_ptr_array_index (self->headers, 0) : NULL;

  if (self->options->meanings != NULL && (first == NULL || mattra_header_same_heads (first, header)))
    mattra_header_give_meanings (header, self->options->meanings);
}

static void
take_header (Reader       *self,
             MattraHeader *header,
             guint         row)
{
  mattra_columns_decide (header, self->table, row + header->n_rows);
  give_meanings (self, header);
  self->after_break = self->header != NULL && mattra_header_equal (self->header, header);
  g_ptr_array_add (self->headers, header);
  self->header = header;
  self->number_column = mattra_header_find_column (header, MATTRA_FIELD_NUMBER);
  self->title_column = mattra_header_find_column (header, MATTRA_FIELD_TITLE);
  self->after_header = TRUE;
  self->in_notes = FALSE;
  if (self->headers->len == 1)
    mattra_columns_list (header, self->import);
  mattra_columns_say_both (header, self->table, row, self->import);
  if (header->n_rows == 2)
    mattra_import_add_repair (self->import, MATTRA_REPAIR_MERGED_HEADER, cell_at (self, row, 0),
                              _("The header stands in two rows and was read as one"))->column = 0;
}

static guint
pass_header (Reader *self,
             guint   row)
{
  guint n_rows = mattra_header_repeated (self->header, self->table, row);
  MattraHeader *header;

  if (n_rows > 0)
    {
      mattra_import_add_repair (self->import, MATTRA_REPAIR_REPEATED_HEADER, cell_at (self, row, 0),
                                _("The header repeated here was passed over"))->line
          = mattra_table_get_row (self->table, row)->line;
      self->after_header = self->after_break = TRUE;
      self->in_notes = FALSE;
      return n_rows;
    }

  header = mattra_header_find (self->table, row, self->import->document.is_report);
  if (header == NULL)
    return 0;

  take_header (self, header, row);
  return header->n_rows;
}

/* The line above the first header may already be the head of a section. */
static void
read_line_above (Reader *self,
                 guint   row)
{
  Look look;

  if (row == 0)
    return;

  look = look_at (self, row - 1);
  if (look.n_filled == 1 && strstr (look.first->text, "ตัวชี้วัด") != NULL && strlen (look.first->text) < 400
      && mattra_indicator_from_text (look.first->text) > 0)
    begin_section (self, look.first, look.first->text);
}

/* The last row that is more than a line and no signature: what follows stands below the table. */
static guint
find_last_row (Reader *self,
               guint   first)
{
  for (guint i = mattra_table_get_n_rows (self->table); i-- > first;)
    {
      Look look = look_at (self, i);

      if (!look.is_line && !mattra_row_is_signature (look.first->text))
        return i;
    }

  return first;
}

static MattraHeader *
find_first_header (Reader *self,
                   guint  *row)
{
  guint n_rows = mattra_table_get_n_rows (self->table);

  if (self->options->headless)
    return mattra_header_new_headless (self->table, row);
  for (*row = 0; *row < n_rows; (*row)++)
    {
      MattraHeader *header = mattra_header_find (self->table, *row, FALSE);

      if (header != NULL)
        return header;
    }

  return NULL;
}

static gboolean
refuse_no_header (Reader  *self,
                  GError **error)
{
  guint n_rows = mattra_table_get_n_rows (self->table);
  int line = 1;

  for (guint i = 0; i < n_rows; i++)
    if (mattra_table_get_row (self->table, i)->n_cells > 1)
      {
        line = mattra_table_get_row (self->table, i)->line;
        break;
      }

  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s:%d:1: no table of measures was found. A row must hold heads such as มาตรการ, วิธีการดำเนินการ, "
                 "ผู้รับผิดชอบ and ระยะเวลา, divided by tabs (text) or commas (CSV)."),
               self->name, line);
  return FALSE;
}

static gboolean
refuse_no_measures (const MattraTable  *table,
                    const char         *name,
                    guint               row,
                    GError            **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s:%d:1: the table has heads, but no row below them holds a measure. Look whether the file is whole."),
               name, mattra_table_get_row (table, row)->line);
  return FALSE;
}

/* Measures without any number take their places as numbers. */
static void
number_measures (Reader *self)
{
  GPtrArray *measures = self->import->measures;
  MattraCell whole = { "", 0, 0 };

  if (self->n_numbered > 0 || measures->len == 0)
    return;

  for (guint i = 0; i < measures->len; i++)
    mattra_measure_set_number (g_ptr_array_index (measures, i), (int) i + 1);
  mattra_import_add_repair (self->import, MATTRA_REPAIR_NUMBER, &whole,
                            _("The measures have no numbers and were numbered in their order"));
}

static MattraDivisionList *
choose_divisions (Reader                    *self,
                  const MattraImportOptions *options)
{
  const char *organisation = self->import->document.organisation;
  g_autoptr (GPtrArray) usual = NULL;

  if (options->divisions != NULL)
    return g_object_ref (options->divisions);

  usual = mattra_division_new_usual (organisation != NULL ? mattra_organisation_kind_of (organisation)
                                                          : MATTRA_ORGANISATION_OTHER);
  return mattra_division_list_new (usual);
}

/* Whether all were read: it can be cancelled. */
static gboolean
read_rows (Reader  *self,
           guint    row,
           GError **error)
{
  guint n_rows = mattra_table_get_n_rows (self->table);

  self->last_row = find_last_row (self, row);
  while (row < n_rows && !g_cancellable_is_cancelled (self->options->cancellable))
    {
      guint n_passed = pass_header (self, row);

      if (n_passed == 0)
        read_row (self, row);
      row += MAX (n_passed, 1);
    }
  finish_draft (self);
  return !g_cancellable_set_error_if_cancelled (self->options->cancellable, error);
}

/* What the user says about the round goes before heading and preface. */
static void
choose_round (MattraImportDocument *document,
              MattraRound           round)
{
  if (round == MATTRA_ROUND_NONE || round == document->round)
    return;
  document->round = round;
  document->second_half = FALSE;
  g_clear_pointer (&document->round_text, g_free);
  document->round_start = document->round_end = MATTRA_DATE_NONE;
}

static MattraHeader *
read_heading (Reader       *self,
              MattraHeader *header,
              guint         row)
{
  MattraImportDocument *document = &self->import->document;

  mattra_heading_read (self->table, row, self->options->fiscal_year, self->import);
  choose_round (document, self->options->round);
  if (self->options->meanings != NULL)
    mattra_header_give_meanings (header, self->options->meanings);
  document->is_report |= header->has_results;
  if (!document->is_report || header->has_results || header->n_rows == 0)
    return header;
  mattra_header_free (header);
  return mattra_header_find (self->table, row, TRUE);
}

static void
clear (Reader *self)
{
  g_clear_pointer (&self->draft, mattra_draft_free);
  g_clear_pointer (&self->join, mattra_table_join_free);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
  g_clear_object (&self->divisions);
}

/**
 * mattra_table_reader_read:
 * @table: a text cut into rows
 * @name: name of the document, for messages
 * @options: what the user said
 * @import: where everything goes
 * @error: return location for an error
 *
 * Reads heading and tables of a document.
 *
 * Returns: %TRUE, or %FALSE with %MATTRA_ERROR_INVALID if there is no table of measures, or an empty one
 */
gboolean
mattra_table_reader_read (const MattraTable          *table,
                          const char                 *name,
                          const MattraImportOptions  *options,
                          MattraImport               *import,
                          GError                    **error)
{
  Reader self = { .table = table, .name = name, .options = options, .import = import,
                  .number_column = -1, .title_column = -1 };
  MattraHeader *header;
  gboolean finished;
  guint row;

  g_return_val_if_fail (table != NULL && name != NULL && options != NULL, FALSE);
  g_return_val_if_fail (MATTRA_IS_IMPORT (import), FALSE);

  header = find_first_header (&self, &row);
  if (header == NULL)
    return refuse_no_header (&self, error);

  header = read_heading (&self, header, row);
  self.headers = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_header_free);
  self.join = mattra_table_join_new (import);
  self.divisions = choose_divisions (&self, options);
  take_header (&self, header, row);
  read_line_above (&self, row);
  finished = read_rows (&self, row + header->n_rows, error);
  number_measures (&self);
  mattra_heading_ask (import);
  clear (&self);
  if (!finished)
    return FALSE;

  return import->measures->len > 0 || refuse_no_measures (table, name, row, error);
}
