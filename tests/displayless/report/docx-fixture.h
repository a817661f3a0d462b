/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "paper-fixture.h"

G_BEGIN_DECLS

/**
 * DocxFile:
 * @parts: (element-type utf8 GBytes): the parts by their names.
 * @names: (element-type utf8): the names in the order of the file.
 * @text: the part with the text.
 *
 * A Word document that was read again.
 */
typedef struct
{
  GHashTable *parts;
  GPtrArray  *names;
  xmlDoc     *text;
} DocxFile;

gboolean    docx_write         (MattraDocument             *document,
                                const char                 *path,
                                GError                    **error);
void        docx_write_kind    (PaperFixture               *self,
                                const MattraReportOptions  *options,
                                const char                 *path);
DocxFile   *docx_read          (const char                 *path);
void        docx_free          (DocxFile                   *self);
xmlDoc     *docx_parse         (DocxFile                   *self,
                                const char                 *part);
GPtrArray  *docx_find          (xmlDoc                     *document,
                                const char                 *name);
xmlNode    *docx_child         (const xmlNode              *node,
                                const char                 *name);
char       *docx_value         (const xmlNode              *node,
                                const char                 *attribute);
char       *docx_text          (const xmlNode              *node);
GPtrArray  *docx_paragraphs    (DocxFile                   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocxFile, docx_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
