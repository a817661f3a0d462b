/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-profile.h"

#include <math.h>
#include <string.h>

/* The least that a display's ICC profile of version 2.1 says, filled with the numbers of IEC 61966-2-1. */
#define HEADER_SIZE 128
#define TAG_SIZE 12
#define CURVE_POINTS 256

#define DESCRIPTION "sRGB IEC61966-2.1"
#define COPYRIGHT "No copyright, use freely"

/* Of D50, and of the primaries adapted to it. */
static const double white[] = { 0.9642, 1.0, 0.8249 };
static const double primaries[][3] = {
  { 0.43607, 0.22249, 0.01392 },
  { 0.38515, 0.71687, 0.09708 },
  { 0.14307, 0.06061, 0.71410 },
};

static void
add_number (GByteArray *bytes,
            guint32     number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
add_word (GByteArray *bytes,
          const char *word)
{
  g_byte_array_append (bytes, (const guint8 *) word, 4);
}

static void
add_zeros (GByteArray *bytes,
           guint       n)
{
  guint old = bytes->len;

  g_byte_array_set_size (bytes, old + n);
  memset (bytes->data + old, 0, n);
}

static void
add_fixed (GByteArray   *bytes,
           const double *numbers)
{
  for (guint i = 0; i < 3; i++)
    add_number (bytes, (guint32) lround (numbers[i] * 65536));
}

static void
add_header (GByteArray *bytes)
{
  static const guint16 made[] = { 2026, 1, 1, 0, 0, 0 };

  add_number (bytes, 0);                /* the size, known at the end */
  add_number (bytes, 0);
  add_number (bytes, 0x02100000);
  add_word (bytes, "mntr");
  add_word (bytes, "RGB ");
  add_word (bytes, "XYZ ");
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      guint16 big = GUINT16_TO_BE (made[i]);

      g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
    }
  add_word (bytes, "acsp");
  add_zeros (bytes, 28);
  add_fixed (bytes, white);
  add_zeros (bytes, HEADER_SIZE - bytes->len);
}

static void
add_description (GByteArray *bytes)
{
  add_word (bytes, "desc");
  add_number (bytes, 0);
  add_number (bytes, sizeof DESCRIPTION);
  g_byte_array_append (bytes, (const guint8 *) DESCRIPTION, sizeof DESCRIPTION);
  add_zeros (bytes, 4 + 4 + 2 + 1 + 67);        /* no texts in other scripts */
}

static void
add_text (GByteArray *bytes)
{
  add_word (bytes, "text");
  add_number (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) COPYRIGHT, sizeof COPYRIGHT);
}

static void
add_colour (GByteArray   *bytes,
            const double *colour)
{
  add_word (bytes, "XYZ ");
  add_number (bytes, 0);
  add_fixed (bytes, colour);
}

static void
add_curve (GByteArray *bytes)
{
  add_word (bytes, "curv");
  add_number (bytes, 0);
  add_number (bytes, CURVE_POINTS);
  for (guint i = 0; i < CURVE_POINTS; i++)
    {
      double v = (double) i / (CURVE_POINTS - 1);
      double linear = v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
      guint16 big = GUINT16_TO_BE ((guint16) lround (linear * 65535));

      g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
    }
}

static void
set_number (GByteArray *bytes,
            guint       at,
            guint32     number)
{
  guint32 big = GUINT32_TO_BE (number);

  memcpy (bytes->data + at, &big, sizeof big);
}

/* Closes a part that began at @start and names it in the table. */
static void
end_part (GByteArray *bytes,
          guint       tag,
          guint       start)
{
  set_number (bytes, HEADER_SIZE + 4 + tag * TAG_SIZE + 4, start);
  set_number (bytes, HEADER_SIZE + 4 + tag * TAG_SIZE + 8, bytes->len - start);
  add_zeros (bytes, (4 - bytes->len % 4) % 4);
}

static void
add_part (GByteArray *bytes,
          guint       tag)
{
  switch (tag)
    {
    case 0:
      add_description (bytes);
      break;
    case 1:
      add_text (bytes);
      break;
    case 2:
      add_colour (bytes, white);
      break;
    case 6:
      add_curve (bytes);
      break;
    default:
      add_colour (bytes, primaries[tag - 3]);
    }
}

/**
 * mattra_pdf_profile_new_srgb:
 *
 * Makes the ICC profile of sRGB, in which the colours of a file that is kept must be explained. The same bytes each
 * time.
 *
 * Returns: (transfer full): the profile
 */
GByteArray *
mattra_pdf_profile_new_srgb (void)
{
  static const char *const tags[] = { "desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  const guint n_parts = 7;
  GByteArray *bytes = g_byte_array_new ();

  add_header (bytes);
  add_number (bytes, G_N_ELEMENTS (tags));
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      add_word (bytes, tags[i]);
      add_zeros (bytes, TAG_SIZE - 4);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      guint start = bytes->len;

      add_part (bytes, i);
      end_part (bytes, i, start);
    }
  /* The three colours have one curve. */
  for (guint i = n_parts; i < G_N_ELEMENTS (tags); i++)
    memcpy (bytes->data + HEADER_SIZE + 4 + i * TAG_SIZE + 4,
            bytes->data + HEADER_SIZE + 4 + (n_parts - 1) * TAG_SIZE + 4, TAG_SIZE - 4);
  set_number (bytes, 0, bytes->len);
  return bytes;
}
