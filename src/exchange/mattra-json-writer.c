/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-json-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/* Written in pieces of this size. */
#define PIECE_BYTES 65536

struct _MattraJsonWriter
{
  GOutputStream *stream;
  GString *text;
  guint depth;
  gboolean has_members; /* of the object or array that is open */
};

/**
 * mattra_json_writer_new:
 * @stream: where the JSON goes
 *
 * Returns: (transfer full): a writer
 */
MattraJsonWriter *
mattra_json_writer_new (GOutputStream *stream)
{
  MattraJsonWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (MattraJsonWriter, 1);
  self->stream = g_object_ref (stream);
  self->text = g_string_sized_new (PIECE_BYTES * 2);

  return self;
}

/**
 * mattra_json_writer_free:
 * @self: (transfer full) (nullable): a writer
 */
void
mattra_json_writer_free (MattraJsonWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_escaped (GString    *text,
                const char *value)
{
  g_string_append_c (text, '"');
  while (*value != '\0')
    {
      gsize plain = 0;

      while ((guchar) value[plain] >= 0x20 && value[plain] != '"' && value[plain] != '\\')
        plain++;
      g_string_append_len (text, value, (gssize) plain);
      value += plain;
      if (*value == '\0')
        break;
      if (*value == '\n')
        g_string_append (text, "\\n");
      else if (*value == '\t')
        g_string_append (text, "\\t");
      else if ((guchar) *value < 0x20)
        g_string_append_printf (text, "\\u%04x", (guchar) *value);
      else
        g_string_append_printf (text, "\\%c", *value);
      value++;
    }
  g_string_append_c (text, '"');
}

static void
break_line (MattraJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_c (self->text, ' ');
}

static void
begin_value (MattraJsonWriter *self,
             const char       *key)
{
  if (self->has_members)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    break_line (self);
  if (key != NULL)
    {
      append_escaped (self->text, key);
      g_string_append (self->text, ": ");
    }
  self->has_members = TRUE;
}

static void
begin (MattraJsonWriter *self,
       const char       *key,
       char              bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->has_members = FALSE;
}

static void
end (MattraJsonWriter *self,
     char              bracket)
{
  self->depth--;
  if (self->has_members)
    break_line (self);
  g_string_append_c (self->text, bracket);
  if (self->depth == 0)
    g_string_append_c (self->text, '\n');
  self->has_members = TRUE;
}

/**
 * mattra_json_writer_begin_object:
 * @self: a writer
 * @key: (nullable): key of the object; %NULL in an array and for the whole
 */
void
mattra_json_writer_begin_object (MattraJsonWriter *self,
                                 const char       *key)
{
  g_return_if_fail (self != NULL);

  begin (self, key, '{');
}

/**
 * mattra_json_writer_end_object:
 * @self: a writer
 */
void
mattra_json_writer_end_object (MattraJsonWriter *self)
{
  g_return_if_fail (self != NULL && self->depth > 0);

  end (self, '}');
}

/**
 * mattra_json_writer_begin_array:
 * @self: a writer
 * @key: (nullable): key of the array; %NULL in an array
 */
void
mattra_json_writer_begin_array (MattraJsonWriter *self,
                                const char       *key)
{
  g_return_if_fail (self != NULL);

  begin (self, key, '[');
}

/**
 * mattra_json_writer_end_array:
 * @self: a writer
 */
void
mattra_json_writer_end_array (MattraJsonWriter *self)
{
  g_return_if_fail (self != NULL && self->depth > 0);

  end (self, ']');
}

/**
 * mattra_json_writer_add_string:
 * @self: a writer
 * @key: (nullable): key of the value; %NULL in an array
 * @value: (nullable): valid UTF-8; %NULL writes null
 */
void
mattra_json_writer_add_string (MattraJsonWriter *self,
                               const char       *key,
                               const char       *value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, key);
  if (value != NULL)
    append_escaped (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * mattra_json_writer_add_int:
 * @self: a writer
 * @key: (nullable): key of the value; %NULL in an array
 * @value: a number
 */
void
mattra_json_writer_add_int (MattraJsonWriter *self,
                            const char       *key,
                            int               value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, key);
  g_string_append_printf (self->text, "%d", value);
}

/**
 * mattra_json_writer_add_hundredths:
 * @self: a writer
 * @key: (nullable): key of the value; %NULL in an array
 * @hundredths: a number in hundredths, not negative: it is written with two decimals, whatever the locale
 */
void
mattra_json_writer_add_hundredths (MattraJsonWriter *self,
                                   const char       *key,
                                   gint64            hundredths)
{
  g_return_if_fail (self != NULL && hundredths >= 0);

  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT ".%02d", hundredths / 100, (int) (hundredths % 100));
}

/**
 * mattra_json_writer_add_date:
 * @self: a writer
 * @key: (nullable): key of the value; %NULL in an array
 * @date: a day, written as 2023-04-10; null for none
 */
void
mattra_json_writer_add_date (MattraJsonWriter *self,
                             const char       *key,
                             MattraDate        date)
{
  g_autofree char *iso = mattra_date_to_iso (date);

  mattra_json_writer_add_string (self, key, iso);
}

/**
 * mattra_json_writer_add_boolean:
 * @self: a writer
 * @key: (nullable): key of the value; %NULL in an array
 * @value: whether
 */
void
mattra_json_writer_add_boolean (MattraJsonWriter *self,
                                const char       *key,
                                gboolean          value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * mattra_json_writer_add_null:
 * @self: a writer
 * @key: (nullable): key of the value; %NULL in an array
 */
void
mattra_json_writer_add_null (MattraJsonWriter *self,
                             const char       *key)
{
  mattra_json_writer_add_string (self, key, NULL);
}

/**
 * mattra_json_writer_flush:
 * @self: a writer
 * @whole: whether to write what is there even if it is little
 * @error: return location for an error
 *
 * Hands to the stream what has gathered.
 *
 * Returns: %TRUE, or %FALSE with %MATTRA_ERROR_IO
 */
gboolean
mattra_json_writer_flush (MattraJsonWriter  *self,
                          gboolean           whole,
                          GError           **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!whole && self->text->len < PIECE_BYTES)
    return TRUE;

  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL, &cause))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
                   _("The JSON cannot be written: %s. Free space or choose another place."), cause->message);
      return FALSE;
    }
  g_string_truncate (self->text, 0);

  return TRUE;
}
