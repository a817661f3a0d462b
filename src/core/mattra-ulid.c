/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-ulid.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define MAX_MS ((G_GINT64_CONSTANT (1) << 48) - 1)

/* Crockford's base 32: no I, L, O and U. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static char *
encode (const guint8 bytes[16])
{
  char *text = g_malloc (MATTRA_ULID_LENGTH + 1);
  /* 26 characters hold 130 bits: the first two are always 0. */
  guint bits = 2;
  guint held = 0;
  guint at = 0;

  for (guint i = 0; i < 16; i++)
    {
      held = (held << 8) | bytes[i];
      for (bits += 8; bits >= 5; bits -= 5)
        text[at++] = alphabet[(held >> (bits - 5)) & 31];
    }
  text[at] = '\0';
  return text;
}

/* The kernel's generator may be interrupted or, in a sandbox, refused: then GLib's is used. */
static void
fill_random (guint8 *bytes,
             gsize   length)
{
  gsize have = 0;

  while (have < length)
    {
      ssize_t n = getrandom (bytes + have, length - have, 0);

      if (n < 0 && errno != EINTR)
        break;
      have += n > 0 ? (gsize) n : 0;
    }
  for (; have < length; have++)
    bytes[have] = (guint8) g_random_int_range (0, 256);
}

/* One call to the system serves many keys: an import makes a million. */
static void
draw_random (MattraUlidGenerator *generator)
{
  const gsize size = sizeof generator->random;

  if (generator->pool_left < size)
    {
      fill_random (generator->pool, sizeof generator->pool);
      generator->pool_left = sizeof generator->pool;
    }
  generator->pool_left -= (guint) size;
  memcpy (generator->random, generator->pool + generator->pool_left, size);
}

static gboolean
increment (guint8 *bytes,
           gsize   length)
{
  while (length > 0)
    if (++bytes[--length] != 0)
      return TRUE;
  return FALSE;
}

/**
 * mattra_ulid_new:
 * @generator: who makes the keys
 * @unix_ms: now, milliseconds since 1970
 *
 * Makes a key as the ULID specification has it: 48 bits of time and 80 random bits in 26
 * characters. Within one millisecond, or if the clock went back, the random part counts up, so
 * that every key of a generator sorts after the one before.
 *
 * Returns: (transfer full): the key
 */
char *
mattra_ulid_new (MattraUlidGenerator *generator,
                 gint64               unix_ms)
{
  guint8 bytes[16];
  gint64 ms = CLAMP (unix_ms, 0, MAX_MS);

  g_return_val_if_fail (generator != NULL, NULL);

  if (ms > generator->last_ms)
    draw_random (generator);
  else if (!increment (generator->random, sizeof generator->random))
    {
      generator->last_ms = MIN (generator->last_ms + 1, MAX_MS);
      draw_random (generator);
    }
  generator->last_ms = MAX (ms, generator->last_ms);
  for (guint i = 0; i < 6; i++)
    bytes[i] = (guint8) (generator->last_ms >> (40 - 8 * i));
  memcpy (bytes + 6, generator->random, sizeof generator->random);
  return encode (bytes);
}

/**
 * mattra_ulid_is_valid:
 * @text: (nullable): any text
 *
 * Returns: %TRUE if @text is a ULID in upper case
 */
gboolean
mattra_ulid_is_valid (const char *text)
{
  if (text == NULL || strnlen (text, MATTRA_ULID_LENGTH + 1) != MATTRA_ULID_LENGTH || text[0] > '7')
    return FALSE;
  for (guint i = 0; i < MATTRA_ULID_LENGTH; i++)
    if (strchr (alphabet, text[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * mattra_ulid_derive:
 * @a: first part
 * @b: (nullable): second part
 * @c: (nullable): third part
 *
 * Makes the same key from the same parts on any machine: the first 128 bits of SHA-256 over each
 * part's length and bytes, an absent part told apart from an empty one.
 *
 * Returns: (transfer full): a key in the shape of a ULID
 */
char *
mattra_ulid_derive (const char *a,
                    const char *b,
                    const char *c)
{
  const char *parts[] = { a, b, c };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_return_val_if_fail (a != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gint64 length = parts[i] == NULL ? -1 : (gint64) strlen (parts[i]);
      gint64 prefix = GINT64_TO_BE (length);

      g_checksum_update (sum, (const guchar *) &prefix, sizeof prefix);
      if (length > 0)
        g_checksum_update (sum, (const guchar *) parts[i], (gssize) length);
    }
  g_checksum_get_digest (sum, digest, &size);
  return encode (digest);
}
