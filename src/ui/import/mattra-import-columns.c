/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-columns.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MattraImportColumns *group;
  GtkWidget *row;
  guint position;
  MattraField field;
  MattraField fields[MATTRA_N_FIELDS]; /* what the row offers, in its order */
  guint n_fields;
} Column;

struct _MattraImportColumns
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *columns; /* Column */
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraImportColumns, mattra_import_columns, ADW_TYPE_PREFERENCES_GROUP)

/* What a column may be said to hold, the usual order of an office's table first. */
static const struct
{
  MattraField field;
  const char *name;
} choices[] = {
  { MATTRA_FIELD_NUMBER, N_("Number") },
  { MATTRA_FIELD_TITLE, N_("Measure") },
  { MATTRA_FIELD_STEPS, N_("Steps") },
  { MATTRA_FIELD_RESPONSIBLE, N_("Responsible") },
  { MATTRA_FIELD_PERIOD, N_("Period") },
  { MATTRA_FIELD_PERIOD_START, N_("Beginning of the period") },
  { MATTRA_FIELD_PERIOD_END, N_("End of the period") },
  { MATTRA_FIELD_STATUS, N_("Status of doing") },
  { MATTRA_FIELD_RESULTS, N_("Results") },
  { MATTRA_FIELD_OBSTACLES, N_("Obstacles") },
  { MATTRA_FIELD_RECOMMENDATIONS, N_("Recommendations") },
  { MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS, N_("Obstacles and recommendations") },
  { MATTRA_FIELD_INDICATORS, N_("Indicators of success") },
  { MATTRA_FIELD_ITA_INDICATOR, N_("ITA indicator") },
  { MATTRA_FIELD_TOPIC, N_("Topic of the analysis") },
  { MATTRA_FIELD_SECTION, N_("Section") },
  { MATTRA_FIELD_FOLLOW_UP, N_("Follow-up") },
  { MATTRA_FIELD_EVIDENCE, N_("Evidence") },
  { MATTRA_FIELD_BUDGET, N_("Budget") },
  { MATTRA_FIELD_NOTE, N_("Note") },
  { MATTRA_FIELD_EXTRA, N_("A column of its own") },
  { MATTRA_FIELD_NONE, N_("Leave it out") },
  { MATTRA_FIELD_PERIOD_TICK, N_("Ticks of months or quarters") },
  { MATTRA_FIELD_STATUS_TICK, N_("Ticks of a status") },
};

/* Ticks are known by their heads; other columns can't be made ones. */
static gboolean
is_offered (MattraField field,
            MattraField read_as)
{
  return (field != MATTRA_FIELD_PERIOD_TICK && field != MATTRA_FIELD_STATUS_TICK) || field == read_as;
}

static void
remove_rows (MattraImportColumns *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), ((Column *) g_ptr_array_index (self->columns, i))->row);
  g_ptr_array_set_size (self->columns, 0);
}

/* Who holds what was chosen takes what the chooser gives up: so none is lost, the measure's title least. */
static void
exchange (MattraImportColumns *self,
          Column              *chooser,
          MattraField          field)
{
  for (guint i = 0; i < self->columns->len && !mattra_field_may_repeat (field); i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);

      if (column != chooser && column->field == field)
        column->field = chooser->field == MATTRA_FIELD_NONE ? MATTRA_FIELD_EXTRA : chooser->field;
    }
  chooser->field = field;
}

static void
select_field (Column *column)
{
  for (guint i = 0; i < column->n_fields; i++)
    if (column->fields[i] == column->field)
      adw_combo_row_set_selected (ADW_COMBO_ROW (column->row), i);
}

static void
field_chosen (GtkWidget  *row,
              GParamSpec *property,
              Column     *column)
{
  MattraImportColumns *self = column->group;
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  MattraField field = selected < column->n_fields ? column->fields[selected] : column->field;

  if (self->filling || field == column->field)
    return;
  /* A table is one of measures: their column can be another one, but not none. */
  if (column->field == MATTRA_FIELD_TITLE && mattra_field_may_repeat (field))
    {
      select_field (column);
      return;
    }
  exchange (self, column, field);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
new_row (Column                 *column,
         const MattraImportHead *head)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (is_offered (choices[i].field, head->field))
      {
        gtk_string_list_append (names, _(choices[i].name));
        column->fields[column->n_fields++] = choices[i].field;
      }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *head->label ? head->label : _("Without a head"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));

  return row;
}

static void
add_row (MattraImportColumns    *self,
         const MattraImportHead *head,
         guint                   position)
{
  Column *column = g_new0 (Column, 1);

  column->group = self;
  column->position = position;
  column->field = head->field;
  column->row = new_row (column, head);
  select_field (column);
  g_signal_connect (column->row, "notify::selected", G_CALLBACK (field_chosen), column);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), column->row);
  g_ptr_array_add (self->columns, column);
}

static void
mattra_import_columns_dispose (GObject *object)
{
  MATTRA_IMPORT_COLUMNS (object)->filling = TRUE;

  G_OBJECT_CLASS (mattra_import_columns_parent_class)->dispose (object);
}

static void
mattra_import_columns_finalize (GObject *object)
{
  g_ptr_array_unref (MATTRA_IMPORT_COLUMNS (object)->columns);

  G_OBJECT_CLASS (mattra_import_columns_parent_class)->finalize (object);
}

static void
mattra_import_columns_class_init (MattraImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_import_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_import_columns_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
mattra_import_columns_init (MattraImportColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_free);
}

/**
 * mattra_import_columns_set_import:
 * @self: the columns
 * @import: what was read
 *
 * Shows the columns of a document and what each was read as.
 */
void
mattra_import_columns_set_import (MattraImportColumns *self,
                                  MattraImport        *import)
{
  GPtrArray *heads;

  g_return_if_fail (MATTRA_IS_IMPORT_COLUMNS (self) && MATTRA_IS_IMPORT (import));

  heads = mattra_import_get_heads (import);
  self->filling = TRUE;
  remove_rows (self);
  for (guint i = 0; i < heads->len; i++)
    add_row (self, g_ptr_array_index (heads, i), i);
  self->filling = FALSE;
}

/**
 * mattra_import_columns_dup_meanings:
 * @self: the columns
 *
 * Returns: (transfer full) (element-type MattraColumnMeaning): what the columns hold
 */
GArray *
mattra_import_columns_dup_meanings (MattraImportColumns *self)
{
  GArray *meanings;

  g_return_val_if_fail (MATTRA_IS_IMPORT_COLUMNS (self), NULL);

  meanings = g_array_new (FALSE, FALSE, sizeof (MattraColumnMeaning));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);
      MattraColumnMeaning meaning = { column->position, column->field };

      g_array_append_val (meanings, meaning);
    }

  return meanings;
}
