/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-der.h"

#include <string.h>

/* The length: one byte up to 127, else how many bytes it has and those. */
static void
add_length (GByteArray *bytes,
            gsize       length)
{
  guint8 digits[sizeof (gsize) + 1];
  guint n = 0;

  if (length < 0x80)
    digits[sizeof digits - ++n] = (guint8) length;
  else
    {
      for (gsize rest = length; rest > 0; rest >>= 8)
        digits[sizeof digits - ++n] = (guint8) rest;
      digits[sizeof digits - n - 1] = (guint8) (0x80 | n);
      n++;
    }
  g_byte_array_append (bytes, digits + sizeof digits - n, n);
}

/**
 * mattra_der_new:
 * @tag: what it is
 * @data: what it holds
 * @length: how many bytes
 *
 * Returns: (transfer full): a value
 */
GByteArray *
mattra_der_new (guint8        tag,
                const guint8 *data,
                gsize         length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, &tag, 1);
  add_length (bytes, length);
  g_byte_array_append (bytes, data, (guint) length);
  return bytes;
}

/**
 * mattra_der_wrap:
 * @tag: what it is
 * @...: (transfer full): the values in it, ended with %NULL
 *
 * Returns: (transfer full): a value made of others
 */
GByteArray *
mattra_der_wrap (guint8 tag,
                 ...)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  va_list items;

  va_start (items, tag);
  for (GByteArray *item = va_arg (items, GByteArray *); item != NULL; item = va_arg (items, GByteArray *))
    {
      g_byte_array_append (content, item->data, item->len);
      g_byte_array_unref (item);
    }
  va_end (items);
  return mattra_der_new (tag, content->data, content->len);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const GByteArray *one = *(GByteArray *const *) a;
  const GByteArray *other = *(GByteArray *const *) b;
  int order = memcmp (one->data, other->data, MIN (one->len, other->len));

  return order != 0 ? order : (int) one->len - (int) other->len;
}

/**
 * mattra_der_sort:
 * @tag: what it is
 * @items: (element-type GByteArray): its values, which are put in order
 *
 * Returns: (transfer full): a set
 */
GByteArray *
mattra_der_sort (guint8     tag,
                 GPtrArray *items)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  g_ptr_array_sort (items, compare);
  for (guint i = 0; i < items->len; i++)
    {
      const GByteArray *item = g_ptr_array_index (items, i);

      g_byte_array_append (content, item->data, item->len);
    }
  return mattra_der_new (tag, content->data, content->len);
}
