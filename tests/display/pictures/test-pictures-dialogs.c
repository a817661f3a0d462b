/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pictures-fixture.h"

/* Windows that an action opens above the program's own. */

static void
take_dialog (PicturesFixture *self,
             const char      *action)
{
  GtkWindow *dialog = NULL;

  if (!pictures_act (self, action))
    return;
  dialog = pictures_find_dialog (self);
  g_assert_nonnull (dialog);
  pictures_take (self, GTK_WIDGET (dialog), action, PICTURES_WIDE);
  if (gtk_window_get_resizable (dialog))
    {
      pictures_resize (self, dialog, PICTURES_NARROW);
      pictures_take (self, GTK_WIDGET (dialog), action, PICTURES_NARROW);
    }
  gtk_window_destroy (dialog);
  picture_settle ();
}

static void
test_dialogs (PicturesFixture *self)
{
  static const char *const dialogs[] = { "new-register", "import",    "preferences", "print",     "export",
                                         "help",         "shortcuts", "about" };

  pictures_open_sample (self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    take_dialog (self, dialogs[i]);
}

int
main (int    argc,
      char **argv)
{
  static const PicturesTest tests[] = { { "dialogs", test_dialogs, NULL } };

  return pictures_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
