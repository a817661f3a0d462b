/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-accept-import.h"
#include "mattra-rematch.h"
#include "own-folder.h"

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
  self->folder = own_folder_new ();
  self->path = g_build_filename (self->folder, "r.mattra", NULL);
  g_assert_true (mattra_accept_import (self->path, import, 2566, FALSE, &acceptance, &error));
  self->store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->store);
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static guint
n_divisions (Fixture    *self,
             const char *measure)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, 2566, NULL);
  g_autoptr (MattraMeasure) found = mattra_store_load_measure (self->store, mattra_plan_get_id (plan), measure, NULL);

  return ((MattraParty *) g_ptr_array_index (mattra_measure_get_parties (found), 0))->divisions->len;
}

static void
rematch (Fixture    *self,
         const char *name)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, 2566, NULL);
  g_autoptr (MattraDivision) division = mattra_division_new (name);
  g_autofree char *id = NULL;

  g_assert_true (mattra_store_begin_act (self->store, "insert-division", NULL, MATTRA_ACT_EDIT, NULL));
  id = mattra_store_insert_division (self->store, mattra_plan_get_id (plan), division, NULL);
  g_assert_nonnull (id);
  g_assert_true (mattra_rematch_parties (self->store, 2566, NULL));
  g_assert_true (mattra_store_commit_act (self->store, NULL));
}

/* A party that nobody knew finds its new division; the collective name means it too; undo takes all back. */
static void
test_new_division (Fixture       *self,
                   gconstpointer  data)
{
  guint all = n_divisions (self, "2");

  g_assert_cmpuint (n_divisions (self, "1"), ==, 0);
  rematch (self, "หน่วยพิเศษ");
  g_assert_cmpuint (n_divisions (self, "1"), ==, 1);
  g_assert_cmpuint (n_divisions (self, "2"), ==, all + 1);
  g_assert_true (mattra_store_undo (self->store, NULL, NULL));
  g_assert_cmpuint (n_divisions (self, "1"), ==, 0);
  g_assert_cmpuint (n_divisions (self, "2"), ==, all);
}

/* Where nothing matches otherwise than before, nothing is written. */
static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  g_assert_true (mattra_store_begin_act (self->store, "set-aliases", NULL, MATTRA_ACT_EDIT, NULL));
  g_assert_true (mattra_rematch_parties (self->store, 2566, NULL));
  g_assert_cmpuint (mattra_store_count_changes (self->store), ==, 0);
  mattra_store_abandon_act (self->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/operations/rematch/new-division", Fixture, NULL, set_up, test_new_division, tear_down);
  g_test_add ("/operations/rematch/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  return g_test_run ();
}
