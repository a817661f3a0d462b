/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pill-label.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_WORD_LIST (mattra_word_list_get_type ())

/* A short list of words below an editor. It never takes the keyboard: its owner moves the mark.
 *
 * Signals:
 *   picked ()       a word was clicked; it is the marked one
 */
G_DECLARE_FINAL_TYPE (MattraWordList, mattra_word_list, MATTRA, WORD_LIST, GtkWidget)

GtkWidget  *mattra_word_list_new        (void);
void        mattra_word_list_set_words  (MattraWordList       *self,
                                         const char *const    *words,
                                         const MattraWordMark *marks);
const char *mattra_word_list_get_marked (MattraWordList       *self);
int         mattra_word_list_get_index  (MattraWordList       *self);
void        mattra_word_list_mark       (MattraWordList       *self,
                                         int                   index);
gboolean    mattra_word_list_move       (MattraWordList       *self,
                                         guint                 keyval);

G_END_DECLS
