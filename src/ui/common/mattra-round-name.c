/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-round-name.h"

#include <glib/gi18n-lib.h>

#include "mattra-word-digits.h"

/**
 * mattra_round_name:
 * @round: a round that there is
 * @digits: the script of numbers in tables
 *
 * Returns: (transfer full): the round in the language of the window, the same wherever it stands
 */
char *
mattra_round_name (MattraRound  round,
                   MattraDigits digits)
{
  static const char *const names[] = {
    [MATTRA_ROUND_FIRST_HALF] = N_("First 6 months"),
    [MATTRA_ROUND_FULL_YEAR] = N_("12 months"),
  };

  g_return_val_if_fail (round > MATTRA_ROUND_NONE && (guint) round < G_N_ELEMENTS (names), NULL);

  return mattra_digits_apply (_(names[round]), mattra_word_digits (digits));
}
