/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "register-fixture.h"

#include "mattra-accept-import.h"
#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-new.h"
#include "own-folder.h"
#include "picture.h"

#define YEAR 2566

static void
import_rows (RegisterFixture *self,
             const char      *rows)
{
  g_autofree char *text = g_strconcat (REGISTER_FIXTURE_HEAD, rows, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MattraPlan) plan = mattra_new_plan ("องค์การบริหารส่วนตำบลทดสอบ", YEAR);
  g_autoptr (MattraDivisionList) divisions = NULL;
  MattraImportOptions options = { .fiscal_year = YEAR, .round = MATTRA_ROUND_FULL_YEAR };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = NULL;
  g_auto (MattraAcceptance) acceptance = { 0 };

  g_assert_true (mattra_store_create (self->path, plan, &error));
  g_assert_true (mattra_read_divisions (self->path, YEAR, &divisions, &error));
  options.divisions = divisions;
  import = mattra_import_read_bytes (bytes, "text", &options, &error);
  g_assert_no_error (error);
  mattra_accept_import (self->path, import, YEAR, FALSE, &acceptance, &error);
  g_assert_no_error (error);
}

static void
note_session (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ((RegisterFixture *) user_data)->session = mattra_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_session (gpointer data)
{
  return ((RegisterFixture *) data)->session != NULL;
}

void
register_fixture_init (RegisterFixture *self,
                       const char      *rows,
                       const char      *day)
{
  MattraDate date = MATTRA_DATE_NONE;

  self->session = NULL;
  self->window = NULL;
  self->folder = own_folder_new ();
  self->path = g_build_filename (self->folder, "office.mattra", NULL);
  import_rows (self, rows);
  mattra_session_open_async (self->path, FALSE, NULL, note_session, self);
  picture_wait (has_session, self);
  g_assert_true (mattra_date_parse_iso (day, &date));
  mattra_clock_set_fixed (mattra_session_get_clock (self->session), date);
  mattra_session_set_round (self->session, MATTRA_ROUND_FULL_YEAR);
  register_fixture_finish (self);
}

void
register_fixture_clear (RegisterFixture *self)
{
  if (self->window)
    gtk_window_destroy (GTK_WINDOW (self->window));
  picture_settle ();
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  picture_settle ();
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
register_fixture_show (RegisterFixture *self,
                       GtkWidget       *content,
                       int              width,
                       int              height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  register_fixture_finish (self);
}

/* Lets the register's thread finish, and what it says arrive. */
void
register_fixture_finish (RegisterFixture *self)
{
  mattra_session_wait (self->session);
  picture_settle ();
}

typedef struct
{
  RegisterFixture *self;
  const char *measure;
  const char *field;
  const char *value;
  char *text;
} Job;

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     gpointer      data,
     GError      **error)
{
  const Job *job = data;
  const MattraEdit edit = { job->measure, job->field, job->value, MATTRA_ROUND_FULL_YEAR, NULL };

  return mattra_edit_set (store, plan, &edit, error);
}

/* Changes a cell as somebody in a table does. */
void
register_fixture_set (RegisterFixture *self,
                      const char      *measure,
                      const char      *field,
                      const char      *value)
{
  Job job = { self, measure, field, value, NULL };

  mattra_session_act_async (self->session, "set", NULL, set, &job, NULL, NULL, NULL);
  register_fixture_finish (self);
}

static gboolean
read_cell (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Job *job = data;
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, job->measure, error);

  if (measure == NULL)
    return FALSE;
  job->text = mattra_cell_dup_text (plan, measure, job->field, mattra_session_get_round (job->self->session), NULL);
  return TRUE;
}

/* What a cell says in the register. */
char *
register_fixture_cell (RegisterFixture *self,
                       const char      *measure,
                       const char      *field)
{
  Job job = { self, measure, field, NULL, NULL };

  mattra_session_query_async (self->session, read_cell, &job, NULL, NULL, NULL);
  mattra_session_wait (self->session);
  g_assert_nonnull (job.text);
  return job.text;
}
