/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "two-measures.h"

#include <string.h>

#include "mattra-accept-import.h"
#include "own-folder.h"

#define TABLE \
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\n" \
  "1\tเปิดเผยข้อมูล\tก\tหน่วยพิเศษ\tม.ค. 66\n" \
  "2\tรณรงค์\tข\tทุกส่วนราชการ\tม.ค. 66\n"

void
two_measures_set_up (TwoMeasures   *self,
                     gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TABLE, strlen (TABLE));
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = mattra_import_read_bytes (bytes, "table.tsv", NULL, &error);
  g_auto (MattraAcceptance) acceptance = { 0 };

  g_assert_no_error (error);
  self->folder = own_folder_new ();
  self->path = g_build_filename (self->folder, "r.mattra", NULL);
  g_assert_true (mattra_accept_import (self->path, import, TWO_MEASURES_YEAR, FALSE, &acceptance, &error));
  self->store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
}

void
two_measures_tear_down (TwoMeasures   *self,
                        gconstpointer  data)
{
  g_clear_object (&self->store);
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}
