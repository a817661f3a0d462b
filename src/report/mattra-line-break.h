/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraBreak:
 * @MATTRA_BREAK_NEVER: a line does not end here.
 * @MATTRA_BREAK_SPACE: after white space, which hangs over the end of the line.
 * @MATTRA_BREAK_GOOD: between two words that are free of each other.
 * @MATTRA_BREAK_FAIR: between two words that probably belong to one phrase.
 * @MATTRA_BREAK_POOR: inside a compound, a name, a date or a number with its unit; only where
 *   nothing better fits in the line.
 * @MATTRA_BREAK_BAD: between two words, over whose joint another reading has a word.
 * @MATTRA_BREAK_EMERGENCY: between two letters of a word; only where a word is wider than its
 *   column.
 *
 * What it costs to end a line at a place, from free to worst; MATTRA_BREAK_NEVER stands apart.
 */
typedef enum
{
  MATTRA_BREAK_NEVER = 0,
  MATTRA_BREAK_SPACE,
  MATTRA_BREAK_GOOD,
  MATTRA_BREAK_FAIR,
  MATTRA_BREAK_POOR,
  MATTRA_BREAK_BAD,
  MATTRA_BREAK_EMERGENCY,
} MattraBreak;

typedef struct _MattraLineBreak MattraLineBreak;

MattraLineBreak *mattra_line_break_new     (const char       *dictionary_folder,
                                            GError          **error);
void             mattra_line_break_free    (MattraLineBreak  *self);
void             mattra_line_break_analyse (MattraLineBreak  *self,
                                            const char       *text,
                                            gsize             length,
                                            guint8           *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraLineBreak, mattra_line_break_free)

G_END_DECLS
