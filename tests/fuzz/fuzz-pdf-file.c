/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-archive.h"
#include "mattra-signature-check.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gboolean
forget (const char *data,
        gsize       length,
        gpointer    closure)
{
  return TRUE;
}

static void
read_file (MattraPdfFile *file)
{
  gsize size = g_bytes_get_size (mattra_pdf_file_get_bytes (file));
  guint page;

  for (guint i = 0; i < mattra_pdf_file_get_n_objects (file); i++)
    {
      MattraPdfStream stream;
      g_autofree char *title = mattra_pdf_part_dup_text (mattra_pdf_dict_get (mattra_pdf_file_get_object (file, i),
                                                                              "Title"));

      g_assert (mattra_pdf_file_get_object_end (file, i) <= size);
      g_assert (!mattra_pdf_file_get_stream (file, i, &stream) || stream.length <= size);
    }
  mattra_pdf_file_find_page (file, 3, &page);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const MattraPdfField field = { 0, 10, 10, 50, 20, "x" };
  const MattraPdfArchive archive = { .fingerprint = "0", .fields = &field, .n_fields = 1 };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (bytes, NULL);
  g_autoptr (MattraSignatureCheck) check = mattra_signature_verify (bytes, NULL, 0, NULL);
  g_autofree char *how = NULL;

  if (file != NULL)
    read_file (file);
  mattra_signature_follow (bytes, size / 2, &how);
  mattra_pdf_archive_append (bytes, &archive, forget, NULL, NULL);
  return 0;
}
