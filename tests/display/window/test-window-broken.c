/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "mattra-start-page.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* Registers, folders and disks that do not do what one expects of them: the window says which file it is
 * and what to do, loses nothing, and goes on. */

#define NAME "ทะเบียน ๒๕๖๙.mattra"
#define TYPED "ข้อความที่ดิสก์ไม่รับ"
#define ROW 2
#define FIELD "results"

static gboolean own_mounts;

/* Who runs tests as root is bound by rights on files like everybody else. */
static void
give_up_override (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2];

  if (syscall (SYS_capget, &header, data) != 0)
    return;
  data[0].permitted &= ~(1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH);
  data[0].effective &= data[0].permitted;
  syscall (SYS_capset, &header, data);
}

/* What is mounted for a test is seen by it alone. */
static gboolean
take_own_mounts (void)
{
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

/* What stands in the register's place */

static void
make_nothing (Desk *self)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
}

static void
make_folder (Desk *self)
{
  make_nothing (self);
  g_assert_cmpint (g_mkdir (self->path, 0755), ==, 0);
}

static void
make_empty (Desk *self)
{
  g_assert_cmpint (truncate (self->path, 0), ==, 0);
}

static void
make_zeros (Desk *self)
{
  make_empty (self);
  g_assert_cmpint (truncate (self->path, 100000), ==, 0);
}

static void
make_truncated (Desk *self)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (truncate (self->path, info.st_size / 2), ==, 0);
}

static void
make_text (Desk *self)
{
  g_assert_true (g_file_set_contents (self->path, "มาตรการ\tวิธีการ\n", -1, NULL));
}

/* The version that SQLite keeps for the program stands at byte 60. */
static void
make_newer (Desk *self)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  content[63] = 99;
  g_assert_true (g_file_set_contents (self->path, content, length, NULL));
}

static void
make_secret (Desk *self)
{
  g_assert_cmpint (g_chmod (self->path, 0), ==, 0);
}

static void
make_protected (Desk *self)
{
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
}

static void
protect_folder (Desk *self)
{
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
}

static void
protect_both (Desk *self)
{
  make_protected (self);
  protect_folder (self);
}

typedef struct
{
  const char *name;
  void (*make) (Desk *self);
  const char *says;
} Row;

/* What cannot be opened */

static const Row refused_rows[] = {
  { "nothing", make_nothing, "" },
  { "folder", make_folder, "" },
  { "empty", make_empty, "" },
  { "zeros", make_zeros, "restore a copy" },
  { "truncated", make_truncated, "restore a copy" },
  { "text", make_text, "" },
  { "secret", make_secret, "" },
};

static gboolean
is_told (gpointer data)
{
  return desk_find_dialog (data) != NULL;
}

static const char *
told (Desk *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (desk_find_dialog (self));

  return adw_message_dialog_get_body (dialog);
}

static gboolean
shows_start (Desk *self)
{
  GtkWidget *start = seek (GTK_WIDGET (self->window), MATTRA_TYPE_START_PAGE, NULL);

  return start && gtk_widget_get_mapped (start);
}

static char *
fingerprint (Desk *self)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR)
      || !g_file_get_contents (self->path, &content, &length, NULL))
    return g_strdup ("none");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

/* Besides the register itself. */
static guint
count_files (Desk *self)
{
  g_autoptr (GDir) files = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (files)))
    n += !g_str_equal (name, NAME);
  return n;
}

/* The same window opens a register that is sound. */
static void
assert_goes_on (Desk *self)
{
  Desk sound = { 0 };

  desk_copy_sample (&sound);
  sound.window = self->window;
  desk_open (&sound, FALSE);
  g_assert_false (mattra_session_get_read_only (desk_session (&sound)));
  desk_type (&sound, ROW, FIELD, TYPED);
  g_assert_true (mattra_grid_commit_edit (desk_grid (&sound)));
  desk_wait (&sound);
  desk_close (self);
  desk_remove (&sound);
}

static void
test_refused (Desk          *self,
              gconstpointer  data)
{
  const Row *row = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  row->make (self);
  before = fingerprint (self);
  mattra_window_open (self->window, self->path, FALSE);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_wait (is_told, self);
  picture_settle ();
  g_test_message ("%s", told (self));
  g_assert_nonnull (strstr (told (self), NAME));
  g_assert_nonnull (strstr (told (self), row->says));
  seek_click (GTK_WIDGET (desk_find_dialog (self)), "_Close");
  picture_settle ();
  g_assert_null (desk_find_dialog (self));
  g_assert_null (desk_session (self));
  g_assert_true (shows_start (self));
  after = fingerprint (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (self), ==, 0);
  assert_goes_on (self);
}

/* What can only be looked at */

static const Row read_only_rows[] = {
  { "newer", make_newer, "" },
  { "protected", make_protected, "" },
  { "protected-folder", protect_folder, "" },
  { "protected-both", protect_both, "" },
};

static const char *
bar_text (GtkWidget *bar)
{
  GtkWidget *label = seek (bar, GTK_TYPE_LABEL, NULL);

  return gtk_widget_get_mapped (bar) ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static const char *
state (Desk *self)
{
  g_autoptr (GPtrArray) bars = seek_all (GTK_WIDGET (self->window), MATTRA_TYPE_BAR, NULL);

  for (guint i = 0; i < bars->len; i++)
    if (strstr (bar_text (g_ptr_array_index (bars, i)), NAME))
      return bar_text (g_ptr_array_index (bars, i));
  return "";
}

static void
test_read_only (Desk          *self,
                gconstpointer  data)
{
  const Row *row = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  row->make (self);
  before = fingerprint (self);
  desk_open (self, FALSE);
  g_test_message ("%s", state (self));
  g_assert_true (mattra_session_get_read_only (desk_session (self)));
  g_assert_nonnull (strstr (state (self), NAME));
  g_assert_nonnull (strstr (state (self), row->says));
  g_assert_false (mattra_grid_edit (desk_grid (self), ROW,
                                    mattra_grid_find_column (desk_grid (self), FIELD), TYPED));
  picture_save (GTK_WIDGET (self->window), row->name);
  desk_close (self);
  after = fingerprint (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (self), ==, 0);
  desk_new_window (self);
  assert_goes_on (self);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
}

/* What happens to a register that is open */

static void
move_away (Desk *self)
{
  g_autofree char *away = g_strconcat (self->path, ".old", NULL);

  g_assert_cmpint (g_rename (self->path, away), ==, 0);
}

static void
replace (Desk *self)
{
  Desk other = { 0 };

  desk_copy_sample (&other);
  g_assert_cmpint (g_rename (other.path, self->path), ==, 0);
  desk_remove (&other);
}

static const Row lost_rows[] = {
  { "removed", make_nothing, "Open it again" },
  { "moved", move_away, "Open it again" },
  { "replaced", replace, "Open it again" },
};

static gboolean
says_lost (gpointer data)
{
  return *state (data) != '\0';
}

static gboolean
is_editing (gpointer data)
{
  return mattra_grid_is_editing (desk_grid (data));
}

/* The text is offered once the register is there again. */
static void
assert_kept (Desk *self)
{
  MattraBar *bar = NULL;
  g_autofree char *text = NULL;

  bar = mattra_register_page_get_draft_bar (mattra_window_get_page (self->window));
  g_assert_nonnull (strstr (bar_text (GTK_WIDGET (bar)), TYPED));
  seek_click (GTK_WIDGET (bar), "_Put Back");
  picture_wait (is_editing, self);
  g_assert_true (mattra_grid_commit_edit (desk_grid (self)));
  desk_wait (self);
  text = desk_dup_text (self, ROW, FIELD);
  g_assert_cmpstr (text, ==, TYPED);
}

static gboolean
is_back (gpointer data)
{
  return desk_session (data) && !mattra_session_get_lost (desk_session (data));
}

static void
assert_not_back (Desk *self)
{
  seek_click (GTK_WIDGET (self->window), "_Open Again");
  picture_wait (is_told, self);
  g_assert_nonnull (strstr (told (self), NAME));
  seek_click (GTK_WIDGET (desk_find_dialog (self)), "_Close");
  picture_settle ();
  g_assert_true (mattra_session_get_lost (desk_session (self)));
}

static void
test_lost (Desk          *self,
           gconstpointer  data)
{
  const Row *row = data;

  desk_open (self, FALSE);
  desk_type (self, ROW, FIELD, TYPED);
  row->make (self);
  picture_wait (says_lost, self);
  g_test_message ("%s", state (self));
  g_assert_nonnull (strstr (state (self), row->says));
  g_assert_true (is_editing (self));
  mattra_grid_commit_edit (desk_grid (self));
  desk_wait (self);
  picture_save (GTK_WIDGET (self->window), row->name);
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      assert_not_back (self);
      replace (self);
    }
  seek_click (GTK_WIDGET (self->window), "_Open Again");
  picture_wait (is_back, self);
  desk_wait (self);
  assert_kept (self);
}

/* A disk that is full */

static void
mount_small (Desk *self)
{
  Desk sample = { 0 };
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  desk_copy_sample (&sample);
  from = g_file_new_for_path (sample.path);
  to = g_file_new_for_path (self->path);
  g_assert_cmpint (mount ("small", self->folder, "tmpfs", 0, "size=3m"), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  desk_remove (&sample);
}

static char *
fill (Desk *self)
{
  char *path = g_build_filename (self->folder, "full", NULL);
  static const char zeros[4096];
  FILE *file = fopen (path, "w");

  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (zeros, 1, sizeof zeros, file) == sizeof zeros)
    ;
  fclose (file);
  return path;
}

static gboolean
says_full (gpointer data)
{
  return seek (GTK_WIDGET (((Desk *) data)->window), GTK_TYPE_LABEL, "is full") != NULL;
}

static void
type_on_full (Desk *self)
{
  desk_open (self, FALSE);
  desk_type (self, ROW, FIELD, TYPED);
  mattra_grid_commit_edit (desk_grid (self));
  picture_wait (says_full, self);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (seek (GTK_WIDGET (self->window), GTK_TYPE_LABEL,
                                                                 "is full"))), NAME));
  picture_wait (is_editing, self);
}

/* The text stays in the editor, to be written once there is room, or to be offered the next time. */
static void
test_full (Desk          *self,
           gconstpointer  data)
{
  g_autofree char *filler = NULL;

  if (!own_mounts)
    {
      g_test_skip ("No small disk can be mounted here");
      return;
    }
  mount_small (self);
  filler = fill (self);
  type_on_full (self);
  picture_save (GTK_WIDGET (self->window), "en-disk-full");
  desk_close (self);
  g_assert_cmpint (g_unlink (filler), ==, 0);
  desk_new_window (self);
  desk_open (self, FALSE);
  assert_kept (self);
  desk_close (self);
  g_assert_cmpint (umount2 (self->folder, MNT_DETACH), ==, 0);
}

static void
test_room_again (Desk          *self,
                 gconstpointer  data)
{
  g_autofree char *filler = NULL;
  g_autofree char *text = NULL;

  if (!own_mounts)
    {
      g_test_skip ("No small disk can be mounted here");
      return;
    }
  mount_small (self);
  filler = fill (self);
  type_on_full (self);
  g_assert_cmpint (g_unlink (filler), ==, 0);
  g_assert_true (mattra_grid_commit_edit (desk_grid (self)));
  desk_wait (self);
  text = desk_dup_text (self, ROW, FIELD);
  g_assert_cmpstr (text, ==, TYPED);
  desk_close (self);
  g_assert_cmpint (umount2 (self->folder, MNT_DETACH), ==, 0);
}

static void
add (const char *group,
     const Row  *rows,
     guint       n_rows,
     void      (*test) (Desk *, gconstpointer))
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/broken/%s/%s", group, rows[i].name);

      g_test_add (path, Desk, &rows[i], desk_set_up, test, desk_tear_down);
    }
}

int
main (int    argc,
      char **argv)
{
  own_mounts = take_own_mounts ();
  give_up_override ();
  desk_init (&argc, &argv);
  add ("refused", refused_rows, G_N_ELEMENTS (refused_rows), test_refused);
  add ("read-only", read_only_rows, G_N_ELEMENTS (read_only_rows), test_read_only);
  add ("lost", lost_rows, G_N_ELEMENTS (lost_rows), test_lost);
  g_test_add ("/window/broken/full", Desk, NULL, desk_set_up, test_full, desk_tear_down);
  g_test_add ("/window/broken/room-again", Desk, NULL, desk_set_up, test_room_again, desk_tear_down);
  return g_test_run ();
}
