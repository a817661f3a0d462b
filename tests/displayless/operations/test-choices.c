/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit.h"
#include "mattra-load-choices.h"
#include "own-folder.h"

#define YEAR 2569

/* What is chosen for a kind of report, as the register keeps it. */

typedef struct
{
  char *folder;
  MattraStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = own_folder_new ();
  path = own_folder_copy_sample (self->folder, "office.mattra");
  self->store = mattra_store_open (path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->store);
  own_folder_remove (self->folder);
  g_free (self->folder);
}

static MattraReportChoices *
load (Fixture    *self,
      const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, &error);
  const MattraReportOptions options = { .kind = kind, .round = MATTRA_ROUND_FIRST_HALF };
  MattraReportChoices *choices = NULL;

  g_assert_no_error (error);
  choices = mattra_load_choices (self->store, plan, &options, &error);
  g_assert_no_error (error);
  return choices;
}

static void
set (Fixture    *self,
     const char *field,
     const char *value)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);
  const MattraEdit edit = { "plan", field, value, MATTRA_ROUND_NONE, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_edit_apply (self->store, plan, &edit, NULL, &error));
  g_assert_no_error (error);
}

static const MattraReportText *
find_text (MattraReportChoices *choices,
           const char          *setting)
{
  for (guint i = 0; i < choices->texts->len; i++)
    {
      const MattraReportText *text = g_ptr_array_index (choices->texts, i);

      if (g_str_equal (text->setting, setting))
        return text;
    }
  return NULL;
}

/* The title of results is the one that the office's page shows; a kind's own text is nobody else's. */
static void
test_texts (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (MattraReportChoices) before = load (self, "results");
  g_autoptr (MattraReportChoices) after = NULL;
  g_autoptr (MattraReportChoices) other = NULL;

  g_assert_cmpstr (find_text (before, "title")->name, ==, MATTRA_SETTING_TITLE);
  g_assert_cmpstr (find_text (before, "cover")->name, ==, "results/cover");
  g_assert_null (find_text (before, "cover")->own);
  g_assert_cmpstr (find_text (before, "cover")->proposed, !=, "");
  g_assert_null (find_text (before, "subject"));
  set (self, "results/cover", "หน้าปก");
  set (self, "results/title", "ชื่อของเรา");
  after = load (self, "results");
  g_assert_cmpstr (find_text (after, "cover")->own, ==, "หน้าปก");
  g_assert_cmpstr (find_text (after, "title")->name, ==, "results/title");
  g_assert_cmpstr (find_text (after, "title")->own, ==, "ชื่อของเรา");
  other = load (self, "measures");
  g_assert_null (find_text (other, "cover")->own);
  g_assert_nonnull (find_text (other, "classes"));
}

static char *
join (GPtrArray *columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const MattraReportColumnChoice *column = g_ptr_array_index (columns, i);

      if (column->shown)
        g_string_append_printf (text, "%s:%g ", column->field, column->width);
    }
  return g_string_free (text, FALSE);
}

static void
keep (Fixture    *self,
      const char *kind,
      GPtrArray  *columns)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_store_begin_act (self->store, "set-report-columns", NULL, MATTRA_ACT_EDIT, &error));
  g_assert_true (mattra_keep_columns (self->store, plan, kind, columns, &error));
  g_assert_true (mattra_store_commit_act (self->store, &error));
  g_assert_no_error (error);
}

/* Columns come back as they were kept, are taken back as one act, and are the usual ones again. */
static void
test_columns (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (MattraReportChoices) before = load (self, "results");
  g_autoptr (MattraReportChoices) kept = NULL;
  g_autoptr (MattraReportChoices) undone = NULL;
  g_autofree char *usual = join (before->columns);
  g_autofree char *chosen = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;
  MattraReportColumnChoice *first = g_ptr_array_index (before->columns, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (before->own_columns);
  first->width = 42.5;
  ((MattraReportColumnChoice *) g_ptr_array_index (before->columns, 1))->shown = FALSE;
  chosen = join (before->columns);
  keep (self, "results", before->columns);
  kept = load (self, "results");
  shown = join (kept->columns);
  g_assert_cmpstr (shown, ==, chosen);
  g_assert_true (kept->own_columns);
  g_assert_true (mattra_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  undone = load (self, "results");
  again = join (undone->columns);
  g_assert_cmpstr (again, ==, usual);
  keep (self, "results", kept->columns);
  keep (self, "results", NULL);
  g_clear_pointer (&undone, mattra_report_choices_free);
  g_clear_pointer (&again, g_free);
  undone = load (self, "results");
  again = join (undone->columns);
  g_assert_cmpstr (again, ==, usual);
  g_assert_false (undone->own_columns);
}

static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (MattraReportChoices) choices = load (self, "memo,results");

  g_assert_cmpuint (choices->texts->len, ==, 0);
  g_assert_cmpuint (choices->columns->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/operations/choices/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/operations/choices/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/operations/choices/several", Fixture, NULL, set_up, test_several, tear_down);
  return g_test_run ();
}
