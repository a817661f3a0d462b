/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-assistant-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-choose-file.h"
#include "mattra-recent.h"
#include "mattra-register-name.h"

/* Where the table goes. */

static void
propose_target (MattraImportAssistant *self)
{
  const MattraImportDocument *document = mattra_import_get_document (self->reading->import);
  int year = mattra_import_look_year (self);

  if (self->target_given || self->target_chosen)
    return;
  g_free (self->wish.target);
  self->wish.target = mattra_register_name_propose (document->organisation ? document->organisation : "",
                                                    year > 0 ? year : self->this_year);
}

/* Shows which register takes the table in; proposes one where the user has not said it. */
void
mattra_import_target_show (MattraImportAssistant *self)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;

  propose_target (self);
  name = g_filename_display_basename (self->wish.target);
  folder = g_path_get_dirname (self->wish.target);
  shown = g_filename_display_name (folder);
  self->target_is_new = !g_file_test (self->wish.target, G_FILE_TEST_EXISTS);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->target_row), name);
  adw_action_row_set_subtitle (self->target_row, self->target_is_new ? _("A new register") : shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->target_row), shown);
  gtk_widget_set_visible (self->new_target_row, !self->target_given);
  gtk_widget_set_visible (self->old_target_row, !self->target_given);
}

/* Goes back to the register before, where the one that was tried can't take the table in. */
gboolean
mattra_import_target_restore (MattraImportAssistant *self)
{
  if (self->target_before == NULL)
    return FALSE;
  g_free (self->wish.target);
  self->wish.target = g_steal_pointer (&self->target_before);
  mattra_import_target_show (self);
  return TRUE;
}

static void
say_taken (MattraImportAssistant *self)
{
  mattra_import_assistant_say_error (self, _("A file of this name is there already. Choose another name, or the register "
                                             "that exists."));
}

/* Whether the new register would go over a file that somebody put there meanwhile; then it is said. */
gboolean
mattra_import_target_is_taken (MattraImportAssistant *self)
{
  gboolean taken = self->target_is_new && g_file_test (self->wish.target, G_FILE_TEST_EXISTS);

  if (taken)
    say_taken (self);

  return taken;
}

static void
set_target (MattraImportAssistant *self,
            GAsyncResult          *result,
            gboolean               is_new)
{
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path == NULL || g_cancellable_is_cancelled (self->cancellable) || self->reading == NULL)
    return;
  if (is_new && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      say_taken (self);
      return;
    }
  g_free (self->target_before);
  self->target_before = g_steal_pointer (&self->wish.target);
  self->wish.target = is_new ? mattra_register_name_complete (path) : g_strdup (path);
  self->target_chosen = TRUE;
  mattra_import_assistant_read (self);
}

static void
new_target_chosen (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (MattraImportAssistant) self = user_data;

  set_target (self, result, TRUE);
}

/* Asks where a new register is to be kept. */
void
mattra_import_target_choose_new (MattraImportAssistant *self)
{
  mattra_register_name_choose_async (GTK_WINDOW (self), self->wish.target, self->cancellable, new_target_chosen,
                                     g_object_ref (self));
}

static void
old_target_chosen (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (MattraImportAssistant) self = user_data;

  set_target (self, result, FALSE);
}

/* Asks which register takes the table in. */
void
mattra_import_target_choose_old (MattraImportAssistant *self)
{
  static const char *const patterns[] = { "*" MATTRA_REGISTER_SUFFIX, NULL };
  MattraFileWish wish = {
    .title = _("Register That Takes the Table In"),
    .accept = _("_Choose"),
    .filter = _("Registers of measures"),
    .patterns = patterns,
  };

  mattra_choose_file_async (GTK_WINDOW (self), &wish, self->cancellable, old_target_chosen, g_object_ref (self));
}
