/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-field.h"

#include <math.h>

/* More than that nobody signs; a larger paper than that is none. */
#define MOST_FIELDS 1000
#define LARGEST 14400

static void
field_free (gpointer data)
{
  MattraSignatureField *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self);
}

static double
read_side (MattraPdfPart part)
{
  g_autofree char *text = g_strndup (part.start, (gsize) MIN (part.end - part.start, 20));
  double side = g_ascii_strtod (text, NULL);

  return isfinite (side) ? CLAMP (side, -LARGEST, LARGEST) : 0;
}

static void
read_size (MattraSignatureField *self,
           MattraPdfPart         rectangle)
{
  double sides[4] = { 0 };
  const char *cursor = NULL;
  MattraPdfPart item;

  for (guint i = 0; i < G_N_ELEMENTS (sides) && mattra_pdf_array_next (rectangle, &cursor, &item); i++)
    sides[i] = read_side (item);
  self->width = fabs (sides[2] - sides[0]);
  self->height = fabs (sides[3] - sides[1]);
}

/**
 * mattra_signature_field_is:
 * @file: a file
 * @value: an object's value
 *
 * Returns: whether it is a field for a signature
 */
gboolean
mattra_signature_field_is (MattraPdfFile *file,
                           MattraPdfPart  value)
{
  return mattra_pdf_part_is_name (mattra_pdf_file_get (file, value, "FT"), "Sig");
}

static MattraSignatureField *
read_field (MattraPdfFile *file,
            guint          object,
            MattraPdfPart  value)
{
  MattraSignatureField *self;

  if (!mattra_signature_field_is (file, value))
    return NULL;
  self = g_new0 (MattraSignatureField, 1);
  self->object = object;
  self->name = mattra_pdf_part_dup_text (mattra_pdf_file_get (file, value, "T"));
  self->label = mattra_pdf_part_dup_text (mattra_pdf_file_get (file, value, "TU"));
  if (self->name == NULL)
    self->name = g_strdup ("");
  mattra_pdf_part_get_ref (mattra_pdf_dict_get (value, "V"), &self->signature);
  read_size (self, mattra_pdf_file_get (file, value, "Rect"));
  return self;
}

/**
 * mattra_signature_field_list:
 * @file: a file
 *
 * Returns: (transfer full) (element-type MattraSignatureField): its fields for signatures, in their order
 */
GPtrArray *
mattra_signature_field_list (MattraPdfFile *file)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);
  gsize size = g_bytes_get_size (mattra_pdf_file_get_bytes (file));
  gsize budget = 4 * size;
  const char *cursor = NULL;
  MattraPdfPart form, item;
  guint root, object;

  if (!mattra_pdf_file_get_root (file, &root))
    return fields;
  form = mattra_pdf_file_get (file, mattra_pdf_file_get_object (file, root), "AcroForm");
  form = mattra_pdf_file_get (file, form, "Fields");
  for (guint n = 0; n < MOST_FIELDS && budget > 0 && mattra_pdf_array_next (form, &cursor, &item); n++)
    {
      MattraPdfPart value = mattra_pdf_part_get_ref (item, &object) ? mattra_pdf_file_get_object (file, object)
                                                                    : MATTRA_PDF_NO_PART;
      MattraSignatureField *field = read_field (file, object, value);

      budget -= MIN (budget, value.start != NULL ? (gsize) (value.end - value.start) : size);
      if (field != NULL)
        g_ptr_array_add (fields, field);
    }
  return fields;
}

/**
 * mattra_signature_field_find:
 * @fields: (element-type MattraSignatureField): fields
 * @object: an object's number
 *
 * Returns: (nullable) (transfer none): the field that is that object
 */
MattraSignatureField *
mattra_signature_field_find (GPtrArray *fields,
                             guint      object)
{
  for (guint i = 0; i < fields->len; i++)
    {
      MattraSignatureField *field = g_ptr_array_index (fields, i);

      if (field->object == object)
        return field;
    }
  return NULL;
}
