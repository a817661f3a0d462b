/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-party-reader.h"

#include <string.h>

#define AND "และ"
#define ABBREVIATED "ฯ"

typedef struct
{
  const MattraPartyText *text;
  MattraPartyKnown known;
  gpointer data;
  GPtrArray *parts;
  gsize start;       /* where the piece begins that is being read */
  gsize named_until; /* where the known name ends that is read last */
  gboolean names_division;
  int next_number;
  gboolean bulleted;
} Splitter;

static const char *
rest_at (const Splitter *self,
         gsize           at)
{
  return self->text->key->str + at;
}

/* The longest known name at a place, with the ฯ that may stand for its rest. */
static gsize
known_length (const Splitter *self,
              gsize           at)
{
  gsize length = self->known (self->data, self->text, at);

  if (length > 0 && g_str_has_prefix (rest_at (self, at + length), ABBREVIATED))
    length += strlen (ABBREVIATED);

  return length;
}

static gsize
bullet_length (const char *rest)
{
  static const char *const bullets[] = { "-", "–", "—", "•", "*", "·", "●" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (rest, bullets[i]))
      return strlen (bullets[i]);

  return 0;
}

/* "1." "1)" "(1)" with the number that is next; 0 where there is none, as in 1.1. */
static gsize
number_length (const char *rest,
               int         number)
{
  const char *p = *rest == '(' ? rest + 1 : rest;
  int value = 0;

  for (guint i = 0; i < 2 && g_ascii_isdigit (*p); i++)
    value = value * 10 + g_ascii_digit_value (*p++);
  if (value != number || (*p != ')' && (*p != '.' || *rest == '(')) || g_ascii_isdigit (p[1]))
    return 0;

  return p + 1 - rest;
}

static char *
trim_copy (const MattraPartyText *text,
           gsize                  from,
           gsize                  to)
{
  while (from < to && bullet_length (text->key->str + from) > 0)
    from += bullet_length (text->key->str + from);

  return from < to ? mattra_party_text_slice (text, from, to) : NULL;
}

static void
add_part (Splitter *self,
          gsize     from,
          gsize     to)
{
  char *part = from < to ? trim_copy (self->text, from, to) : NULL;

  if (part != NULL)
    g_ptr_array_add (self->parts, part);
}

/* Spaces separate only where every part is known. */
static GPtrArray *
split_at_spaces (Splitter *self,
                 gsize     from,
                 gsize     to)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (gsize at = from; at < to;)
    {
      gsize length = bullet_length (rest_at (self, at));

      if (length == 0)
        {
          length = known_length (self, at);
          if (length == 0 || at + length > to)
            return NULL;
          g_ptr_array_add (parts, mattra_party_text_slice (self->text, at, at + length));
        }
      at += length;
      if (at < to && mattra_party_text_gap (self->text, at) == MATTRA_GAP_NONE)
        return NULL;
    }

  return parts->len > 1 ? g_steal_pointer (&parts) : NULL;
}

static void
end_piece (Splitter *self,
           gsize     end,
           gsize     next)
{
  g_autoptr (GPtrArray) parts = split_at_spaces (self, self->start, end);

  if (parts != NULL)
    g_ptr_array_extend_and_steal (self->parts, g_steal_pointer (&parts));
  else
    add_part (self, self->start, end);

  self->start = next;
  self->named_until = next;
  self->names_division = FALSE;
}

/* "งานการเจ้าหน้าที่/สำนักปลัดฯ": a section and the division it belongs to are one party. */
static gboolean
joins_section (const Splitter *self,
               gsize           slash)
{
  return slash > self->start && !self->names_division &&
         mattra_party_is_section (rest_at (self, self->start)) && known_length (self, slash + 1) > 0 &&
         !g_str_has_prefix (rest_at (self, slash + 1), "ทุก");
}

/* How much of the key separates parties at a place; 0 where nothing does. */
static gsize
separator_length (const Splitter *self,
                  gsize           at)
{
  const char *rest = rest_at (self, at);
  gboolean after_space = mattra_party_text_gap (self->text, at) != MATTRA_GAP_NONE || at == self->start;
  gboolean after_name = at > self->start && self->named_until == at;

  if (*rest == ',' || *rest == ';' || (*rest == '/' && !joins_section (self, at)))
    return 1;
  if (!g_str_has_prefix (rest, AND))
    return 0;
  if (after_space && (mattra_party_begins_like_one (rest + strlen (AND)) ||
                      known_length (self, at + strlen (AND)) > 0))
    return strlen (AND);
  if (after_name && known_length (self, at + strlen (AND)) > 0)
    return strlen (AND);

  return 0;
}

/* A number or bullet that begins a further party. */
static gsize
marker_length (Splitter *self,
               gsize     at)
{
  MattraGap gap = mattra_party_text_gap (self->text, at);
  gboolean begins = at == self->start || gap == MATTRA_GAP_LINE;
  gsize length = 0;

  if (begins || (self->next_number > 1 && (gap != MATTRA_GAP_NONE || self->named_until == at)))
    length = number_length (rest_at (self, at), self->next_number);
  if (length > 0)
    {
      self->next_number++;
      return length;
    }

  length = bullet_length (rest_at (self, at));
  if (begins && length > 0)
    self->bulleted = TRUE;

  return begins || (self->bulleted && gap != MATTRA_GAP_NONE) ? length : 0;
}

/* Text in parentheses belongs to the party it explains. */
static gsize
parenthesis_length (const Splitter *self,
                    gsize           at)
{
  const char *rest = rest_at (self, at);
  const char *end = *rest == '(' ? strchr (rest, ')') : NULL;

  return end != NULL ? end + 1 - rest : 0;
}

static gboolean
may_begin_name (const Splitter *self,
                gsize           at)
{
  return at == self->start || at == self->named_until ||
         mattra_party_text_gap (self->text, at) != MATTRA_GAP_NONE ||
         (at > 0 && self->text->key->str[at - 1] == '/');
}

/* Reads on by a marker, a separator, a name, a parenthesis or a character. */
static gsize
step (Splitter *self,
      gsize     at)
{
  gsize length = marker_length (self, at);

  if (length == 0)
    length = separator_length (self, at);
  if (length > 0)
    {
      end_piece (self, at, at + length);
      return at + length;
    }

  if (at > self->start && mattra_party_text_gap (self->text, at) == MATTRA_GAP_LINE)
    end_piece (self, at, at);

  length = may_begin_name (self, at) ? known_length (self, at) : 0;
  if (length > 0)
    {
      self->named_until = at + length;
      self->names_division = TRUE;
      return at + length;
    }

  length = parenthesis_length (self, at);

  return at + (length > 0 ? length : (gsize) (g_utf8_next_char (rest_at (self, at)) - rest_at (self, at)));
}

/**
 * mattra_party_split:
 * @text: a folded text
 * @known: finds names that are known whole
 * @data: data for @known
 *
 * Splits the responsible parties of one cell. Names that are known whole come before any separator.
 *
 * Returns: (transfer full) (element-type utf8): the parties as written
 */
GPtrArray *
mattra_party_split (const MattraPartyText *text,
                    MattraPartyKnown       known,
                    gpointer               data)
{
  Splitter self = { .text = text, .known = known, .data = data, .next_number = 1 };

  self.parts = g_ptr_array_new_with_free_func (g_free);
  for (gsize at = 0; at < text->key->len;)
    at = step (&self, at);
  end_piece (&self, text->key->len, text->key->len);

  if (self.parts->len == 0 && text->key->len > 0)
    g_ptr_array_add (self.parts, mattra_party_text_slice (text, 0, text->key->len));

  return self.parts;
}
