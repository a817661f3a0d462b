/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print.h"

#include "mattra-data.h"
#include "mattra-output-path.h"

/**
 * mattra_print_new_typesetter:
 * @error: return location
 *
 * Returns: (transfer full): a typesetter with the program's own fonts and dictionary
 */
MattraTypesetter *
mattra_print_new_typesetter (GError **error)
{
  g_autofree char *fonts = mattra_data_find ("fonts", error);
  g_autofree char *dictionary = fonts ? mattra_data_find ("dictionary", error) : NULL;

  return dictionary ? mattra_typesetter_new (fonts, dictionary, error) : NULL;
}

/**
 * mattra_print_lay_out:
 * @document: what is printed
 * @error: return location
 *
 * Makes a document's pages with the program's own fonts and dictionary. They may be painted on another
 * thread than the one that made them.
 *
 * Returns: (transfer full): the pages
 */
MattraLayout *
mattra_print_lay_out (MattraDocument  *document,
                      GError         **error)
{
  g_autoptr (MattraTypesetter) typesetter = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  typesetter = mattra_print_new_typesetter (error);
  return typesetter ? mattra_layout_new (document, typesetter, error) : NULL;
}

/**
 * mattra_print_pdf:
 * @document: what is printed
 * @path: the file, replaced only when the new one is whole
 * @options: how the file is written
 * @printed: (out) (optional): what it is known by
 * @error: return location
 *
 * Prints a document with the program's own fonts and dictionary.
 *
 * Returns: whether the file is on the disk
 */
gboolean
mattra_print_pdf (MattraDocument          *document,
                  const char              *path,
                  const MattraPdfOptions  *options,
                  MattraPrinted           *printed,
                  GError                 **error)
{
  g_autoptr (MattraLayout) layout = NULL;

  g_return_val_if_fail (document != NULL && path != NULL && options != NULL, FALSE);

  if (!mattra_output_path_check (path, error))
    return FALSE;
  layout = mattra_print_lay_out (document, error);
  if (layout == NULL || !mattra_pdf_write (layout, path, options, error))
    return FALSE;
  if (printed)
    {
      const char *fingerprint = mattra_layout_get_fingerprint (layout);

      printed->n_pages = mattra_layout_get_n_pages (layout);
      g_strlcpy (printed->fingerprint, fingerprint ? fingerprint : "", sizeof printed->fingerprint);
      g_strlcpy (printed->whole_fingerprint, fingerprint ? fingerprint : "", sizeof printed->whole_fingerprint);
    }
  return TRUE;
}
