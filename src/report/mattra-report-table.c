/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  MattraReportBuild build;
  GPtrArray *columns;
  char *section;
  MattraMeasure *pending;
  guint n_read;
} Rows;

static void
column_free (MattraReportColumn *column)
{
  g_free (column->label);
  g_free (column);
}

static MattraReportColumn *
column_new (const MattraColumnType *type,
            const char             *label)
{
  MattraReportColumn *column = g_new0 (MattraReportColumn, 1);

  column->type = type;
  column->label = g_strdup (label);
  return column;
}

/* What the measures fill: one pass over them before the columns are chosen. */
typedef struct
{
  gboolean filled[MATTRA_N_COLUMN_TYPES];
  GPtrArray *labels;
} Survey;

static void
survey_clear (Survey *self)
{
  g_clear_pointer (&self->labels, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

static void
survey_labels (Survey        *self,
               MattraMeasure *measure)
{
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->label && !g_ptr_array_find_with_equal_func (self->labels, item->label, g_str_equal, NULL))
        g_ptr_array_add (self->labels, g_strdup (item->label));
    }
}

static gboolean
survey_measures (MattraReportBuild  *build,
                 Survey             *survey,
                 GError            **error)
{
  g_autoptr (GError) failure = NULL;
  MattraMeasure *next;

  if (!mattra_measure_source_rewind (build->measures, error))
    return FALSE;
  while ((next = mattra_report_next_measure (build, &failure)))
    {
      g_autoptr (MattraMeasure) measure = next;

      survey_labels (survey, measure);
      for (guint i = 0; i < MATTRA_N_COLUMN_TYPES; i++)
        survey->filled[i] = survey->filled[i]
                            || mattra_column_type_filled (&mattra_column_types[i], build, measure);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is set for this kind of report alone. */
static const char *
own_setting (MattraReportBuild *build,
             const char        *setting)
{
  g_autofree char *name = g_strconcat (build->kind->name, "/", setting, NULL);

  return mattra_plan_get_setting (build->plan, name);
}

static int
find_type (const char *field)
{
  for (guint i = 0; i < MATTRA_N_COLUMN_TYPES; i++)
    if (g_str_equal (mattra_column_types[i].field, field))
      return (int) i;
  return -1;
}

static void
add_type (GPtrArray    *columns,
          gboolean     *taken,
          int           type,
          const Survey *survey)
{
  if (taken[type])
    return;
  taken[type] = TRUE;
  if (!g_str_equal (mattra_column_types[type].field, MATTRA_REPORT_EXTRA))
    {
      g_ptr_array_add (columns, column_new (&mattra_column_types[type], NULL));
      return;
    }
  for (guint i = 0; i < survey->labels->len; i++)
    g_ptr_array_add (columns, column_new (&mattra_column_types[type], g_ptr_array_index (survey->labels, i)));
}

/* Where no column holds the measure's number, the title carries it. */
static void
number_titles (GPtrArray *columns)
{
  gboolean has_number = FALSE;

  for (guint i = 0; i < columns->len; i++)
    has_number |= mattra_column_is_field (g_ptr_array_index (columns, i), "number");
  for (guint i = 0; i < columns->len; i++)
    {
      MattraReportColumn *column = g_ptr_array_index (columns, i);

      column->numbered = !has_number && mattra_column_is_field (column, "title");
    }
}

static MattraColumnUse
use_of (const MattraTableForm *form,
        guint                  type)
{
  return form->with_answers ? mattra_column_types[type].in_results : mattra_column_types[type].in_measures;
}

/* Adds the columns that are named. A form of its own has none but these. */
static void
add_named (GPtrArray             *columns,
           gboolean              *taken,
           const char            *fields,
           const MattraTableForm *form,
           const Survey          *survey)
{
  g_auto (GStrv) names = g_strsplit (fields ? fields : "", " ", -1);

  for (guint i = 0; names[i]; i++)
    {
      int type = find_type (names[i]);

      if (type >= 0 && (form->fields || use_of (form, (guint) type) != MATTRA_COLUMN_NEVER))
        add_type (columns, taken, type, survey);
    }
}

static void
add_needed (GPtrArray             *columns,
            gboolean              *taken,
            const MattraTableForm *form,
            const Survey          *survey)
{
  for (guint i = 0; i < MATTRA_N_COLUMN_TYPES; i++)
    {
      MattraColumnUse use = use_of (form, i);
      gboolean filled = survey->filled[i] || g_str_equal (mattra_column_types[i].field, MATTRA_REPORT_EXTRA);

      if (use == MATTRA_COLUMN_ALWAYS || (use == MATTRA_COLUMN_FILLED && filled))
        add_type (columns, taken, (int) i, survey);
    }
}

/* The columns chosen for the kind of report and no others; else those of its form; else the office's own in its order,
 * then what a report of this kind needs besides. */
static GPtrArray *
choose_columns (MattraReportBuild     *build,
                const MattraTableForm *form,
                const Survey          *survey)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  gboolean taken[MATTRA_N_COLUMN_TYPES] = { FALSE };

  add_named (columns, taken, own_setting (build, MATTRA_SETTING_COLUMN_ORDER), form, survey);
  if (columns->len == 0)
    add_named (columns, taken, form->fields, form, survey);
  if (columns->len == 0)
    {
      add_named (columns, taken, mattra_plan_get_setting (build->plan, MATTRA_SETTING_COLUMN_ORDER), form, survey);
      add_needed (columns, taken, form, survey);
    }
  number_titles (columns);
  return columns;
}

static gboolean
rows_rewind (gpointer   data,
             GError   **error)
{
  Rows *self = data;

  g_clear_object (&self->pending);
  g_clear_pointer (&self->section, g_free);
  self->n_read = 0;
  return mattra_measure_source_rewind (self->build.measures, error);
}

/* The place of a row is that of its measure. */
static gsize
rows_tell (gpointer data)
{
  Rows *self = data;

  return self->pending ? self->n_read - 1 : self->n_read;
}

/* The section row of a measure depends on the section of the one before it. */
static gboolean
read_section_before (Rows    *self,
                     GError **error)
{
  g_autoptr (MattraMeasure) before = mattra_report_next_measure (&self->build, error);

  if (before == NULL)
    return FALSE;
  self->section = g_strdup (mattra_measure_get_section (before));
  return TRUE;
}

/* Goes before the measure at a place: where only a division's own are read, the places are not those of all. */
static gboolean
seek_measure (Rows    *self,
              guint    place,
              GError **error)
{
  if (!self->build.only_own)
    return mattra_measure_source_seek (self->build.measures, place);
  if (!mattra_measure_source_rewind (self->build.measures, error))
    return FALSE;
  for (guint i = 0; i < place; i++)
    {
      g_autoptr (MattraMeasure) passed = mattra_report_next_measure (&self->build, error);

      if (passed == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
rows_seek (gpointer   data,
           gsize      place,
           GError   **error)
{
  Rows *self = data;

  if (!seek_measure (self, place > 0 ? (guint) place - 1 : 0, error))
    return FALSE;
  g_clear_object (&self->pending);
  g_clear_pointer (&self->section, g_free);
  self->n_read = (guint) place;
  return place == 0 || read_section_before (self, error);
}

/* Both for the reader of a further page, even where the number has a column of its own, and for the
 * user who is told of a fault. */
static void
name_row (Rows          *self,
          MattraMeasure *measure,
          MattraRow     *row)
{
  int number = mattra_measure_get_number (measure);
  const char *title = mattra_measure_get_title (measure);
  g_autofree char *enumerator = NULL;
  g_autofree char *continued = NULL;
  g_autofree char *name = NULL;

  if (number > 0)
    {
      enumerator = mattra_report_enumerator (&self->build, number);
      continued = g_strconcat (enumerator, " (ต่อ)", NULL);
      mattra_row_set_continued (row, continued);
      name = g_strdup_printf (_("Measure %d"), number);
    }
  else
    name = g_strdup_printf (_("Measure “%s”"), title ? title : "");
  mattra_row_set_name (row, name);
  mattra_row_set_key (row, mattra_measure_get_id (measure));
}

static void
fill_row (Rows          *self,
          MattraMeasure *measure,
          MattraRow     *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MattraReportColumn *column = g_ptr_array_index (self->columns, i);

      mattra_row_begin_cell (row);
      column->type->fill (&self->build, column, measure, row);
    }
  name_row (self, measure, row);
}

static gboolean
begin_section (Rows          *self,
               MattraMeasure *measure,
               MattraRow     *row)
{
  const char *section = mattra_measure_get_section (measure);
  g_autofree char *printed = NULL;

  if (g_strcmp0 (section, self->section) == 0)
    return FALSE;
  g_free (self->section);
  self->section = g_strdup (section);
  if (section == NULL)
    return FALSE;
  mattra_row_set_section (row, TRUE);
  mattra_row_set_name (row, _("Section"));
  mattra_row_begin_cell (row);
  printed = mattra_report_digits (&self->build, section);
  mattra_row_add_paragraph (row, NULL, printed, -1);
  return TRUE;
}

static gboolean
rows_next (gpointer    data,
           MattraRow  *row,
           GError    **error)
{
  Rows *self = data;

  mattra_row_clear (row);
  if (self->pending == NULL)
    {
      self->pending = mattra_report_next_measure (&self->build, error);
      self->n_read += self->pending != NULL;
    }
  if (self->pending == NULL)
    return FALSE;
  if (begin_section (self, self->pending, row))
    return TRUE;
  fill_row (self, self->pending, row);
  g_clear_object (&self->pending);
  return TRUE;
}

static void
rows_free (gpointer data)
{
  Rows *self = data;

  g_clear_object (&self->build.plan);
  g_clear_object (&self->build.measures);
  g_free ((char *) self->build.options.division);
  g_ptr_array_unref (self->columns);
  g_clear_object (&self->pending);
  g_free (self->section);
  g_free (self);
}

static const MattraRowSourceFuncs rows_funcs = { rows_rewind, rows_next, rows_free, rows_tell, rows_seek };

static Rows *
rows_new (const MattraReportBuild *build,
          GPtrArray               *columns)
{
  Rows *self = g_new0 (Rows, 1);

  self->build = *build;
  self->build.document = NULL;
  g_object_ref (self->build.plan);
  g_object_ref (self->build.measures);
  self->build.options.division = g_strdup (build->options.division);
  self->columns = g_ptr_array_ref (columns);
  return self;
}

static char *
column_head (MattraReportBuild        *build,
             const MattraReportColumn *column)
{
  g_autofree char *name = g_strconcat (MATTRA_SETTING_COLUMN_LABEL, column->type->field, NULL);
  const char *own = mattra_plan_get_setting (build->plan, name);

  if (column->label)
    return mattra_report_digits (build, column->label);
  return mattra_report_digits (build, own && *own ? own : column->type->head);
}

/* The widths set for this kind of report; else those of a form of its own, or the office's. They hold for as many columns
 * as they name. */
static double *
read_widths (MattraReportBuild     *build,
             const MattraTableForm *form,
             guint                  n_columns)
{
  const char *own = own_setting (build, MATTRA_SETTING_COLUMN_WIDTH);
  const char *usual = form->fields ? form->widths : mattra_plan_get_setting (build->plan, MATTRA_SETTING_COLUMN_WIDTH);
  const char *const settings[] = { own, usual };
  double *widths = g_new0 (double, n_columns);

  for (guint k = 0; k < G_N_ELEMENTS (settings); k++)
    {
      g_auto (GStrv) words = g_strsplit (settings[k] ? settings[k] : "", " ", -1);

      if (g_strv_length (words) != n_columns)
        continue;
      for (guint i = 0; i < n_columns; i++)
        widths[i] = CLAMP (g_ascii_strtod (words[i], NULL), 0, 400);
      break;
    }
  return widths;
}

static void
add_columns (MattraReportBuild     *build,
             const MattraTableForm *form,
             MattraTable           *table,
             GPtrArray             *columns)
{
  g_autofree double *widths = read_widths (build, form, columns->len);

  for (guint i = 0; i < columns->len; i++)
    {
      const MattraReportColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *head = column_head (build, column);

      mattra_table_add_column (table, head, widths[i]);
      mattra_table_name_column (table, i, column->type->field);
      if (mattra_column_is_field (column, "title"))
        mattra_table_set_lead (table, i);
    }
}

/* Whether it depends on the measures which columns there are: not where they are named, but for the office's own. */
static gboolean
needs_survey (MattraReportBuild     *self,
              const MattraTableForm *form)
{
  const char *own = own_setting (self, MATTRA_SETTING_COLUMN_ORDER);
  const char *fields = own && *own != '\0' ? own : form->fields;

  return fields == NULL || own != NULL || strstr (fields, MATTRA_REPORT_EXTRA) != NULL;
}

gboolean
mattra_report_add_table (MattraReportBuild  *self,
                         GError            **error)
{
  const MattraTableForm *form = self->kind->form;
  g_auto (Survey) survey = { { FALSE }, g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GPtrArray) columns = NULL;
  MattraRowSource *rows;
  MattraTable *table;

  if (!mattra_report_need_measures (self, error)
      || (needs_survey (self, form) && !survey_measures (self, &survey, error)))
    return FALSE;
  columns = choose_columns (self, form, &survey);
  rows = mattra_row_source_new (&rows_funcs, rows_new (self, columns));
  table = mattra_document_add_table (self->document, MATTRA_REPORT_TABLE_POINTS, rows);
  add_columns (self, form, table, columns);
  mattra_table_set_least_lines (table, form->least_lines);
  if (!self->one_of_several)
    mattra_table_set_main (table, 0, FALSE);
  return TRUE;
}

/* Adds what the paper could have besides: columns that are there but not printed, as they stand in the usual table. */
static void
add_others (MattraReportBuild *self,
            const Survey      *survey,
            GPtrArray         *choices)
{
  for (guint i = 0; i < MATTRA_N_COLUMN_TYPES; i++)
    {
      const MattraColumnType *type = &mattra_column_types[i];
      MattraReportColumn column = { type };
      MattraReportColumnChoice *choice;
      gboolean known = FALSE;

      for (guint k = 0; k < choices->len; k++)
        known |= g_str_equal (((MattraReportColumnChoice *) g_ptr_array_index (choices, k))->field, type->field);
      if (known || (!self->kind->form->fields && use_of (self->kind->form, i) == MATTRA_COLUMN_NEVER)
          || (g_str_equal (type->field, MATTRA_REPORT_EXTRA) && survey->labels->len == 0))
        continue;
      choice = g_new0 (MattraReportColumnChoice, 1);
      choice->field = g_strdup (type->field);
      choice->head = *type->head != '\0' ? column_head (self, &column)
                                         : mattra_report_digits (self, g_ptr_array_index (survey->labels, 0));
      choice->n_columns = *type->head != '\0' ? 1 : survey->labels->len;
      g_ptr_array_add (choices, choice);
    }
}

/* The columns that print, in their order, then those that could. The office's own columns are one. */
GPtrArray *
mattra_report_choose_columns (MattraReportBuild  *self,
                              GError            **error)
{
  const MattraTableForm *form = self->kind->form;
  g_auto (Survey) survey = { { FALSE }, g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_report_column_choice_free);
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree double *widths = NULL;

  if (!survey_measures (self, &survey, error))
    return NULL;
  columns = choose_columns (self, form, &survey);
  widths = read_widths (self, form, columns->len);
  for (guint i = 0; i < columns->len; i++)
    {
      const MattraReportColumn *column = g_ptr_array_index (columns, i);
      MattraReportColumnChoice *choice = choices->len > 0 ? g_ptr_array_index (choices, choices->len - 1) : NULL;
      g_autofree char *head = column_head (self, column);

      if (choice == NULL || !g_str_equal (choice->field, column->type->field))
        {
          choice = g_new0 (MattraReportColumnChoice, 1);
          choice->field = g_strdup (column->type->field);
          choice->width = widths[i];
          choice->shown = TRUE;
          g_ptr_array_add (choices, choice);
        }
      choice->n_columns++;
      if (choice->n_columns == 1)
        choice->head = g_steal_pointer (&head);
      else
        {
          g_autofree char *before = choice->head;

          choice->head = g_strdup_printf ("%s, %s", before, head);
        }
    }
  add_others (self, &survey, choices);
  return g_steal_pointer (&choices);
}
