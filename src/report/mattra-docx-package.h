/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/**
 * MattraDocxPackage:
 *
 * The file that the parts of a Word document stand in: a ZIP without times and owners, so that the same parts give the
 * same bytes. It takes its name only when it is whole.
 */
typedef struct _MattraDocxPackage MattraDocxPackage;

MattraDocxPackage *mattra_docx_package_open       (const char         *path,
                                                   GError            **error);
void               mattra_docx_package_free       (MattraDocxPackage  *self);
xmlTextWriter     *mattra_docx_package_begin_part (MattraDocxPackage  *self,
                                                   const char         *name);
void               mattra_docx_package_end_part   (MattraDocxPackage  *self);
void               mattra_docx_package_add        (MattraDocxPackage  *self,
                                                   const char         *name,
                                                   GBytes             *bytes);
gboolean           mattra_docx_package_has_failed (MattraDocxPackage  *self,
                                                   GError            **error);
gboolean           mattra_docx_package_finish     (MattraDocxPackage  *self,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDocxPackage, mattra_docx_package_free)

G_END_DECLS
