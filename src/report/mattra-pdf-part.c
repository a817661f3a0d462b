/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-part.h"

#include <string.h>

/* Dictionaries and arrays within each other; ours go eight deep. */
#define DEEPEST 60

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

/**
 * mattra_pdf_skip_space:
 * @at: a place
 * @end: where the text ends
 *
 * Returns: the first place from there on that is neither white space nor a comment
 */
const char *
mattra_pdf_skip_space (const char *at,
                       const char *end)
{
  while (at < end && (is_space (*at) || *at == '%'))
    {
      if (*at == '%')
        while (at < end && *at != '\n' && *at != '\r')
          at++;
      else
        at++;
    }
  return at;
}

/* The end of a word that begins at @at: a name's, a number's, a keyword's. */
static const char *
skip_word (const char *at,
           const char *end)
{
  at++;
  while (at < end && !is_space (*at) && !is_delimiter (*at))
    at++;
  return at;
}

/* The end of a text in parentheses; %NULL where it does not end. */
static const char *
skip_string (const char *at,
             const char *end)
{
  int depth = 0;

  for (; at < end; at++)
    if (*at == '\\' && at + 1 < end)
      at++;
    else if (*at == '(')
      depth++;
    else if (*at == ')' && --depth == 0)
      return at + 1;
  return NULL;
}

static const char *
skip_hex (const char *at,
          const char *end)
{
  const char *close = memchr (at, '>', (gsize) (end - at));

  return close != NULL ? close + 1 : NULL;
}

static gboolean
is_pair (const char *at,
         const char *end,
         char        c)
{
  return end - at >= 2 && at[0] == c && at[1] == c;
}

/* The end of a dictionary or an array, whatever is in it; %NULL where it is broken or too deep. */
static const char *
skip_nest (const char *at,
           const char *end)
{
  char closing[DEEPEST];
  guint depth = 0;

  while ((at = mattra_pdf_skip_space (at, end)) != NULL && at < end)
    {
      gboolean opens_dict = is_pair (at, end, '<');

      if (opens_dict || *at == '[')
        {
          if (depth == DEEPEST)
            return NULL;
          closing[depth++] = opens_dict ? '>' : ']';
          at += opens_dict ? 2 : 1;
        }
      else if (*at == ']' || *at == '>')
        {
          if (closing[depth - 1] != *at || (*at == '>' && !is_pair (at, end, '>')))
            return NULL;
          at += *at == '>' ? 2 : 1;
          if (--depth == 0)
            return at;
        }
      else if (*at == '(')
        at = skip_string (at, end);
      else if (*at == '<')
        at = skip_hex (at, end);
      else if (*at == ')' || *at == '{' || *at == '}')
        return NULL;
      else
        at = skip_word (at, end);
      if (at == NULL)
        return NULL;
    }
  return NULL;
}

static const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* The end of "12 0 R" where that is what begins at @at; else %NULL. */
static const char *
skip_reference (const char *at,
                const char *end)
{
  for (int i = 0; i < 2; i++)
    {
      const char *number = at;

      at = skip_digits (at, end);
      if (at == number || at == end || !is_space (*at))
        return NULL;
      while (at < end && is_space (*at))
        at++;
    }
  if (at == end || *at != 'R')
    return NULL;
  at++;
  return at == end || is_space (*at) || is_delimiter (*at) ? at : NULL;
}

/**
 * mattra_pdf_part_read:
 * @at: (inout): where to begin; then where the value ends
 * @end: where the text ends
 * @part: (out): the value
 *
 * Reads the next value.
 *
 * Returns: whether there is one that is whole
 */
gboolean
mattra_pdf_part_read (const char    **at,
                      const char     *end,
                      MattraPdfPart  *part)
{
  const char *start = mattra_pdf_skip_space (*at, end);
  const char *stop = NULL;

  if (start >= end)
    return FALSE;
  if (*start == '[' || is_pair (start, end, '<'))
    stop = skip_nest (start, end);
  else if (*start == '(')
    stop = skip_string (start, end);
  else if (*start == '<')
    stop = skip_hex (start, end);
  else if (g_ascii_isdigit (*start))
    stop = skip_reference (start, end);
  else if (*start != '/' && is_delimiter (*start))
    return FALSE;
  if (stop == NULL && (*start == '/' || !is_delimiter (*start)))
    stop = skip_word (start, end);
  if (stop == NULL)
    return FALSE;

  *part = (MattraPdfPart) { start, stop };
  *at = stop;
  return TRUE;
}

/**
 * mattra_pdf_part_is_dict:
 * @part: a value
 *
 * Returns: whether it is a dictionary
 */
gboolean
mattra_pdf_part_is_dict (MattraPdfPart part)
{
  return part.start != NULL && is_pair (part.start, part.end, '<');
}

/**
 * mattra_pdf_part_is_array:
 * @part: a value
 *
 * Returns: whether it is an array
 */
gboolean
mattra_pdf_part_is_array (MattraPdfPart part)
{
  return part.start != NULL && *part.start == '[';
}

/* The next byte of a name, "#41" being one. */
static int
next_of_name (const char **at,
              const char  *end)
{
  const char *p = *at;

  if (end - p >= 3 && *p == '#' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
    {
      *at = p + 3;
      return g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]);
    }
  *at = p + 1;
  return (guchar) *p;
}

/**
 * mattra_pdf_part_is_name:
 * @part: a value
 * @name: a name without its stroke
 *
 * Returns: whether it is that name
 */
gboolean
mattra_pdf_part_is_name (MattraPdfPart  part,
                         const char    *name)
{
  const char *at = part.start;

  if (at == NULL || *at != '/')
    return FALSE;
  for (at++; at < part.end && *name != '\0'; name++)
    if (next_of_name (&at, part.end) != (guchar) *name)
      return FALSE;
  return at == part.end && *name == '\0';
}

/**
 * mattra_pdf_part_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether both are written in the same bytes, or both are none
 */
gboolean
mattra_pdf_part_equal (MattraPdfPart a,
                       MattraPdfPart b)
{
  gsize length = (gsize) (a.end - a.start);

  return length == (gsize) (b.end - b.start) && (length == 0 || memcmp (a.start, b.start, length) == 0);
}

/* Reads a number without a sign; FALSE if there is none or it is larger than any file's. */
static gboolean
read_number (const char **at,
             const char  *end,
             gint64      *number)
{
  const char *start = *at;
  gint64 sum = 0;

  for (; *at < end && g_ascii_isdigit (**at); (*at)++)
    {
      sum = sum * 10 + (**at - '0');
      if (sum > G_MAXINT64 / 16)
        return FALSE;
    }
  *number = sum;
  return *at > start;
}

/**
 * mattra_pdf_part_get_int:
 * @part: a value
 * @number: (out): the number
 *
 * Returns: whether it is a whole number that is not negative
 */
gboolean
mattra_pdf_part_get_int (MattraPdfPart  part,
                         gint64        *number)
{
  const char *at = part.start;

  *number = 0;
  return at != NULL && read_number (&at, part.end, number) && at == part.end;
}

/**
 * mattra_pdf_part_get_ref:
 * @part: a value
 * @number: (out): the object's number
 *
 * Returns: whether it is a reference to an object, of generation 0 as all of ours are
 */
gboolean
mattra_pdf_part_get_ref (MattraPdfPart  part,
                         guint         *number)
{
  const char *at = part.start;
  gint64 object = 0;
  gint64 generation = 0;

  *number = 0;
  if (at == NULL || part.end[-1] != 'R' || !read_number (&at, part.end, &object))
    return FALSE;
  at = mattra_pdf_skip_space (at, part.end);
  if (!read_number (&at, part.end, &generation) || generation != 0 || object > G_MAXINT32)
    return FALSE;
  *number = (guint) object;
  return TRUE;
}

static void
add_octal (GString     *bytes,
           const char **at,
           const char  *end)
{
  int value = 0;

  for (int i = 0; i < 3 && *at < end && **at >= '0' && **at <= '7'; i++)
    value = value * 8 + (*(*at)++ - '0');
  g_string_append_c (bytes, (char) value);
}

static void
add_escaped (GString     *bytes,
             const char **at,
             const char  *end)
{
  static const char names[] = "nrtbf";
  static const char values[] = "\n\r\t\b\f";
  const char *found;

  if (*at >= end)
    return;
  found = strchr (names, **at);
  if (**at >= '0' && **at <= '7')
    add_octal (bytes, at, end);
  else
    {
      if (**at == '\r' && *at + 1 < end && (*at)[1] == '\n')
        (*at)++;
      else if (**at != '\n' && **at != '\r')
        g_string_append_c (bytes, found != NULL && *found != '\0' ? values[found - names] : **at);
      (*at)++;
    }
}

static void
add_hex (GString       *bytes,
         MattraPdfPart  part)
{
  int high = -1;

  for (const char *p = part.start + 1; p < part.end - 1; p++)
    if (g_ascii_isxdigit (*p))
      {
        if (high >= 0)
          g_string_append_c (bytes, (char) (high * 16 + g_ascii_xdigit_value (*p)));
        high = high >= 0 ? -1 : g_ascii_xdigit_value (*p);
      }
  if (high >= 0)
    g_string_append_c (bytes, (char) (high * 16));
}

/* Behind a whole number that other programs may read, "+12" being one; NULL where there is none. */
static const char *
skip_number (const char *at,
             const char *end,
             gint64     *number)
{
  while (at < end && *at == '+')
    at++;
  return read_number (&at, end, number) ? mattra_pdf_skip_space (at, end) : NULL;
}

static gboolean
is_any_ref (const char *at,
            const char *end,
            guint      *number)
{
  gint64 object = 0;
  gint64 generation = 0;

  at = skip_number (at, end, &object);
  at = at != NULL ? skip_number (at, end, &generation) : NULL;
  *number = (guint) MIN (object, G_MAXINT32);
  return at != NULL && at < end && *at == 'R';
}

/* Behind whatever begins there; NULL where it does not end. */
static const char *
skip_token (const char *at,
            const char *end)
{
  if (*at == '(')
    return skip_string (at, end);
  if (is_pair (at, end, '<'))
    return at + 2;
  if (*at == '<')
    return skip_hex (at, end);
  return is_delimiter (*at) && *at != '/' ? at + 1 : skip_word (at, end);
}

/**
 * mattra_pdf_part_next_ref:
 * @part: a value
 * @cursor: (inout): where one is; %NULL to begin
 * @number: (out): number of an object that is named
 *
 * Finds what a value refers to, at any depth, also where that is written in a way in which we do not write it.
 *
 * Returns: whether there is one more
 */
gboolean
mattra_pdf_part_next_ref (MattraPdfPart   part,
                          const char    **cursor,
                          guint          *number)
{
  const char *at = *cursor != NULL ? *cursor : part.start;

  while (at != NULL && (at = mattra_pdf_skip_space (at, part.end)) < part.end)
    {
      gboolean found = is_any_ref (at, part.end, number);

      at = skip_token (at, part.end);
      *cursor = at != NULL ? at : part.end;
      if (found)
        return TRUE;
    }
  return FALSE;
}

/**
 * mattra_pdf_part_dup_bytes:
 * @part: a value
 * @length: (out): how many bytes it says
 *
 * Returns: (transfer full) (nullable): what a text says, in parentheses or as digits; %NULL if it is none
 */
char *
mattra_pdf_part_dup_bytes (MattraPdfPart  part,
                           gsize         *length)
{
  GString *bytes;
  const char *at;

  if (part.start == NULL || (*part.start != '(' && *part.start != '<') || mattra_pdf_part_is_dict (part))
    return NULL;

  bytes = g_string_new (NULL);
  if (*part.start == '<')
    add_hex (bytes, part);
  else
    for (at = part.start + 1; at < part.end - 1;)
      if (*at == '\\')
        {
          at++;
          add_escaped (bytes, &at, part.end - 1);
        }
      else
        g_string_append_c (bytes, *at++);
  *length = bytes->len;
  return g_string_free (bytes, FALSE);
}

/**
 * mattra_pdf_part_dup_text:
 * @part: a value
 *
 * Returns: (transfer full) (nullable): what a text says, as UTF-8; %NULL if it is none
 */
char *
mattra_pdf_part_dup_text (MattraPdfPart part)
{
  gsize length = 0;
  g_autofree char *bytes = mattra_pdf_part_dup_bytes (part, &length);
  char *text;

  if (bytes == NULL)
    return NULL;
  if (length >= 2 && (guchar) bytes[0] == 0xfe && (guchar) bytes[1] == 0xff)
    text = g_convert (bytes + 2, (gssize) length - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
  else if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    text = g_utf8_make_valid (bytes + 3, (gssize) length - 3);
  else
    text = g_convert (bytes, (gssize) length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  return text;
}

/**
 * mattra_pdf_dict_next:
 * @dict: a dictionary
 * @cursor: (inout): where one is; %NULL to begin
 * @key: (out): the next key
 * @value: (out): its value
 *
 * Returns: whether there is one more
 */
gboolean
mattra_pdf_dict_next (MattraPdfPart   dict,
                      const char    **cursor,
                      MattraPdfPart  *key,
                      MattraPdfPart  *value)
{
  if (!mattra_pdf_part_is_dict (dict))
    return FALSE;
  if (*cursor == NULL)
    *cursor = dict.start + 2;
  return mattra_pdf_part_read (cursor, dict.end - 2, key) && *key->start == '/'
         && mattra_pdf_part_read (cursor, dict.end - 2, value);
}

/**
 * mattra_pdf_dict_get:
 * @dict: a dictionary, or anything
 * @key: a key
 *
 * Returns: its value, or none
 */
MattraPdfPart
mattra_pdf_dict_get (MattraPdfPart  dict,
                     const char    *key)
{
  const char *cursor = NULL;
  MattraPdfPart name, value;

  while (mattra_pdf_dict_next (dict, &cursor, &name, &value))
    if (mattra_pdf_part_is_name (name, key))
      return value;
  return MATTRA_PDF_NO_PART;
}

static gpointer
copy_value (MattraPdfPart value)
{
  return g_memdup2 (&value, sizeof value);
}

/**
 * mattra_pdf_dict_read:
 * @dict: a dictionary, or anything
 *
 * Reads all entries of a dictionary that is written in one way only. Where a key stands twice, is written in codes or
 * is missing, programs do not agree on what the dictionary says.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 MattraPdfPart): the values by their keys; %NULL if it is no
 *   dictionary, or not one that says the same to everyone
 */
GHashTable *
mattra_pdf_dict_read (MattraPdfPart dict)
{
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *cursor = NULL;
  const char *end = dict.start + 2;
  MattraPdfPart key, value;

  if (!mattra_pdf_part_is_dict (dict))
    return NULL;
  for (; mattra_pdf_dict_next (dict, &cursor, &key, &value); end = cursor)
    {
      gsize length = (gsize) (key.end - key.start);

      if (memchr (key.start, '#', length) != NULL
          || !g_hash_table_insert (entries, g_strndup (key.start + 1, length - 1), copy_value (value)))
        return NULL;
    }
  /* What is left is no entry. */
  return mattra_pdf_skip_space (end, dict.end - 2) == dict.end - 2 ? g_steal_pointer (&entries) : NULL;
}

/**
 * mattra_pdf_array_next:
 * @array: an array
 * @cursor: (inout): where one is; %NULL to begin
 * @item: (out): the next item
 *
 * Returns: whether there is one more
 */
gboolean
mattra_pdf_array_next (MattraPdfPart   array,
                       const char    **cursor,
                       MattraPdfPart  *item)
{
  if (!mattra_pdf_part_is_array (array))
    return FALSE;
  if (*cursor == NULL)
    *cursor = array.start + 1;
  return mattra_pdf_part_read (cursor, array.end - 1, item);
}

/**
 * mattra_pdf_text_set:
 * @dict: the text of a dictionary
 * @key: a key
 * @value: the text of its value
 *
 * Gives a key that value, in place of another or as a new one.
 */
void
mattra_pdf_text_set (GString    *dict,
                     const char *key,
                     const char *value)
{
  MattraPdfPart whole = { dict->str, dict->str + dict->len };
  MattraPdfPart old = mattra_pdf_dict_get (whole, key);

  if (old.start != NULL)
    {
      gssize at = old.start - dict->str;

      g_string_erase (dict, at, old.end - old.start);
      g_string_insert (dict, at, value);
    }
  else
    {
      g_autofree char *entry = g_strdup_printf ("/%s %s\n", key, value);

      g_string_insert (dict, (gssize) dict->len - 2, entry);
    }
}

/**
 * mattra_pdf_text_append:
 * @text: where to write
 * @array: an array, or none
 * @item: the text of an item
 *
 * Writes the array with one item more.
 */
void
mattra_pdf_text_append (GString       *text,
                        MattraPdfPart  array,
                        const char    *item)
{
  if (mattra_pdf_part_is_array (array))
    g_string_append_len (text, array.start, array.end - array.start - 1);
  else
    g_string_append_c (text, '[');
  g_string_append_printf (text, " %s ]", item);
}

/**
 * mattra_pdf_text_add_string:
 * @text: where to write
 * @utf8: a text
 *
 * Writes a text that is shown to people.
 */
void
mattra_pdf_text_add_string (GString    *text,
                            const char *utf8)
{
  g_string_append (text, "<FEFF");
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x10000)
        g_string_append_printf (text, "%04X", c);
      else
        g_string_append_printf (text, "%04X%04X", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  g_string_append_c (text, '>');
}
