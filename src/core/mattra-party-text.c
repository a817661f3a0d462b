/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-party-reader.h"

#include <string.h>

#include "mattra-digits.h"
#include "mattra-text.h"

#define THAI_BYTES 3

typedef struct
{
  guint start;
  guint end;
  MattraGap gap;
} Origin;

enum
{
  SARA_AM = 0x0E33,
  SARA_E = 0x0E40,
  SARA_AE = 0x0E41,
  MAI_EK = 0x0E48,
  MAI_CHATTAWA = 0x0E4B,
};

/* UTF-8 of the ring and of sara aa, into which sara am is taken apart: so both spellings meet. */
static const char ring[] = "\340\271\215";
static const char ring_and_sara_aa[] = "\340\271\215\340\270\262";

static void
append (MattraPartyText *self,
        const char      *bytes,
        gsize            length,
        Origin           origin)
{
  g_string_append_len (self->key, bytes, (gssize) length);
  for (gsize i = 0; i < length; i++)
    {
      g_array_append_val (self->origins, origin);
      origin.gap = MATTRA_GAP_NONE;
    }
}

static gboolean
ends_with (const MattraPartyText *self,
           const char            *bytes)
{
  return g_str_has_suffix (self->key->str, bytes);
}

static void
append_character (MattraPartyText *self,
                  gunichar         c,
                  const char      *bytes,
                  Origin           origin)
{
  gsize length = origin.end - origin.start;
  int digit = mattra_digit_value (c);
  char western = (char) ('0' + digit);
  char lower = (char) g_ascii_tolower ((char) c);

  if (digit >= 0)
    append (self, &western, 1, origin);
  else if (c < 0x80)
    append (self, &lower, 1, origin);
  else if (c == SARA_AM)
    append (self, ring_and_sara_aa, strlen (ring_and_sara_aa), origin);
  else if (c >= MAI_EK && c <= MAI_CHATTAWA && ends_with (self, ring))
    {
      memcpy (self->key->str + self->key->len - THAI_BYTES, bytes, THAI_BYTES);
      append (self, ring, THAI_BYTES, origin);
    }
  else if (c == SARA_E && ends_with (self, "เ"))
    memcpy (self->key->str + self->key->len - THAI_BYTES, "แ", THAI_BYTES);
  else
    append (self, bytes, length, origin);
}

/**
 * mattra_party_text_new:
 * @text: a text; kept, not copied
 *
 * Takes the white space out of a text and folds its spelling.
 *
 * Returns: (transfer full): the folded text
 */
MattraPartyText *
mattra_party_text_new (const char *text)
{
  MattraPartyText *self = g_new0 (MattraPartyText, 1);
  MattraGap gap = MATTRA_GAP_NONE;

  self->text = text;
  self->key = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));

  for (const char *p = text; *p != '\0';)
    {
      const char *bytes = p;
      gunichar c = mattra_text_next (&p);

      if (mattra_text_is_space (c))
        gap = MAX (gap, c == '\n' || c == '\r' ? MATTRA_GAP_LINE : MATTRA_GAP_SPACE);
      else if (!mattra_text_is_ignorable (c))
        {
          append_character (self, c, bytes, (Origin) { bytes - text, p - text, gap });
          gap = MATTRA_GAP_NONE;
        }
    }

  return self;
}

/**
 * mattra_party_text_free:
 * @self: (transfer full): a folded text
 *
 * Frees a folded text.
 */
void
mattra_party_text_free (MattraPartyText *self)
{
  g_string_free (self->key, TRUE);
  g_array_unref (self->origins);
  g_free (self);
}

/**
 * mattra_party_text_gap:
 * @self: a folded text
 * @at: place in the key
 *
 * Tells what white space stood before a place.
 *
 * Returns: the gap; %MATTRA_GAP_LINE at the end
 */
MattraGap
mattra_party_text_gap (const MattraPartyText *self,
                       gsize                  at)
{
  return at < self->origins->len ? g_array_index (self->origins, Origin, at).gap : MATTRA_GAP_LINE;
}

/**
 * mattra_party_text_slice:
 * @self: a folded text
 * @from: place in the key
 * @to: place in the key, after @from
 *
 * Gets what was written between two places.
 *
 * Returns: (transfer full): the text as written
 */
char *
mattra_party_text_slice (const MattraPartyText *self,
                         gsize                  from,
                         gsize                  to)
{
  guint start = g_array_index (self->origins, Origin, from).start;
  guint end = g_array_index (self->origins, Origin, to - 1).end;

  return g_strndup (self->text + start, end - start);
}

/**
 * mattra_party_fold:
 * @text: a name
 *
 * Folds a name as the texts it is looked for in.
 *
 * Returns: (transfer full): the folded name
 */
char *
mattra_party_fold (const char *text)
{
  g_autoptr (MattraPartyText) folded = mattra_party_text_new (text);

  return g_strdup (folded->key->str);
}
