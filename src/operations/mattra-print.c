/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-data.h"
#include "mattra-docx.h"
#include "mattra-error.h"
#include "mattra-output-path.h"
#include "mattra-png.h"

static const char *const extensions[] = {
  [MATTRA_PRINT_PDF] = ".pdf",
  [MATTRA_PRINT_DOCX] = ".docx",
  [MATTRA_PRINT_PNG] = ".png",
  [MATTRA_PRINT_SVG] = ".svg",
};

/**
 * mattra_print_extension:
 * @format: a format
 *
 * Returns: how the names of its files end, as ".pdf"
 */
const char *
mattra_print_extension (MattraPrintFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (extensions), NULL);

  return extensions[format];
}

/**
 * mattra_print_format_of:
 * @path: the name of a file
 * @format: (out): what it says the file is
 *
 * Finds the format in how a name ends, in capitals or not.
 *
 * Returns: whether the name says it
 */
gboolean
mattra_print_format_of (const char        *path,
                        MattraPrintFormat *format)
{
  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      gsize n = strlen (extensions[i]);

      if (strlen (path) > n && g_ascii_strcasecmp (path + strlen (path) - n, extensions[i]) == 0)
        {
          *format = (MattraPrintFormat) i;
          return TRUE;
        }
    }
  return FALSE;
}


/* How much of the time laying out takes. */
#define LAID_OUT 0.3
#define LAID_OUT_FOR_PICTURES 0.02

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

static void
note_printed (MattraLayout  *layout,
              MattraPrinted *printed)
{
  const char *fingerprint = mattra_layout_get_fingerprint (layout);

  if (printed == NULL)
    return;
  printed->n_pages = mattra_layout_get_n_pages (layout);
  g_strlcpy (printed->fingerprint, fingerprint ? fingerprint : "", sizeof printed->fingerprint);
  g_strlcpy (printed->whole_fingerprint, fingerprint ? fingerprint : "", sizeof printed->whole_fingerprint);
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
  return mattra_print_watched (document, 0, path, options, printed, error);
}

/**
 * mattra_print_lay_out_watched:
 * @document: what is printed
 * @n_rows: about how many rows it has, by which is reckoned how far it is; 0 where nobody wants to know
 * @watch: (nullable): who waits for it
 * @error: return location; %G_IO_ERROR_CANCELLED where it was stopped
 *
 * Makes a document's pages as mattra_print_lay_out() does, for who waits and may stop it.
 *
 * Returns: (transfer full): the pages
 */
MattraLayout *
mattra_print_lay_out_watched (MattraDocument     *document,
                              gsize               n_rows,
                              const MattraWatch  *watch,
                              GError            **error)
{
  g_autoptr (MattraTypesetter) typesetter = NULL;
  g_autoptr (MattraLayout) layout = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  typesetter = mattra_print_new_typesetter (error);
  layout = typesetter ? mattra_layout_begin (document, typesetter) : NULL;
  if (layout == NULL || !mattra_layout_run_watched (layout, n_rows, watch, error))
    return NULL;
  return g_steal_pointer (&layout);
}

/**
 * mattra_print_watched:
 * @document: what is printed
 * @n_rows: about how many rows it has, by which is reckoned how far it is; 0 where nobody wants to know
 * @path: the file, replaced only when the new one is whole
 * @options: how the file is written, and who waits for it
 * @printed: (out) (optional): what it is known by
 * @error: return location; %G_IO_ERROR_CANCELLED where it was stopped
 *
 * Prints a document as mattra_print_pdf() does, for who waits and may stop it: then nothing is left.
 *
 * Returns: whether the file is on the disk
 */
gboolean
mattra_print_watched (MattraDocument          *document,
                      gsize                    n_rows,
                      const char              *path,
                      const MattraPdfOptions  *options,
                      MattraPrinted           *printed,
                      GError                 **error)
{
  g_autoptr (MattraLayout) layout = NULL;
  MattraPdfOptions drawing;
  MattraWatch first;
  MattraWatch second;

  g_return_val_if_fail (document != NULL && path != NULL && options != NULL, FALSE);

  drawing = *options;
  first = mattra_watch_part (options->watch, 0, LAID_OUT);
  second = mattra_watch_part (options->watch, LAID_OUT, 1);
  drawing.watch = &second;
  if (!mattra_output_path_check (path, error))
    return FALSE;
  layout = mattra_print_lay_out_watched (document, n_rows, &first, error);
  if (layout == NULL || !mattra_pdf_write (layout, path, &drawing, error))
    return FALSE;
  note_printed (layout, printed);
  return TRUE;
}

/**
 * mattra_print_docx:
 * @document: what is written
 * @n_rows: about how many rows it has; 0 where nobody wants to know how far it is
 * @path: the file, replaced only when the new one is whole
 * @watch: (nullable): who waits and may stop it
 * @error: return location
 *
 * Writes a document for Word, with columns as wide as those of the paper.
 *
 * Returns: whether the file is on the disk
 */
gboolean
mattra_print_docx (MattraDocument     *document,
                   gsize               n_rows,
                   const char         *path,
                   const MattraWatch  *watch,
                   GError            **error)
{
  g_autoptr (MattraTypesetter) typesetter = NULL;

  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  if (!mattra_output_path_check (path, error))
    return FALSE;
  typesetter = mattra_print_new_typesetter (error);
  return typesetter != NULL && mattra_docx_write (document, typesetter, n_rows, path, watch, error);
}

/* None of the names may be that of a register, nor, unless they may be replaced, of a picture of an earlier report. */
static gboolean
check_pages (MattraLayout  *layout,
             const char    *path,
             gboolean       replace,
             GError       **error)
{
  guint n_pages = mattra_layout_get_n_pages (layout);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *own = mattra_png_page_path (path, i, n_pages);

      if (!mattra_output_path_check (own, error))
        return FALSE;
      if (!replace && n_pages > 1 && g_file_test (own, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                       _("%s: is there already and is kept; choose another name or folder"), own);
          return FALSE;
        }
    }
  return TRUE;
}

/* @dpi: 0 for drawings */
static gboolean
print_pictures (MattraDocument     *document,
                gsize               n_rows,
                const char         *path,
                guint               dpi,
                gboolean            replace,
                const MattraWatch  *watch,
                MattraPrinted      *printed,
                GError            **error)
{
  g_autoptr (MattraLayout) layout = NULL;
  MattraWatch first = mattra_watch_part (watch, 0, LAID_OUT_FOR_PICTURES);
  MattraWatch second = mattra_watch_part (watch, LAID_OUT_FOR_PICTURES, 1);

  layout = mattra_print_lay_out_watched (document, n_rows, &first, error);
  if (layout == NULL || !check_pages (layout, path, replace, error)
      || !(dpi > 0 ? mattra_png_write (layout, path, dpi, &second, error)
                   : mattra_svg_write (layout, path, &second, error)))
    return FALSE;
  note_printed (layout, printed);
  return TRUE;
}

/**
 * mattra_print_svg:
 * @document: what is drawn
 * @n_rows: about how many rows it has; 0 where nobody wants to know how far it is
 * @path: the file; several pages have their numbers in their names, see mattra_png_page_path()
 * @replace: whether files that have the name of one of several pages are replaced; else %MATTRA_ERROR_DENIED
 * @watch: (nullable): who waits and may stop it
 * @printed: (out) (optional): what it is known by
 * @error: return location
 *
 * Draws each page of a document with lines and letters as such.
 *
 * Returns: whether all drawings are on the disk
 */
gboolean
mattra_print_svg (MattraDocument     *document,
                  gsize               n_rows,
                  const char         *path,
                  gboolean            replace,
                  const MattraWatch  *watch,
                  MattraPrinted      *printed,
                  GError            **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  return print_pictures (document, n_rows, path, 0, replace, watch, printed, error);
}

/**
 * mattra_print_png:
 * @document: what is drawn
 * @n_rows: about how many rows it has; 0 where nobody wants to know how far it is
 * @path: the file; several pages have their numbers in their names, see mattra_png_page_path()
 * @dpi: points per inch, from %MATTRA_PNG_LEAST_DPI to %MATTRA_PNG_MOST_DPI
 * @replace: whether files that have the name of one of several pages are replaced; else %MATTRA_ERROR_DENIED
 * @watch: (nullable): who waits and may stop it
 * @printed: (out) (optional): what it is known by
 * @error: return location
 *
 * Draws each page of a document as a picture.
 *
 * Returns: whether all pictures are on the disk
 */
gboolean
mattra_print_png (MattraDocument     *document,
                  gsize               n_rows,
                  const char         *path,
                  guint               dpi,
                  gboolean            replace,
                  const MattraWatch  *watch,
                  MattraPrinted      *printed,
                  GError            **error)
{
  g_return_val_if_fail (document != NULL && path != NULL && dpi > 0, FALSE);

  return print_pictures (document, n_rows, path, dpi, replace, watch, printed, error);
}
