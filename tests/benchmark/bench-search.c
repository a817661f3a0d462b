/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-search [N]: what a key of a search costs in the program's window over N measures, by real keys, from the
 * key to the frame that shows all rows in view that it found, work of the register's thread included. The reference
 * is a key that the search does nothing about. The limit that the program sets itself is
 * 50 ms of the whole process at 12 000. Nothing is asserted: times belong to machines. */

#include <gdk/x11/gdkx.h>
#include <gio/gio.h>
#include <stdlib.h>

#include "big-desk.h"
#include "big-register.h"

typedef struct
{
  BigDesk desk;
  GSubprocess *keys;
  GArray *first;
  GArray *further;
  GArray *deleted;
  GArray *after;
} Bench;

#define N_PLAIN 5

static const char *const tools[] = { "xdotool", "setxkbmap" };

static gboolean
has_tools (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *path = g_find_program_in_path (tools[i]);

      if (path != NULL)
        continue;
      g_print ("SKIP: %s is not installed\n", tools[i]);
      return FALSE;
    }
  return TRUE;
}

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;

  if (!g_spawn_command_line_sync (command, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* One helper for all keys: to start one for each would be counted. */
static void
say (Bench      *self,
     const char *line)
{
  g_autoptr (GError) error = NULL;
  GOutputStream *stream = g_subprocess_get_stdin_pipe (self->keys);

  if (!g_output_stream_write_all (stream, line, strlen (line), NULL, NULL, &error)
      || !g_output_stream_flush (stream, NULL, &error))
    g_error ("%s", error->message);
}

/* Presses a key, and says what it had cost when a frame showed what it found; 0 for a key that looks for nothing. */
static Cost
press (Bench      *self,
       const char *key)
{
  g_autofree char *line = g_strdup_printf ("key %s\n", key);
  Cost all;

  big_desk_begin (&self->desk);
  say (self, line);
  big_desk_still (&self->desk);
  all = loop_clock_read ();
  g_array_append_val (self->after, all);
  return self->desk.cost;
}

static void
focus_window (Bench *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->desk.window));
  g_autofree char *line = g_strdup_printf ("windowfocus --sync %lu\n", gdk_x11_surface_get_xid (surface));

  say (self, line);
  big_desk_still (&self->desk);
}

static void
set_keyboard (Bench      *self,
              const char *layout)
{
  g_autofree char *command = g_strdup_printf ("setxkbmap %s", layout);

  run (command);
  big_desk_still (&self->desk);
}

static void
note (GArray *costs,
      Cost    cost)
{
  g_array_append_val (costs, cost);
}

static void
type_word (Bench      *self,
           const char *word,
           GArray     *all)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *name = gdk_keyval_name (gdk_unicode_to_keyval (g_utf8_get_char (p)));
      Cost cost = press (self, name);

      note (p == word ? self->first : self->further, cost);
      note (all, cost);
    }
}

static void
delete_word (Bench      *self,
             const char *word,
             GArray     *all)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      Cost cost = press (self, "BackSpace");

      note (self->deleted, cost);
      note (all, cost);
    }
}

static void
search_for (Bench      *self,
            const char *layout,
            const char *word)
{
  g_autoptr (GArray) typed = loop_clock_costs_new ();
  g_autoptr (GArray) deleted = loop_clock_costs_new ();
  g_autofree char *what = NULL;
  g_autofree char *back = NULL;
  guint n = 0;

  set_keyboard (self, layout);
  type_word (self, word, typed);
  n = g_list_model_get_n_items (G_LIST_MODEL (big_desk_list (&self->desk)));
  if (!g_str_equal (mattra_table_page_get_search (big_desk_table (&self->desk)), word))
    g_print ("  “%s” came as “%s”\n", word, mattra_table_page_get_search (big_desk_table (&self->desk)));
  delete_word (self, word, deleted);
  what = g_strdup_printf ("typing “%s”, %u found", word, n);
  back = g_strdup_printf ("deleting “%s”", word);
  loop_clock_tell (what, typed);
  loop_clock_tell (back, deleted);
}

static void
search_for_all (Bench *self)
{
  static const struct
  {
    const char *layout;
    const char *word;
  } words[] = {
    { "th", "จัดซื้อจัดจ้าง" }, { "us", "2569" }, { "th", "ประกาศ" }, { "us", "1187" }, { "th", "ฃฅฃ" }, { "us", "zzz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    search_for (self, words[i].layout, words[i].word);
}

static void
start_keys (Bench *self)
{
  g_autoptr (GError) error = NULL;

  self->keys = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "xdotool", "-", NULL);
  if (self->keys == NULL)
    g_error ("%s", error->message);
  focus_window (self);
}

static void
bench (Bench *self)
{
  loop_clock_tell_head ();
  set_keyboard (self, "us");
  press (self, "ctrl+f");
  loop_clock_tell ("Ctrl+F, which opens the search, in all", self->after);
  big_desk_follow_search (&self->desk);
  g_array_set_size (self->after, 0);
  for (guint i = 0; i < N_PLAIN; i++)
    press (self, "Shift_L");
  loop_clock_tell ("reference: a key that does nothing, in all", self->after);
  g_array_set_size (self->after, 0);
  search_for_all (self);
  g_print ("\n");
  loop_clock_tell ("first key of a word", self->first);
  loop_clock_tell ("further keys", self->further);
  loop_clock_tell ("deletions", self->deleted);
  loop_clock_tell ("any of them, until all is still", self->after);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };

  if (argc == 4 && g_str_equal (argv[1], "--make"))
    {
      big_register_make (argv[2], (guint) atoi (argv[3]));
      return 0;
    }
  if (!has_tools ())
    return 77;
  self.first = loop_clock_costs_new ();
  self.further = loop_clock_costs_new ();
  self.deleted = loop_clock_costs_new ();
  self.after = loop_clock_costs_new ();
  big_desk_init (&self.desk, argv[0], argc > 1 ? (guint) atoi (argv[1]) : 12000);
  loop_clock_begin ();
  big_desk_open (&self.desk);
  big_desk_still (&self.desk);
  g_print ("%u measures, from the key to the frame that shows what it found\n", self.desk.n);
  start_keys (&self);
  bench (&self);
  g_subprocess_force_exit (self.keys);
  big_desk_clear (&self.desk);
  return 0;
}
