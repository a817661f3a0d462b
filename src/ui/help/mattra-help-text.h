/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraHelpKind:
 *
 * What a piece of a help page is.
 */
typedef enum
{
  MATTRA_HELP_TITLE,
  MATTRA_HELP_HEADING,
  MATTRA_HELP_TEXT,
  MATTRA_HELP_BULLET,
  MATTRA_HELP_NUMBER,
  MATTRA_HELP_ROW,
} MattraHelpKind;

/**
 * MattraHelpPiece:
 * @kind: what it is
 * @number: the place of a numbered item, from 1
 * @markup: its words, as Pango markup
 * @term: (nullable): the left side of a row, as Pango markup
 *
 * A piece of a help page, in the order of the page.
 */
typedef struct
{
  MattraHelpKind kind;
  int number;
  char *markup;
  char *term;
} MattraHelpPiece;

GPtrArray *mattra_help_read (const char *text);

G_END_DECLS
