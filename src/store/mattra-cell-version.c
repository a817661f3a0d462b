/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <string.h>

#define CHANGES_A_TIME 1000

/**
 * mattra_cell_version_free:
 * @self: (transfer full) (nullable): a version of a cell
 *
 * Frees a version.
 */
void
mattra_cell_version_free (MattraCellVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->at_utc);
  g_free (self->person);
  g_free (self->name);
  g_free (self->arguments);
  g_free (self->before);
  g_free (self->after);
  g_free (self->step);
  g_free (self);
}

/* A line of the cell, or a tick on a step; the log is played over them from the beginning on. */
typedef struct
{
  char *id;
  char *sort_key;
  char *text;
  char *step; /* ULID, of a tick */
  gboolean deleted;
} Line;

typedef struct
{
  GPtrArray *lines; /* Line */
  GHashTable *ids;  /* id: Line */
  char *value;      /* of a cell that is no list of lines */
} Past;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->id);
  g_free (line->sort_key);
  g_free (line->text);
  g_free (line->step);
  g_free (line);
}

static void
past_init (Past *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->value = NULL;
}

static void
past_clear (Past *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->lines);
  g_free (self->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_clear)

static Line *
ensure_line (Past       *self,
             const char *id)
{
  Line *line = g_hash_table_lookup (self->ids, id);

  if (line != NULL)
    return line;
  line = g_new0 (Line, 1);
  line->id = g_strdup (id);
  g_ptr_array_add (self->lines, line);
  g_hash_table_insert (self->ids, line->id, line);
  return line;
}

static void
set_of_line (Line       *line,
             const char *column,
             const char *value)
{
  const struct
  {
    const char *column;
    char **place;
  } texts[] = { { "sort_key", &line->sort_key }, { "text", &line->text }, { "step", &line->step } };

  if (g_str_equal (column, "deleted"))
    line->deleted = g_strcmp0 (value, "1") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].column, column))
      {
        g_free (*texts[i].place);
        *texts[i].place = g_strdup (value);
      }
}

/* A row that was added says all of its columns at once. */
static void
play_over_line (Past               *self,
                MattraTableId       table,
                const MattraChange *change)
{
  g_auto (MattraRecord) row = { 0 };
  Line *line = ensure_line (self, change->row);

  if (change->column != NULL)
    {
      set_of_line (line, change->column, change->new_value);
      return;
    }
  if (change->new_value == NULL || !mattra_record_parse_json (&row, table, change->new_value))
    return;
  for (guint i = 0; i < mattra_schema_table (table)->n_columns; i++)
    {
      g_autofree char *value = mattra_value_to_log (&row.values[i]);

      set_of_line (line, mattra_schema_table (table)->columns[i].name, value);
    }
}

static void
play_over_value (Past               *self,
                 MattraTableId       table,
                 guint               column,
                 const MattraChange *change)
{
  g_auto (MattraRecord) row = { 0 };

  if (change->column == NULL && !mattra_record_parse_json (&row, table, change->new_value))
    return;
  g_free (self->value);
  self->value = change->column != NULL ? g_strdup (change->new_value) : mattra_value_to_log (&row.values[column]);
}

static const char *
column_of (const char *field)
{
  return g_str_equal (field, "status") ? "stated" : field;
}

static void
play (Past               *self,
      const char         *field,
      const MattraChange *change)
{
  MattraTableId table;
  guint column;

  if (!mattra_schema_find_table (change->table, &table))
    return;
  if (table != TABLE_MEASURE && table != TABLE_ANSWER)
    play_over_line (self, table, change);
  else if (mattra_schema_find_column (table, column_of (field), &column))
    play_over_value (self, table, column, change);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = *(const Line *const *) a;
  const Line *second = *(const Line *const *) b;
  int order = g_strcmp0 (first->sort_key, second->sort_key);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/* The cell as it stands: its lines in order, ticks are none of them. */
static char *
say (const Past *self)
{
  g_autoptr (GPtrArray) sorted = NULL;
  GString *text;

  if (self->value != NULL || self->lines->len == 0)
    return g_strdup (self->value != NULL ? self->value : "");
  sorted = g_ptr_array_new ();
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      if (!line->deleted && line->text != NULL)
        g_ptr_array_add (sorted, line);
    }
  g_ptr_array_sort (sorted, compare_lines);
  text = g_string_new (NULL);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((const Line *) g_ptr_array_index (sorted, i))->text);
  return g_string_free (text, FALSE);
}

/* Which step an act ticked, where it did. */
static void
note_tick (const Past         *self,
           const MattraChange *change,
           MattraCellVersion  *version)
{
  const Line *tick = g_hash_table_lookup (self->ids, change->row);
  const Line *step = NULL;

  if (!g_str_equal (change->table, "step_done") || tick == NULL || tick->step == NULL)
    return;
  step = g_hash_table_lookup (self->ids, tick->step);
  if (step == NULL || step->text == NULL)
    return;
  g_free (version->step);
  version->step = g_strdup (step->text);
  version->done = !tick->deleted;
}

static MattraCellVersion *
new_version (const MattraChange *change)
{
  MattraCellVersion *version = g_new0 (MattraCellVersion, 1);

  version->at_utc = g_strdup (change->at_utc);
  version->person = g_strdup (change->person);
  version->name = g_strdup (change->name);
  version->arguments = g_strdup (change->arguments);
  version->kind = change->kind;
  version->undone = change->undone;
  return version;
}

/* Plays one act, whose changes are from @first on, and keeps what it made of the cell. */
static guint
play_act (Past       *past,
          const char *field,
          GPtrArray  *changes,
          guint       first,
          GPtrArray  *versions)
{
  const MattraChange *change = g_ptr_array_index (changes, first);
  const char *act = change->act;
  MattraCellVersion *version = new_version (change);
  guint i;

  version->before = say (past);
  for (i = first; i < changes->len; i++)
    {
      change = g_ptr_array_index (changes, i);
      if (!g_str_equal (change->act, act))
        break;
      play (past, field, change);
      note_tick (past, change, version);
    }
  version->after = say (past);
  if (version->step != NULL || !g_str_equal (version->before, version->after))
    g_ptr_array_insert (versions, 0, version);
  else
    mattra_cell_version_free (version);
  return i;
}

/* The newest act comes first, within an act the first change: turned into the order of time. */
static void
append_in_time (GPtrArray *changes,
                GPtrArray *in_time)
{
  guint end = changes->len;

  while (end > 0)
    {
      guint start = end - 1;
      const char *act = ((const MattraChange *) g_ptr_array_index (changes, start))->act;

      while (start > 0 && g_str_equal (((const MattraChange *) g_ptr_array_index (changes, start - 1))->act, act))
        start--;
      for (guint i = start; i < end; i++)
        g_ptr_array_add (in_time, g_ptr_array_index (changes, i));
      end = start;
    }
}

static gboolean
load_all (MattraStore  *self,
          const char   *measure,
          const char   *field,
          MattraRound   round,
          const char   *division,
          GPtrArray    *changes,
          GError      **error)
{
  guint n = CHANGES_A_TIME;

  while (n == CHANGES_A_TIME)
    {
      g_autoptr (GPtrArray) page = mattra_store_load_cell_history (self, measure, field, round, division,
                                                                   changes->len, CHANGES_A_TIME, error);

      if (page == NULL)
        return FALSE;
      n = page->len;
      g_ptr_array_extend_and_steal (changes, g_steal_pointer (&page));
    }
  return TRUE;
}

/**
 * mattra_store_load_cell_versions:
 * @self: a register
 * @measure: ULID of a measure
 * @field: field as in JSON, see mattra_store_load_cell_history()
 * @round: round of the answer, for the fields that belong to one
 * @division: (nullable): ULID of the answering division; %NULL for the joint answer
 * @error: why not
 *
 * Reads what acts made of one cell as a whole, the newest first: its text before and after each of them, and
 * which step was ticked.
 *
 * Returns: (transfer full) (element-type MattraCellVersion) (nullable): the versions
 */
GPtrArray *
mattra_store_load_cell_versions (MattraStore  *self,
                                 const char   *measure,
                                 const char   *field,
                                 MattraRound   round,
                                 const char   *division,
                                 GError      **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_change_free);
  g_autoptr (GPtrArray) in_time = g_ptr_array_new ();
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_cell_version_free);
  g_auto (Past) past = { 0 };
  guint next = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (measure != NULL && field != NULL, NULL);

  past_init (&past);
  if (!load_all (self, measure, field, round, division, changes, error))
    return NULL;
  append_in_time (changes, in_time);
  while (next < in_time->len)
    next = play_act (&past, field, in_time, next, versions);
  return g_steal_pointer (&versions);
}
