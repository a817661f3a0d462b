/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-office-signing.h"

#include <glib/gi18n-lib.h>

#include "mattra-report.h"

#define ONE "1"
#define NO_LINE "none"

struct _MattraOfficeSigning
{
  AdwPreferencesGroup parent_instance;

  MattraSession *session;
  GtkSwitch *side_by_side;
  GtkSwitch *date_line;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MattraOfficeSigning, mattra_office_signing, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  const char *name;
  const char *value; /* NULL for what is usual */
} Job;

static gboolean
set_setting (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  const Job *job = data;

  return mattra_store_set_setting (store, mattra_plan_get_id (plan), job->name, job->value, error);
}

static gboolean
has (MattraOfficeSigning *self,
     const char          *name,
     const char          *value)
{
  return g_strcmp0 (mattra_plan_get_setting (mattra_session_get_plan (self->session), name), value) == 0;
}

static void
fill (MattraOfficeSigning *self)
{
  self->filling = TRUE;
  gtk_switch_set_active (self->side_by_side, !has (self, MATTRA_SETTING_KIND_BLOCKS, ONE));
  gtk_switch_set_active (self->date_line, !has (self, MATTRA_SETTING_KIND_DATE_LINE, NO_LINE));
  self->filling = FALSE;
}

/* A switch whose change was refused goes back to what the register has. */
static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraOfficeSigning) self = user_data;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL) && self->session)
    fill (self);
}

static void
switched (GtkSwitch           *button,
          GParamSpec          *property,
          MattraOfficeSigning *self)
{
  gboolean blocks = button == self->side_by_side;
  Job *job;

  if (self->filling)
    return;
  job = g_new0 (Job, 1);
  job->name = blocks ? MATTRA_SETTING_KIND_BLOCKS : MATTRA_SETTING_KIND_DATE_LINE;
  if (!gtk_switch_get_active (button))
    job->value = blocks ? ONE : NO_LINE;
  mattra_session_act_async (self->session, "set-signing", NULL, set_setting, job, g_free, written, g_object_ref (self));
}

static GtkSwitch *
add_switch (MattraOfficeSigning *self,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect (button, "notify::active", G_CALLBACK (switched), self);
  return GTK_SWITCH (button);
}

static void
mattra_office_signing_dispose (GObject *object)
{
  MattraOfficeSigning *self = MATTRA_OFFICE_SIGNING (object);

  self->filling = TRUE;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mattra_office_signing_parent_class)->dispose (object);
}

static void
mattra_office_signing_class_init (MattraOfficeSigningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_office_signing_dispose;
}

static void
mattra_office_signing_init (MattraOfficeSigning *self)
{
}

/**
 * mattra_office_signing_new:
 * @session: a session
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
mattra_office_signing_new (MattraSession *session)
{
  MattraOfficeSigning *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_OFFICE_SIGNING, "title", _("Signatures"), NULL);
  self->session = g_object_ref (session);
  self->filling = TRUE;
  self->side_by_side = add_switch (self, _("Two Side by Side"), _("Else each has a row of its own"));
  self->date_line = add_switch (self, _("A Line for the Date"), _("Below each signature of a report, to be written by hand"));
  fill (self);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
