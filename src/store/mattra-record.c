/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-record.h"

#include <string.h>

void
mattra_record_clear (MattraRecord *self)
{
  for (guint i = 0; i < MATTRA_MAX_COLUMNS; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

void
mattra_record_take_copy (MattraRecord         *self,
                      guint              column,
                      const MattraValue *value)
{
  g_free (self->texts[column]);
  self->texts[column] = NULL;
  self->values[column] = *value;
  if (value->type != MATTRA_VALUE_TEXT)
    return;
  self->texts[column] = g_strndup (value->data, value->length);
  self->values[column].data = self->texts[column];
}

static gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\';
}

/* Copies whole runs: hardly any text of a register holds a character to be escaped. */
static void
append_text (GString    *json,
             const char *text,
             gsize       length)
{
  static const char hex[] = "0123456789abcdef";
  gsize start = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if (!needs_escape (c))
        continue;
      g_string_append_len (json, text + start, i - start);
      start = i + 1;
      if (c < 0x20)
        {
          g_string_append (json, "\\u00");
          g_string_append_c (json, hex[c >> 4]);
          g_string_append_c (json, hex[c & 15]);
          continue;
        }
      g_string_append_c (json, '\\');
      g_string_append_c (json, c);
    }
  g_string_append_len (json, text + start, length - start);
}

static void
append_integer (GString *json,
                gint64   integer)
{
  char digits[24];
  int length = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, integer);

  g_string_append_len (json, digits, length);
}

void
mattra_record_append_json (GString           *json,
                        MattraTableId      table,
                        const MattraValue *values)
{
  const MattraTable *description = mattra_schema_table (table);
  char separator = '{';

  for (guint i = 0; i < description->n_columns; i++)
    {
      if (values[i].type == MATTRA_VALUE_NULL)
        continue;
      g_string_append_c (json, separator);
      g_string_append_c (json, '"');
      g_string_append (json, description->columns[i].name);
      g_string_append_len (json, "\":", 2);
      separator = ',';
      if (values[i].type == MATTRA_VALUE_INTEGER)
        {
          append_integer (json, values[i].integer);
          continue;
        }
      g_string_append_c (json, '"');
      append_text (json, values[i].data, values[i].length);
      g_string_append_c (json, '"');
    }
  g_string_append_c (json, '}');
}

static gboolean
parse_escape (const char **cursor,
              GString     *text)
{
  const char *at = *cursor + 1;

  if (*at == '"' || *at == '\\')
    {
      g_string_append_c (text, *at);
      *cursor = at + 1;
      return TRUE;
    }
  if (strncmp (at, "u00", 3) != 0 || !g_ascii_isxdigit (at[3]) || !g_ascii_isxdigit (at[4]))
    return FALSE;
  g_string_append_c (text, g_ascii_xdigit_value (at[3]) << 4 | g_ascii_xdigit_value (at[4]));
  *cursor = at + 5;
  return TRUE;
}

/* Returns: (transfer full) (nullable): what stands between two quotes, the cursor being behind them. */
static char *
parse_text (const char **cursor)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (**cursor != '"')
    return NULL;
  for ((*cursor)++; **cursor != '"';)
    {
      gsize run = strcspn (*cursor, "\"\\");

      g_string_append_len (text, *cursor, run);
      *cursor += run;
      if (**cursor == '\0' || (**cursor == '\\' && !parse_escape (cursor, text)))
        return NULL;
    }
  (*cursor)++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
parse_value (MattraRecord   *self,
             guint        column,
             const char **cursor)
{
  char *end;

  if (**cursor != '"')
    {
      self->values[column] = mattra_value_integer (g_ascii_strtoll (*cursor, &end, 10));
      if (end == *cursor)
        return FALSE;
      *cursor = end;
      return TRUE;
    }
  g_free (self->texts[column]);
  self->texts[column] = parse_text (cursor);
  self->values[column] = mattra_value_text (self->texts[column]);
  return self->texts[column] != NULL;
}

/* Reads what mattra_record_append_json() wrote, also by an older version with fewer columns; a column
 * that is not named is null. @self must be empty or initialised with zeros. */
gboolean
mattra_record_parse_json (MattraRecord     *self,
                       MattraTableId  table,
                       const char    *json)
{
  const char *cursor = json;
  guint column;

  mattra_record_clear (self);
  for (guint i = 0; i < MATTRA_MAX_COLUMNS; i++)
    self->values[i] = mattra_value_null ();
  if (*cursor != '{')
    return FALSE;
  while (*cursor == '{' || *cursor == ',')
    {
      g_autofree char *name = NULL;

      cursor++;
      name = parse_text (&cursor);
      if (name == NULL || *cursor++ != ':' || !mattra_schema_find_column (table, name, &column)
          || !parse_value (self, column, &cursor))
        return FALSE;
    }
  return cursor[0] == '}' && cursor[1] == '\0';
}

gboolean
mattra_value_equal (const MattraValue *a,
                    const MattraValue *b)
{
  if (a->type != b->type)
    return FALSE;
  if (a->type == MATTRA_VALUE_INTEGER)
    return a->integer == b->integer;
  if (a->type == MATTRA_VALUE_NULL)
    return TRUE;
  return a->length == b->length && memcmp (a->data, b->data, a->length) == 0;
}

/* Returns: (transfer full) (nullable): the value as old or new of a change. */
char *
mattra_value_to_log (const MattraValue *value)
{
  if (value->type == MATTRA_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  return g_strdup (mattra_value_get_text (value));
}

/* The value points to @text. */
MattraValue
mattra_value_from_log (MattraTableId  table,
                       guint          column,
                       const char    *text)
{
  if (text != NULL && mattra_schema_table (table)->columns[column].type == MATTRA_VALUE_INTEGER)
    return mattra_value_integer (g_ascii_strtoll (text, NULL, 10));
  return mattra_value_text (text);
}

MattraDate
mattra_value_get_date (const MattraValue *value)
{
  MattraDate date = MATTRA_DATE_NONE;
  const char *text = mattra_value_get_text (value);

  if (text == NULL || !mattra_date_parse_iso (text, &date))
    return MATTRA_DATE_NONE;
  return date;
}

void
mattra_value_copy_text (char              **target,
                        const MattraValue  *value)
{
  g_free (*target);
  *target = g_strdup (mattra_value_get_text (value));
}
