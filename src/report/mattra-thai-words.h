/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Thai text goes through line breaking in TIS-620, one byte a letter, as libthai takes it. */
#define MATTRA_TIS_FIRST 0xa1

/* What stands at a place between two letters. Long compounds of our own are words of the whole
 * dictionary only; the base dictionary holds what they are made of. */
typedef enum
{
  MATTRA_THAI_PLACE_WHOLE = 1 << 0,      /* a word of the whole dictionary starts */
  MATTRA_THAI_PLACE_BASE = 1 << 1,       /* a word of the base dictionary starts */
  MATTRA_THAI_PLACE_IN_WORD = 1 << 2,    /* another reading has a word of the base dictionary over it */
  MATTRA_THAI_PLACE_IN_COMPOUND = 1 << 3 /* another reading has a word of the whole dictionary over it */
} MattraThaiPlace;

typedef struct _MattraThaiWords MattraThaiWords;

MattraThaiWords *mattra_thai_words_new   (const char       *folder,
                                          GError          **error);
void             mattra_thai_words_free  (MattraThaiWords  *self);
void             mattra_thai_words_read  (MattraThaiWords  *self,
                                          const guint8     *tis,
                                          gsize             length,
                                          guint8           *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraThaiWords, mattra_thai_words_free)

G_END_DECLS
