/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"

/* What a version is made of, as canonical JSON: an array with an array of six strings for each cell that holds
 * something, a line each, in the order of the plan. In texts only ", \ and control characters are escaped. */

#define N_TEXTS 6

/**
 * mattra_seal_cell_free:
 * @self: (transfer full) (nullable): a cell
 *
 * Frees a cell.
 */
void
mattra_seal_cell_free (MattraSealCell *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->number);
  g_free (self->field);
  g_free (self->division);
  g_free (self->division_name);
  g_free (self->text);
  g_free (self);
}

/* Writing */

static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guchar) *p);
      else if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/**
 * mattra_seal_cells_begin:
 *
 * Returns: (transfer full): what cells are appended to
 */
GString *
mattra_seal_cells_begin (void)
{
  return g_string_new ("[");
}

static void
append_texts (GString            *json,
              const char *const  *texts)
{
  g_string_append (json, json->len > 1 ? ",\n[" : "\n[");
  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_string (json, texts[i]);
    }
  g_string_append_c (json, ']');
}

/**
 * mattra_seal_cell_append:
 * @self: a cell
 * @json: where it is appended
 *
 * Writes a cell.
 */
void
mattra_seal_cell_append (const MattraSealCell *self,
                         GString              *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  append_texts (json, (const char *const[N_TEXTS]) { self->measure, self->number, self->field, self->division,
                                                     self->division_name, self->text });
}

/**
 * mattra_seal_cells_end:
 * @json: (transfer full): all cells
 *
 * Returns: (transfer full): the bytes that are kept
 */
GBytes *
mattra_seal_cells_end (GString *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_string_append (json, "\n]\n");
  return g_string_free_to_bytes (json);
}

/* Reading */

static gboolean
parse_escape (const char **cursor,
              GString     *text)
{
  const char *at = *cursor + 1;
  int high;
  int low;

  if (*at == '"' || *at == '\\')
    {
      g_string_append_c (text, *at);
      *cursor = at + 1;
      return TRUE;
    }
  if (strncmp (at, "u00", 3) != 0)
    return FALSE;
  high = g_ascii_xdigit_value (at[3]);
  low = high < 0 ? -1 : g_ascii_xdigit_value (at[4]);
  if (low < 0)
    return FALSE;
  g_string_append_c (text, high << 4 | low);
  *cursor = at + 5;
  return TRUE;
}

static gboolean
parse_string (const char **cursor,
              char       **result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (**cursor != '"')
    return FALSE;
  for ((*cursor)++; **cursor != '"';)
    {
      gsize run = strcspn (*cursor, "\"\\");

      g_string_append_len (text, *cursor, run);
      *cursor += run;
      if (**cursor == '\0' || (**cursor == '\\' && !parse_escape (cursor, text)))
        return FALSE;
    }
  (*cursor)++;
  *result = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

static MattraSealCell *
parse_cell (const char **cursor)
{
  MattraSealCell *cell = g_new0 (MattraSealCell, 1);
  char **texts[N_TEXTS] = { &cell->measure,       &cell->number, &cell->field, &cell->division,
                            &cell->division_name, &cell->text };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (*(*cursor)++ == (i == 0 ? '[' : ',') && parse_string (cursor, texts[i]))
        continue;
      mattra_seal_cell_free (cell);
      return NULL;
    }
  return cell;
}

static gboolean
parse_all (const char *json,
           GPtrArray  *cells)
{
  const char *cursor = json;

  if (*cursor++ != '[')
    return FALSE;
  while (g_str_has_prefix (cursor, "\n["))
    {
      MattraSealCell *cell;

      cursor++;
      cell = parse_cell (&cursor);
      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (cells, cell);
      if (*cursor++ != ']')
        return FALSE;
      if (*cursor == ',')
        cursor++;
    }
  return g_str_equal (cursor, "\n]\n");
}

/**
 * mattra_seal_cells_parse:
 * @json: what mattra_seal_cells_end() gave
 * @error: %MATTRA_ERROR_CORRUPT where it is not that
 *
 * Returns: (transfer full) (element-type MattraSealCell) (nullable): the cells
 */
GPtrArray *
mattra_seal_cells_parse (GBytes  *json,
                         GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_seal_cell_free);
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (json != NULL, NULL);

  data = g_bytes_get_data (json, &size);
  text = g_strndup (data, size);
  if (parse_all (text, cells))
    return g_steal_pointer (&cells);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
                       _("What the confirmed version was made of cannot be read; check the register"));
  return NULL;
}
