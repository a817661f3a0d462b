/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraDigits:
 * @MATTRA_DIGITS_THAI: ๐ to ๙, the custom in official papers.
 * @MATTRA_DIGITS_WESTERN: 0 to 9.
 *
 * The script in which numbers are written.
 */
typedef enum
{
  MATTRA_DIGITS_THAI,
  MATTRA_DIGITS_WESTERN,
} MattraDigits;

/**
 * mattra_digit_value:
 * @character: a character
 *
 * Returns: what the digit is worth in either script, -1 if @character is no digit
 */
static inline int
mattra_digit_value (gunichar character)
{
  if (character >= '0' && character <= '9')
    return (int) (character - '0');
  if (character >= 0x0E50 && character <= 0x0E59)
    return (int) (character - 0x0E50);
  return -1;
}

char    *mattra_digits_to_western (const char   *text);
char    *mattra_digits_to_thai    (const char   *text);
char    *mattra_digits_apply      (const char   *text,
                                   MattraDigits  script);
char    *mattra_digits_format     (int           number,
                                   MattraDigits  script);
gboolean mattra_digits_parse      (const char  **cursor,
                                   int          *number);

G_END_DECLS
