/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-reader-private.h"

#include <string.h>

#include "mattra-digits.h"
#include "mattra-indicator.h"
#include "mattra-items.h"
#include "mattra-text.h"

/* Numbers and titles of measures, as they stand in one cell or several. */

typedef MattraTableReader Reader;

/* The longest title met has 106 letters. */
#define MAX_TITLE_BYTES 2048

static const char *
skip_separator (const char *text)
{
  return text + strspn (text, " :.-)");
}

/* "มาตรการที่ ๑ …", "๑. …", and "๑ …" or "๑๐๐๐. …" where the number is the next one. Returns where the title itself
 * begins, or %NULL if no number leads it. */
const char *
mattra_table_title_take_number (Reader     *self,
                                const char *text,
                                int        *number)
{
  const char *p = text;
  MattraMark mark;

  if (g_str_has_prefix (p, "มาตรการที่"))
    {
      p = skip_separator (p + strlen ("มาตรการที่"));
      if (!mattra_digits_parse (&p, number) || *skip_separator (p) == '\0')
        return NULL;
      return skip_separator (p);
    }
  if (mattra_mark_parse (text, &mark))
    {
      *number = mark.style == MATTRA_MARK_TWO_LEVELS ? mark.second : mark.number;
      return mark.end;
    }
  if (self->number_column < 0 && mattra_digits_parse (&p, number) && *number == self->last_number + 1
      && strchr (" .)", *p) != NULL && *skip_separator (p) != '\0' && mattra_digit_value (g_utf8_get_char (p + 1)) < 0)
    return skip_separator (p);

  return NULL;
}

/* Whether a row's title is the one above once more, as page breaks repeat it: with "(ต่อ)" or without. */
gboolean
mattra_table_title_repeats (Reader     *self,
                            const char *text)
{
  const char *title;
  g_autofree char *folded = NULL;
  g_autofree char *above = NULL;
  int number;

  if (self->draft == NULL || *text == '\0')
    return FALSE;
  if (strlen (mattra_measure_get_title (mattra_draft_get_measure (self->draft))) > strlen (text) * 3 / 2 + 64)
    return FALSE;

  title = mattra_table_title_take_number (self, text, &number);
  folded = mattra_text_fold_compare (title != NULL ? title : text);
  if (g_str_has_suffix (folded, "(ต่อ)"))
    folded[strlen (folded) - strlen ("(ต่อ)")] = '\0';
  above = mattra_text_fold_compare (mattra_measure_get_title (mattra_draft_get_measure (self->draft)));

  return *folded == '\0' || strcmp (folded, above) == 0;
}

/* A title that a page break cuts is no essay; and titles that grow for ever must not cost their square. */
gboolean
mattra_table_title_is_short (Reader *self)
{
  return self->draft != NULL && strlen (mattra_measure_get_title (mattra_draft_get_measure (self->draft))) < MAX_TITLE_BYTES;
}

/* Between a repeated header and the next measure, a line without number may be the rest of a title. */
gboolean
mattra_table_title_may_overflow (Reader     *self,
                                 const char *text)
{
  int number;

  return self->after_break && mattra_table_title_is_short (self) && strstr (text, "ตัวชี้วัด") == NULL
         && mattra_indicator_from_text (text) == 0 && mattra_table_title_take_number (self, text, &number) == NULL;
}
