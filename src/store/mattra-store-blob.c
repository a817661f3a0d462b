/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* Files inside the register, under the SHA-256 of their bytes and in parts, so that no row is larger than what a
 * database takes well. Nothing changes or removes a part once it is there. */

#define PART_BYTES (1024 * 1024)

typedef struct
{
  GByteArray *bytes;
  gint64 next;
} Reader;

static gboolean
take_part (const MattraValue *row,
           gpointer           user_data)
{
  Reader *reader = user_data;

  /* More than a file may have is none that was written here; what is wrong with it is told by its hash. */
  if (row[0].integer != reader->next++ || reader->bytes->len + row[1].length > MATTRA_BLOB_MAX)
    return FALSE;
  g_byte_array_append (reader->bytes, row[1].data, row[1].length);
  return TRUE;
}

static gboolean
read_parts (MattraStore  *self,
            const char   *sha256,
            GBytes      **bytes,
            GError      **error)
{
  MattraValue key = mattra_value_text (sha256);
  Reader reader = { g_byte_array_new (), 0 };
  gboolean done = mattra_store_query (self, MATTRA_QUERY_LOAD_BLOB, &key, 1, take_part, &reader, error);

  *bytes = g_byte_array_free_to_bytes (reader.bytes);
  if (!done)
    g_clear_pointer (bytes, g_bytes_unref);
  return done;
}

static gboolean
check_whole (MattraStore  *self,
             const char   *sha256,
             GBytes       *bytes,
             GError      **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (g_str_equal (sum, sha256))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
               _ ("%s is damaged: a file that is kept in it (%.16s…) is not what it was; restore a copy of the"
                  " register"), self->path, sha256);
  return FALSE;
}

/**
 * mattra_store_load_blob:
 * @self: a register
 * @sha256: (nullable): name of a file in it: the SHA-256 of its bytes, in hexadecimal
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, or %MATTRA_ERROR_CORRUPT where the bytes are not those any more
 *
 * Reads a file that is kept in the register: a picture, a confirmed version, a scan.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
mattra_store_load_blob (MattraStore  *self,
                        const char   *sha256,
                        GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  if (!read_parts (self, sha256, &bytes, error))
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("%s holds no file with the hash %s"), self->path,
                   sha256 != NULL ? sha256 : "");
      return NULL;
    }
  return check_whole (self, sha256, bytes, error) ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
check_size (GBytes  *bytes,
            GError **error)
{
  gsize size = g_bytes_get_size (bytes);

  if (size > 0 && size <= MATTRA_BLOB_MAX)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               size == 0 ? _ ("the file is empty")
                         : _ ("the file is larger than 50 MiB, the most that a register keeps of one"));
  return FALSE;
}

static gboolean
write_parts (MattraStore  *self,
             const char   *sha256,
             GBytes       *bytes,
             GError      **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize offset = 0; offset < size; offset += PART_BYTES)
    {
      MattraValue values[] = { mattra_value_text (sha256), mattra_value_integer (offset / PART_BYTES),
                               mattra_value_blob (data + offset, MIN (PART_BYTES, size - offset)) };

      if (!mattra_store_query (self, MATTRA_QUERY_INSERT_BLOB, values, 3, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Within an act, which also has to write where the name belongs: bytes alone are no change. The same bytes are
 * kept once. */
gboolean
mattra_act_put_blob (MattraStore  *self,
                     GBytes       *bytes,
                     char        **sha256,
                     GError      **error)
{
  g_autoptr (GBytes) present = NULL;

  g_assert (self->act.begun);

  *sha256 = NULL;
  if (!check_size (bytes, error))
    return FALSE;
  *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!read_parts (self, *sha256, &present, error))
    return FALSE;
  if (g_bytes_get_size (present) == 0)
    return write_parts (self, *sha256, bytes, error);
  return check_whole (self, *sha256, present, error);
}

static gboolean
find_picture (const char  *picture,
              guint       *column,
              GError     **error)
{
  if (g_str_equal (picture, "emblem"))
    *column = COLUMN_ORGANISATION_EMBLEM;
  else if (g_str_equal (picture, "garuda"))
    *column = COLUMN_ORGANISATION_GARUDA;
  else
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("there is no field “%s” here; there are: %s"),
                   picture, "emblem, garuda");
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_picture (MattraStore  *self,
             guint         column,
             GBytes       *bytes,
             GError      **error)
{
  g_autofree char *sha256 = NULL;
  MattraValue value = mattra_value_null ();

  if (bytes != NULL && !mattra_act_put_blob (self, bytes, &sha256, error))
    return FALSE;
  value = mattra_value_text (sha256);
  return mattra_act_set (self, TABLE_ORGANISATION, self->organisation, column, &value, error);
}

/**
 * mattra_store_set_picture:
 * @self: a register open for writing
 * @picture: "emblem" or "garuda"
 * @bytes: (nullable): the file; %NULL for none
 * @error: why not: %MATTRA_ERROR_INVALID for one that is empty or larger than 50 MiB
 *
 * Sets a picture that the office's papers show. What was there before stays in the file, for undo.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_picture (MattraStore  *self,
                          const char   *picture,
                          GBytes       *bytes,
                          GError      **error)
{
  guint column;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (picture != NULL, FALSE);

  if (!find_picture (picture, &column, error) || !mattra_act_enter (self, "set-picture", error))
    return FALSE;
  return mattra_act_leave (self, set_picture (self, column, bytes, error), error);
}
