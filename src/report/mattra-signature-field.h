/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-file.h"

G_BEGIN_DECLS

/**
 * MattraSignatureField:
 * @object: its object's number
 * @name: what it is called in the file
 * @label: (nullable): whose signature belongs there
 * @signature: the object of its signature; 0 for none
 * @width: its width in points; 0 where it is not seen
 * @height: its height in points
 *
 * A field for a digital signature.
 */
typedef struct
{
  guint   object;
  char   *name;
  char   *label;
  guint   signature;
  double  width;
  double  height;
} MattraSignatureField;

GPtrArray            *mattra_signature_field_list (MattraPdfFile *file);
MattraSignatureField *mattra_signature_field_find (GPtrArray     *fields,
                                                   guint          object);
gboolean              mattra_signature_field_is   (MattraPdfFile *file,
                                                   MattraPdfPart  value);

G_END_DECLS
