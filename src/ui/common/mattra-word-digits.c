/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-word-digits.h"

#include <glib/gi18n-lib.h>

/**
 * mattra_word_digits:
 * @chosen: the script of numbers in tables, as the user chose it
 *
 * What the register holds, and numbers that stand by themselves, are in the script that the user chose. A
 * number in a sentence of the program belongs to the sentence: no English one has Thai digits in it.
 *
 * Returns: the script of numbers in the program's own words
 */
MattraDigits
mattra_word_digits (MattraDigits chosen)
{
  /* Translators: not shown. Say “digits:thai” in a language that writes its numbers in Thai digits too, else
   * “digits:western”. */
  return g_str_equal (_("digits:western"), "digits:thai") ? chosen : MATTRA_DIGITS_WESTERN;
}
