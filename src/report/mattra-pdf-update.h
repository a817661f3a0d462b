/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-file.h"

G_BEGIN_DECLS

/**
 * MattraPdfWriteFunc:
 * @data: bytes to append to the file
 * @length: how many
 * @closure: what it was given with
 *
 * Returns: whether they were written
 */
typedef gboolean (*MattraPdfWriteFunc) (const char *data,
                                        gsize       length,
                                        gpointer    closure);

/**
 * MattraPdfUpdate:
 *
 * What is appended to a PDF file to change it: new objects, others in place of old ones, a table of contents. The bytes
 * before stay as they are.
 */
typedef struct _MattraPdfUpdate MattraPdfUpdate;

MattraPdfUpdate *mattra_pdf_update_new         (MattraPdfFile      *file,
                                                MattraPdfWriteFunc  write,
                                                gpointer            closure);
void             mattra_pdf_update_free        (MattraPdfUpdate    *self);
guint            mattra_pdf_update_reserve     (MattraPdfUpdate    *self);
void             mattra_pdf_update_put         (MattraPdfUpdate    *self,
                                                guint               number,
                                                const char         *text,
                                                gsize               length);
void             mattra_pdf_update_put_stream  (MattraPdfUpdate    *self,
                                                guint               number,
                                                const char         *entries,
                                                const char         *data,
                                                gsize               length);
gsize            mattra_pdf_update_get_position
                                               (MattraPdfUpdate    *self);
gboolean         mattra_pdf_update_finish      (MattraPdfUpdate    *self,
                                                const char         *entries);
GString         *mattra_pdf_update_get_text    (MattraPdfUpdate    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPdfUpdate, mattra_pdf_update_free)

G_END_DECLS
