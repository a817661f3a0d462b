/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraMarkStyle:
 * @MATTRA_MARK_NONE: no mark.
 * @MATTRA_MARK_DOT: `1.`
 * @MATTRA_MARK_CLOSED: `1)`
 * @MATTRA_MARK_DOT_CLOSED: `1.)`
 * @MATTRA_MARK_ENCLOSED: `(1)`
 * @MATTRA_MARK_TWO_LEVELS: `1.1`
 * @MATTRA_MARK_BULLET: `-`
 *
 * How the items of a list are marked; digits may be Thai or western.
 */
typedef enum
{
  MATTRA_MARK_NONE,
  MATTRA_MARK_DOT,
  MATTRA_MARK_CLOSED,
  MATTRA_MARK_DOT_CLOSED,
  MATTRA_MARK_ENCLOSED,
  MATTRA_MARK_TWO_LEVELS,
  MATTRA_MARK_BULLET,
} MattraMarkStyle;

/**
 * MattraMark:
 * @style: how it is written.
 * @number: the number; the first one of two levels.
 * @second: the second number of two levels, else 0.
 * @start: where it begins in the text.
 * @end: where the item's own text begins.
 *
 * A mark that may begin an item.
 */
typedef struct
{
  MattraMarkStyle style;
  int number;
  int second;
  const char *start;
  const char *end;
} MattraMark;

/**
 * MattraItemRun:
 * @style: how the items so far were marked.
 * @number: the last number.
 * @second: the last second number of two levels.
 * @n_items: items so far.
 *
 * How far the list of a column has run within a measure; begin with all zero.
 */
typedef struct
{
  MattraMarkStyle style;
  int number;
  int second;
  guint n_items;
} MattraItemRun;

gboolean   mattra_mark_parse   (const char     *text,
                                MattraMark     *mark);
gboolean   mattra_items_is_none (const char    *text);
GPtrArray *mattra_items_split  (const char     *text,
                                MattraItemRun  *run,
                                gboolean       *joins);

G_END_DECLS
