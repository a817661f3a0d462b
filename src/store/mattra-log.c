/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-log.h"

#include <string.h>

struct _MattraHasher
{
  GChecksum *checksum;
  GByteArray *bytes;
};

MattraHasher *
mattra_hasher_new (void)
{
  MattraHasher *self = g_new0 (MattraHasher, 1);

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->bytes = g_byte_array_sized_new (1024);
  return self;
}

void
mattra_hasher_free (MattraHasher *self)
{
  if (self == NULL)
    return;
  g_checksum_free (self->checksum);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/* Each field goes in behind its length, so that no two rows run together to the same bytes; a null
 * has a length that no text can have. */
static void
add_bytes (MattraHasher *self,
           const void   *data,
           gsize         length)
{
  guint32 prefix = GUINT32_TO_BE (data != NULL ? (guint32) length : G_MAXUINT32);

  g_byte_array_append (self->bytes, (const guint8 *) &prefix, sizeof prefix);
  if (data != NULL)
    g_byte_array_append (self->bytes, data, length);
}

static void
add_text (MattraHasher *self,
          const char   *text)
{
  add_bytes (self, text, text != NULL ? strlen (text) : 0);
}

static void
add_integer (MattraHasher *self,
             gint64        integer)
{
  gint64 bytes = GINT64_TO_BE (integer);

  add_bytes (self, &bytes, sizeof bytes);
}

static void
finish (MattraHasher *self,
        guint8        digest[MATTRA_HASH_SIZE])
{
  gsize length = MATTRA_HASH_SIZE;

  g_checksum_reset (self->checksum);
  g_checksum_update (self->checksum, self->bytes->data, self->bytes->len);
  g_checksum_get_digest (self->checksum, digest, &length);
}

void
mattra_hasher_hash_act (MattraHasher          *self,
                        const MattraActFields *act,
                        guint8                 digest[MATTRA_HASH_SIZE])
{
  g_byte_array_set_size (self->bytes, 0);
  add_text (self, act->id);
  add_text (self, act->device);
  add_integer (self, act->seq);
  add_text (self, act->at_utc);
  add_text (self, act->person);
  add_text (self, act->name);
  add_text (self, act->arguments);
  add_text (self, act->kind);
  add_text (self, act->target);
  finish (self, digest);
}

/* @head is the hash of the device's change before, and becomes that of this one. */
void
mattra_hasher_hash_change (MattraHasher             *self,
                           const guint8              act_digest[MATTRA_HASH_SIZE],
                           const MattraChangeFields *change,
                           guint8                    head[MATTRA_HASH_SIZE])
{
  g_byte_array_set_size (self->bytes, 0);
  add_bytes (self, head, MATTRA_HASH_SIZE);
  add_bytes (self, act_digest, MATTRA_HASH_SIZE);
  add_text (self, change->device);
  add_integer (self, change->n);
  add_text (self, change->table);
  add_text (self, change->row);
  add_text (self, change->column);
  add_bytes (self, change->old_value, change->old_length);
  add_bytes (self, change->new_value, change->new_length);
  finish (self, head);
}
