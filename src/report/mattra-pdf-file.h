/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-part.h"

G_BEGIN_DECLS

/**
 * MattraPdfFile:
 *
 * A PDF file as Cairo writes it, with the updates that Mattra or another program appended in the same way. Whatever
 * bytes it is given, it takes time and memory in proportion to their number and no more. Tables of contents that are
 * compressed are not read.
 */
typedef struct _MattraPdfFile MattraPdfFile;

/**
 * MattraPdfStream:
 * @dict: its dictionary
 * @data: its bytes, as they are stored
 * @length: how many
 *
 * A stream of a file.
 */
typedef struct
{
  MattraPdfPart  dict;
  const char    *data;
  gsize          length;
} MattraPdfStream;

MattraPdfFile *mattra_pdf_file_new             (GBytes           *bytes,
                                                GError          **error);
MattraPdfFile *mattra_pdf_file_new_revision    (MattraPdfFile    *self,
                                                guint             revision,
                                                GError          **error);
void           mattra_pdf_file_free            (MattraPdfFile    *self);
GBytes        *mattra_pdf_file_get_bytes       (MattraPdfFile    *self);
guint          mattra_pdf_file_get_n_revisions (MattraPdfFile    *self);
gsize          mattra_pdf_file_get_end         (MattraPdfFile    *self,
                                                guint             revision);
gsize          mattra_pdf_file_get_xref        (MattraPdfFile    *self);
MattraPdfPart  mattra_pdf_file_get_trailer     (MattraPdfFile    *self);
guint          mattra_pdf_file_get_n_objects   (MattraPdfFile    *self);
gsize          mattra_pdf_file_get_offset      (MattraPdfFile    *self,
                                                guint             number);
MattraPdfPart  mattra_pdf_file_get_object      (MattraPdfFile    *self,
                                                guint             number);
MattraPdfPart  mattra_pdf_file_resolve         (MattraPdfFile    *self,
                                                MattraPdfPart     part);
MattraPdfPart  mattra_pdf_file_get             (MattraPdfFile    *self,
                                                MattraPdfPart     dict,
                                                const char       *key);
gboolean       mattra_pdf_file_get_stream      (MattraPdfFile    *self,
                                                guint             number,
                                                MattraPdfStream  *stream);
gsize          mattra_pdf_file_get_object_end  (MattraPdfFile    *self,
                                                guint             number);
gboolean       mattra_pdf_file_get_root        (MattraPdfFile    *self,
                                                guint            *number);
gboolean       mattra_pdf_file_find_page       (MattraPdfFile    *self,
                                                guint             page,
                                                guint            *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPdfFile, mattra_pdf_file_free)

G_END_DECLS
