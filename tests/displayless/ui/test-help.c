/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <pango/pango.h>

#include "mattra-help-text.h"

#define FOLDER "/io/github/mattra/Mattra/help"

static void
test_pieces (void)
{
  static const struct
  {
    const char *line;
    MattraHelpKind kind;
    const char *markup;
    const char *term;
  } lines[] = {
    { "# A & B", MATTRA_HELP_TITLE, "A &amp; B", NULL },
    { "## Keys", MATTRA_HELP_HEADING, "Keys", NULL },
    { "Press **this** *now*.", MATTRA_HELP_TEXT, "Press <b>this</b> <i>now</i>.", NULL },
    { "- มาตรการ", MATTRA_HELP_BULLET, "มาตรการ", NULL },
    { "12. Twelfth", MATTRA_HELP_NUMBER, "Twelfth", NULL },
    { "2566 is no item", MATTRA_HELP_TEXT, "2566 is no item", NULL },
    { "| Ring | not yet |", MATTRA_HELP_ROW, "not yet", "Ring" },
    { "| no row", MATTRA_HELP_TEXT, "| no row", NULL },
    { "2 * 3 and ` alone", MATTRA_HELP_TEXT, "2 * 3 and ` alone", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GPtrArray) pieces = mattra_help_read (lines[i].line);
      const MattraHelpPiece *piece = g_ptr_array_index (pieces, 0);

      g_assert_cmpuint (pieces->len, ==, 1);
      g_assert_cmpint (piece->kind, ==, lines[i].kind);
      g_assert_cmpstr (piece->markup, ==, lines[i].markup);
      g_assert_cmpstr (piece->term, ==, lines[i].term);
    }
}

static GPtrArray *
read_page (const char *language,
           const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER "/", language, "/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return mattra_help_read (text);
}

static void
check_markup (const char *markup,
              const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (markup == NULL)
    return;
  pango_parse_markup (markup, -1, 0, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  if (strpbrk (text, "*`|#"))
    g_error ("%s: a mark without its end in “%s”", page, text);
}

/* Both languages say the same: piece by piece of the same kind. */
static void
test_pages (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER "/en", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_cmpuint (g_strv_length (names), ==, 11);
  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (GPtrArray) english = read_page ("en", names[i]);
      g_autoptr (GPtrArray) thai = read_page ("th", names[i]);

      g_assert_cmpuint (english->len, ==, thai->len);
      for (guint k = 0; k < english->len; k++)
        {
          const MattraHelpPiece *one = g_ptr_array_index (english, k);
          const MattraHelpPiece *other = g_ptr_array_index (thai, k);

          g_assert_true ((one->kind == MATTRA_HELP_TITLE) == (k == 0));
          g_assert_cmpint (one->kind, ==, other->kind);
          check_markup (one->markup, names[i]);
          check_markup (one->term, names[i]);
          check_markup (other->markup, names[i]);
          check_markup (other->term, names[i]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/help/pieces", test_pieces);
  g_test_add_func ("/ui/help/pages", test_pages);
  return g_test_run ();
}
