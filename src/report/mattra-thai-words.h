/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Thai text goes through line breaking in TIS-620, one byte a letter, as libthai takes it. */
#define MATTRA_TIS_FIRST 0xa1

/* Which words a run of letters is split into. */
typedef enum
{
  MATTRA_THAI_WORDS_WHOLE, /* those of the whole dictionary: compounds stay in one piece */
  MATTRA_THAI_WORDS_BASE,  /* short ones only: long compounds fall apart */
} MattraThaiWordsKind;

typedef struct _MattraThaiWords MattraThaiWords;

MattraThaiWords *mattra_thai_words_new   (const char           *folder,
                                          GError              **error);
void             mattra_thai_words_free  (MattraThaiWords      *self);
void             mattra_thai_words_split (MattraThaiWords      *self,
                                          MattraThaiWordsKind   kind,
                                          const guint8         *tis,
                                          gsize                 length,
                                          guint8               *starts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraThaiWords, mattra_thai_words_free)

G_END_DECLS
