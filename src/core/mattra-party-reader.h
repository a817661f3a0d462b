/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-division.h"

G_BEGIN_DECLS

/* How the texts of responsible parties are read. For the division list alone. */

/* A text with white space taken out and spelling folded, that still knows where each byte came from.
 * @origins holds, for each byte of @key, where its character begins and ends in @text, and whether
 * white space stood before it. */
typedef struct
{
  const char *text;
  GString *key;
  GArray *origins;
} MattraPartyText;

typedef enum
{
  MATTRA_GAP_NONE,
  MATTRA_GAP_SPACE,
  MATTRA_GAP_LINE,
} MattraGap;

MattraPartyText *mattra_party_text_new   (const char            *text);
void             mattra_party_text_free  (MattraPartyText       *self);
MattraGap        mattra_party_text_gap   (const MattraPartyText *self,
                                          gsize                  at);
char            *mattra_party_text_slice (const MattraPartyText *self,
                                          gsize                  from,
                                          gsize                  to);
char            *mattra_party_fold       (const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPartyText, mattra_party_text_free)

/* Which divisions a collective name stands for. */
typedef enum
{
  MATTRA_SCOPE_NONE = 0,
  MATTRA_SCOPE_OFFICES = 1 << 0,  /* สำนัก */
  MATTRA_SCOPE_SECTIONS = 1 << 1, /* กอง */
  MATTRA_SCOPE_UNITS = 1 << 2,    /* หน่วย */
  MATTRA_SCOPE_ALL = 1 << 3,
  MATTRA_SCOPE_BELOW = 1 << 4, /* งาน, ฝ่าย: all divisions, but only where no other scope or name limits it */
} MattraScope;

gsize    mattra_party_match_collective (const MattraPartyText *text,
                                        gsize                  at,
                                        MattraScope           *scope);
gboolean mattra_party_is_post          (const char            *key);
gboolean mattra_party_is_section       (const char            *key);
gboolean mattra_party_begins_like_one  (const char            *key);
gboolean mattra_party_ends_at          (const MattraPartyText *text,
                                        gsize                  at);
gboolean mattra_party_scope_holds      (MattraScope            scope,
                                        const char            *folded_name);

/* Other spellings of the usual divisions, one array of names for each division. */
GPtrArray *mattra_division_new_families (void);

/* Names that are known whole: the longest one of them at a place of a text, or 0. */
typedef gsize (*MattraPartyKnown) (gpointer               data,
                                   const MattraPartyText *text,
                                   gsize                  at);

GPtrArray *mattra_party_split (const MattraPartyText *text,
                               MattraPartyKnown       known,
                               gpointer               data);

G_END_DECLS
