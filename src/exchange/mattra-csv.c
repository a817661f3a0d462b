/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-field.h"
#include "mattra-items.h"

/* Written in pieces of this size. */
#define PIECE_BYTES 65536

/* The columns that are not in the office's own table, in this order after those that are. */
static const MattraField usual_order[] = {
  MATTRA_FIELD_NUMBER, MATTRA_FIELD_SECTION, MATTRA_FIELD_ITA_INDICATOR, MATTRA_FIELD_TOPIC, MATTRA_FIELD_TITLE,
  MATTRA_FIELD_STEPS, MATTRA_FIELD_INDICATORS, MATTRA_FIELD_RESPONSIBLE, MATTRA_FIELD_PERIOD, MATTRA_FIELD_BUDGET,
  MATTRA_FIELD_FOLLOW_UP, MATTRA_FIELD_STATUS, MATTRA_FIELD_RESULTS, MATTRA_FIELD_OBSTACLES,
  MATTRA_FIELD_RECOMMENDATIONS, MATTRA_FIELD_EVIDENCE, MATTRA_FIELD_NOTE,
};

/* Number marks to choose from: the first that reads back as the same items. */
static const struct
{
  const char *before;
  const char *after;
} marks[] = { { "", "." }, { "", ")" }, { "(", ")" }, { "", ".)" } };

typedef struct
{
  MattraPlan *plan;
  const MattraCsvOptions *options;
  GOutputStream *stream;
  GString *text;
  GArray *fields;      /* MattraField, as they are written */
  GPtrArray *extras;   /* labels of extra columns */
  gboolean used[MATTRA_N_FIELDS];
} Csv;

static gboolean
has_items (Csv            *self,
           MattraMeasure  *measure,
           MattraItemKind  kind)
{
  g_autoptr (GPtrArray) items = mattra_plan_compose (self->plan, measure, kind, self->options->round);

  return items->len > 0;
}

static void
find_extras (Csv           *self,
             MattraMeasure *measure)
{
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);

  for (guint i = 0; i < items->len; i++)
    {
      const char *label = ((MattraItem *) g_ptr_array_index (items, i))->label;

      if (label != NULL && !g_ptr_array_find_with_equal_func (self->extras, label, g_str_equal, NULL))
        g_ptr_array_add (self->extras, g_strdup (label));
    }
}

static void
find_used (Csv           *self,
           MattraMeasure *measure)
{
  for (guint field = MATTRA_FIELD_NUMBER; field < MATTRA_N_FIELDS; field++)
    {
      MattraItemKind kind;

      if (!self->used[field] && field != MATTRA_FIELD_EXTRA && mattra_field_to_item_kind (field, &kind))
        self->used[field] = has_items (self, measure, kind);
    }

  self->used[MATTRA_FIELD_SECTION] |= mattra_measure_get_section (measure) != NULL;
  self->used[MATTRA_FIELD_ITA_INDICATOR] |= mattra_measure_get_ita_indicator (measure) > 0;
  self->used[MATTRA_FIELD_TOPIC] |= mattra_measure_get_topic (measure) > 0;
  self->used[MATTRA_FIELD_RESPONSIBLE] |= mattra_measure_get_parties (measure)->len > 0;
  self->used[MATTRA_FIELD_PERIOD] |= mattra_measure_get_period_text (measure) != NULL;
  self->used[MATTRA_FIELD_STATUS]
      |= mattra_plan_stated_status (self->plan, measure, self->options->round) != MATTRA_STATUS_NONE;
  find_extras (self, measure);
}

static gboolean
visit_used (MattraMeasure  *measure,
            gpointer        user_data,
            GError        **error)
{
  find_used (user_data, measure);

  return TRUE;
}

static void
add_field (Csv         *self,
           MattraField  field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, MattraField, i) == field)
      return;

  g_array_append_val (self->fields, field);
}

static void
order_fields (Csv *self)
{
  const char *order = mattra_plan_get_setting (self->plan, MATTRA_SETTING_COLUMN_ORDER);
  g_auto (GStrv) names = g_strsplit (order != NULL ? order : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      MattraField field;

      if (mattra_field_from_string (names[i], &field) && *mattra_field_to_label (field) != '\0')
        add_field (self, field);
    }

  self->used[MATTRA_FIELD_NUMBER] = self->used[MATTRA_FIELD_TITLE] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (usual_order); i++)
    if (self->used[usual_order[i]])
      add_field (self, usual_order[i]);
}

/* The office's own head where it reads back as the same field without its neighbours' help. */
static const char *
label_of (Csv         *self,
          MattraField  field)
{
  g_autofree char *setting = g_strconcat (MATTRA_SETTING_COLUMN_LABEL, mattra_field_to_string (field), NULL);
  const char *label = mattra_plan_get_setting (self->plan, setting);
  MattraFieldName name;

  if (label != NULL && mattra_field_from_head (label, FALSE, &name) && name.exact && name.field == field)
    return label;

  return mattra_field_to_label (field);
}

static gboolean
would_compute (const char *text)
{
  return *text != '\0' && strchr ("=+-@", *text) != NULL;
}

/* Reading takes an apostrophe off before "=", "+", "-" and "@": one that belongs to the text is doubled. */
static void
append_cell (Csv        *self,
             const char *text,
             gboolean    is_first)
{
  const char *after = text + strspn (text, "'");
  gboolean prefix = would_compute (after) && (after > text || self->options->safe);
  gboolean quote = strpbrk (text, ",;|\t\"\n\r") != NULL || *text == ' ' || *text == '\'';

  if (!is_first)
    g_string_append_c (self->text, ',');
  if (quote)
    g_string_append_c (self->text, '"');
  if (prefix)
    g_string_append_c (self->text, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  if (quote)
    g_string_append_c (self->text, '"');
}

static gboolean
flush (Csv      *self,
       gboolean  whole,
       GError  **error)
{
  g_autoptr (GError) cause = NULL;

  if (!whole && self->text->len < PIECE_BYTES)
    return TRUE;

  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL, &cause))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
                   _("The CSV cannot be written: %s. Free space or choose another place."), cause->message);
      return FALSE;
    }
  g_string_truncate (self->text, 0);

  return TRUE;
}

static gboolean
reads_back (const char *cell,
            GPtrArray  *items)
{
  MattraItemRun run = { 0 };
  gboolean joins;
  g_autoptr (GPtrArray) pieces = mattra_items_split (cell, &run, &joins);

  if (pieces->len != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (strcmp (g_ptr_array_index (pieces, i), ((MattraComposedItem *) g_ptr_array_index (items, i))->text) != 0)
      return FALSE;

  return TRUE;
}

/* The items numbered, one a line. */
static char *
number_items (GPtrArray *items)
{
  g_autofree char *first = NULL;

  for (guint mark = 0; mark < G_N_ELEMENTS (marks); mark++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      for (guint i = 0; i < items->len; i++)
        {
          g_string_append_printf (cell, "%s%s%u%s ", i > 0 ? "\n" : "", marks[mark].before, i + 1, marks[mark].after);
          g_string_append (cell, ((MattraComposedItem *) g_ptr_array_index (items, i))->text);
        }
      if (reads_back (cell->str, items))
        return g_string_free (g_steal_pointer (&cell), FALSE);
      if (first == NULL)
        first = g_string_free (g_steal_pointer (&cell), FALSE);
    }

  return g_steal_pointer (&first);
}

static char *
items_text (Csv            *self,
            MattraMeasure  *measure,
            MattraItemKind  kind)
{
  g_autoptr (GPtrArray) items = mattra_plan_compose (self->plan, measure, kind, self->options->round);
  const MattraComposedItem *only = items->len == 1 ? g_ptr_array_index (items, 0) : NULL;

  if (items->len == 0)
    return g_strdup ("");

  return only != NULL && only->none ? g_strdup (only->text) : number_items (items);
}

static char *
parties_text (MattraMeasure *measure)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((MattraParty *) g_ptr_array_index (parties, i))->text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
number_text (int number)
{
  return number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");
}

static char *
status_text (Csv           *self,
             MattraMeasure *measure)
{
  MattraStatus stated = mattra_plan_stated_status (self->plan, measure, self->options->round);

  return g_strdup (stated != MATTRA_STATUS_NONE ? mattra_status_to_thai (stated) : "");
}

static char *
field_text (Csv           *self,
            MattraMeasure *measure,
            MattraField    field)
{
  MattraItemKind kind;

  if (mattra_field_to_item_kind (field, &kind))
    return items_text (self, measure, kind);

  switch ((int) field)
    {
    case MATTRA_FIELD_NUMBER:
      return number_text (mattra_measure_get_number (measure));
    case MATTRA_FIELD_TITLE:
      return g_strdup (mattra_measure_get_title (measure));
    case MATTRA_FIELD_SECTION:
      return g_strdup (mattra_measure_get_section (measure));
    case MATTRA_FIELD_ITA_INDICATOR:
      return number_text (mattra_measure_get_ita_indicator (measure));
    case MATTRA_FIELD_TOPIC:
      return number_text (mattra_measure_get_topic (measure));
    case MATTRA_FIELD_RESPONSIBLE:
      return parties_text (measure);
    case MATTRA_FIELD_STATUS:
      return status_text (self, measure);
    default:
      return g_strdup (mattra_measure_get_period_text (measure));
    }
}

static char *
extra_text (MattraMeasure *measure,
            const char    *label)
{
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->label, label) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_header (Csv *self)
{
  if (self->options->byte_order_mark)
    g_string_append (self->text, "\xEF\xBB\xBF");
  for (guint i = 0; i < self->fields->len; i++)
    append_cell (self, label_of (self, g_array_index (self->fields, MattraField, i)), i == 0);
  for (guint i = 0; i < self->extras->len; i++)
    append_cell (self, g_ptr_array_index (self->extras, i), FALSE);
  g_string_append (self->text, "\r\n");
}

static gboolean
visit_row (MattraMeasure  *measure,
           gpointer        user_data,
           GError        **error)
{
  Csv *self = user_data;

  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autofree char *text = field_text (self, measure, g_array_index (self->fields, MattraField, i));

      append_cell (self, text != NULL ? text : "", i == 0);
    }
  for (guint i = 0; i < self->extras->len; i++)
    {
      g_autofree char *text = extra_text (measure, g_ptr_array_index (self->extras, i));

      append_cell (self, text, FALSE);
    }
  g_string_append (self->text, "\r\n");

  return flush (self, FALSE, error);
}

/**
 * mattra_csv_write:
 * @plan: the plan
 * @measures: its measures; they are read twice from the beginning, one by one
 * @options: round and form
 * @stream: where the CSV goes; it is not closed
 * @error: return location for an error
 *
 * Writes a plan as CSV (RFC 4180): the columns in the office's order and with its heads where these say what
 * they hold, then every other column that is used; the items of a cell numbered, one a line. Reading the file
 * gives the same measures.
 *
 * Returns: %TRUE, or %FALSE with %MATTRA_ERROR_IO or the error of @measures
 */
gboolean
mattra_csv_write (MattraPlan              *plan,
                  MattraMeasureSource     *measures,
                  const MattraCsvOptions  *options,
                  GOutputStream           *stream,
                  GError                 **error)
{
  Csv self = { plan, options, stream, NULL, NULL, NULL, { FALSE } };
  g_autoptr (GString) text = g_string_sized_new (PIECE_BYTES * 2);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MattraField));
  g_autoptr (GPtrArray) extras = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (measures), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  self.text = text;
  self.fields = fields;
  self.extras = extras;
  if (!mattra_measure_source_for_each (measures, visit_used, &self, error))
    return FALSE;

  order_fields (&self);
  append_header (&self);

  return mattra_measure_source_for_each (measures, visit_row, &self, error) && flush (&self, TRUE, error);
}
