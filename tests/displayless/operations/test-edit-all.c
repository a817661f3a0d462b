/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-accept-import.h"
#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-error.h"
#include "mattra-find.h"

#define TABLE \
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\n" \
  "1\tเปิดเผยข้อมูล\tก\tหน่วยพิเศษ\tม.ค. 66\n" \
  "2\tรณรงค์\tข\tทุกส่วนราชการ\tม.ค. 66\n"

typedef struct
{
  char *folder;
  char *path;
  MattraStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TABLE, strlen (TABLE));
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = mattra_import_read_bytes (bytes, "table.tsv", NULL, &error);
  g_auto (MattraAcceptance) acceptance = { 0 };

  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("mattra-edit-all-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "r.mattra", NULL);
  g_assert_true (mattra_accept_import (self->path, import, 2566, FALSE, &acceptance, &error));
  self->store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Does edits as one act. */
static gboolean
edit_all (Fixture           *self,
          const MattraEdit  *edits,
          guint              n_edits,
          GError           **error)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, 2566, NULL);

  g_assert_true (mattra_store_begin_act (self->store, "paste", NULL, MATTRA_ACT_EDIT, NULL));
  if (mattra_edit_set_all (self->store, plan, edits, n_edits, error))
    return mattra_store_commit_act (self->store, error);
  mattra_store_abandon_act (self->store);
  return FALSE;
}

static char *
dup_id (Fixture    *self,
        const char *number)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, 2566, NULL);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (self->store, plan, number, NULL);

  return g_strdup (mattra_measure_get_id (measure));
}

static void
assert_cell (Fixture    *self,
             const char *number,
             const char *field,
             const char *text)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, 2566, NULL);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (self->store, plan, number, NULL);
  g_autofree char *cell = mattra_cell_dup_text (plan, measure, field, MATTRA_ROUND_FULL_YEAR, NULL);

  g_assert_cmpstr (cell, ==, text);
}

/* A measure that is changed several times is each time what the change before made of it. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *first = dup_id (self, "1");
  g_autofree char *second = dup_id (self, "2");
  const MattraEdit edits[] = {
    { first, "title", "ชื่อแรก", MATTRA_ROUND_FULL_YEAR, NULL },
    { second, "results", "ผลของสอง", MATTRA_ROUND_FULL_YEAR, NULL },
    { first, "results", "ผลแรก\nผลที่สอง", MATTRA_ROUND_FULL_YEAR, NULL },
    { first, "results", "ผลที่สอง", MATTRA_ROUND_FULL_YEAR, NULL },
    { "2", "steps", "วิธีใหม่", MATTRA_ROUND_FULL_YEAR, NULL },
    { first, "title", "ชื่อหลัง", MATTRA_ROUND_FULL_YEAR, NULL },
  };
  g_autoptr (GError) error = NULL;

  edit_all (self, edits, G_N_ELEMENTS (edits), &error);
  g_assert_no_error (error);
  assert_cell (self, "1", "title", "ชื่อหลัง");
  assert_cell (self, "1", "results", "ผลที่สอง");
  assert_cell (self, "2", "results", "ผลของสอง");
  assert_cell (self, "2", "steps", "วิธีใหม่");
}

/* What is no measure may stand between them. */
static void
test_office (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *first = dup_id (self, "1");
  const MattraEdit edits[] = {
    { "organisation", "name", "องค์การบริหารส่วนตำบลทดสอบ", MATTRA_ROUND_NONE, NULL },
    { first, "results", "ผล", MATTRA_ROUND_FULL_YEAR, NULL },
  };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  edit_all (self, edits, G_N_ELEMENTS (edits), &error);
  g_assert_no_error (error);
  plan = mattra_store_load_plan (self->store, 2566, NULL);
  g_assert_cmpstr (mattra_plan_get_organisation (plan)->name, ==, "องค์การบริหารส่วนตำบลทดสอบ");
  assert_cell (self, "1", "results", "ผล");
}

/* More than are read at once; and one that is not there has nothing changed. */
static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *first = dup_id (self, "1");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  MattraEdit edits[200];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_ptr_array_add (texts, g_strdup_printf ("ชื่อที่ %u", i));
      edits[i] = (MattraEdit) { first, "title", g_ptr_array_index (texts, i), MATTRA_ROUND_FULL_YEAR, NULL };
    }
  edit_all (self, edits, G_N_ELEMENTS (edits), &error);
  g_assert_no_error (error);
  assert_cell (self, "1", "title", "ชื่อที่ 199");
  edits[0].value = "ไม่ควรเห็น";
  edits[150].target = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  g_assert_false (edit_all (self, edits, G_N_ELEMENTS (edits), &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  assert_cell (self, "1", "title", "ชื่อที่ 199");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/operations/edit-all/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/operations/edit-all/office", Fixture, NULL, set_up, test_office, tear_down);
  g_test_add ("/operations/edit-all/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
