/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-fiscal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MattraTyped:
 * @measure: what was typed into: ULID of a measure, or whatever the window calls it.
 * @field: the field.
 * @round: round of the answer.
 * @division: (nullable): ULID of the division.
 * @exactly: round and division are those of the answer itself; else those under which a table was looked at, where
 *   a cell may show another answer.
 * @text: (nullable): what was typed.
 * @time: when, seconds since 1970-01-01 00:00 UTC.
 *
 * Text of an editor that was not committed.
 */
typedef struct
{
  char *measure;
  char *field;
  MattraRound round;
  char *division;
  gboolean exactly;
  char *text;
  gint64 time;
} MattraTyped;

MattraTyped *mattra_typed_new           (const char        *measure,
                                         const char        *field,
                                         MattraRound        round,
                                         const char        *division,
                                         gboolean           exactly,
                                         const char        *text);
MattraTyped *mattra_typed_copy          (const MattraTyped *self);
void         mattra_typed_free          (MattraTyped       *self);
gboolean     mattra_typed_is_same_place (const MattraTyped *self,
                                         const MattraTyped *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTyped, mattra_typed_free)

#define MATTRA_TYPE_DRAFTS (mattra_drafts_get_type ())

/* What is being typed in a window, kept in a file of its own beside the user's data until it is committed or
 * given up, so that it survives the end of the program, whatever that comes from. */
G_DECLARE_FINAL_TYPE (MattraDrafts, mattra_drafts, MATTRA, DRAFTS, GObject)

MattraDrafts *mattra_drafts_new   (const char        *register_path);
void          mattra_drafts_keep  (MattraDrafts      *self,
                                   const MattraTyped *typed);
void          mattra_drafts_drop  (MattraDrafts      *self,
                                   const MattraTyped *place);
GPtrArray    *mattra_drafts_list  (MattraDrafts      *self);
void          mattra_drafts_flush (MattraDrafts      *self);
void          mattra_drafts_close (MattraDrafts      *self);

G_END_DECLS
