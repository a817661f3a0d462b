/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-archive.h"

G_BEGIN_DECLS

/**
 * MattraPdfFields:
 * @form: the form's object
 * @widgets: (element-type guint): the fields' objects
 * @pages: (element-type guint): the pages' objects
 *
 * Fields for signatures that are being added to a file.
 */
typedef struct
{
  guint   form;
  GArray *widgets;
  GArray *pages;
} MattraPdfFields;

gboolean mattra_pdf_fields_reserve   (MattraPdfFields        *self,
                                      MattraPdfFile          *file,
                                      MattraPdfUpdate        *update,
                                      const MattraPdfArchive *archive);
void     mattra_pdf_fields_put       (MattraPdfFields        *self,
                                      MattraPdfFile          *file,
                                      MattraPdfUpdate        *update,
                                      const MattraPdfArchive *archive);
gboolean mattra_pdf_fields_add_to    (MattraPdfFields        *self,
                                      guint                   page,
                                      GString                *dict);
void     mattra_pdf_fields_clear     (MattraPdfFields        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraPdfFields, mattra_pdf_fields_clear)

G_END_DECLS
