/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-state.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stddef.h>
#include <unistd.h>

#include "mattra-hold.h"

#define GROUP "window"

/* Larger numbers of pixels are none. */
#define SIZE_MAX_PIXELS 20000

typedef enum
{
  STATE_BOOLEAN,
  STATE_INTEGER,
  STATE_TEXT,
} StateType;

/* first, last: what an integer may be; else it is left at 0. */
static const struct
{
  const char *name;
  StateType type;
  gsize offset;
  int first;
  int last;
} state_rows[] = {
  { "width", STATE_INTEGER, offsetof (MattraWindowState, width), 1, SIZE_MAX_PIXELS },
  { "height", STATE_INTEGER, offsetof (MattraWindowState, height), 1, SIZE_MAX_PIXELS },
  { "maximized", STATE_BOOLEAN, offsetof (MattraWindowState, maximized) },
  { "sidebar", STATE_BOOLEAN, offsetof (MattraWindowState, sidebar) },
  { "form", STATE_BOOLEAN, offsetof (MattraWindowState, form) },
  { "fiscal-year", STATE_INTEGER, offsetof (MattraWindowState, fiscal_year), MATTRA_FISCAL_YEAR_MIN,
    MATTRA_FISCAL_YEAR_MAX },
  { "has-round", STATE_BOOLEAN, offsetof (MattraWindowState, has_round) },
  { "round", STATE_INTEGER, offsetof (MattraWindowState, round), 0, MATTRA_ROUND_FULL_YEAR },
  { "division", STATE_TEXT, offsetof (MattraWindowState, division) },
  { "list", STATE_INTEGER, offsetof (MattraWindowState, list), 0, MATTRA_N_SMART_LISTS - 1 },
  { "sort", STATE_TEXT, offsetof (MattraWindowState, sort) },
  { "descending", STATE_BOOLEAN, offsetof (MattraWindowState, descending) },
  { "search", STATE_TEXT, offsetof (MattraWindowState, search) },
  { "statuses", STATE_INTEGER, offsetof (MattraWindowState, statuses), 0, G_MAXINT },
  { "indicator", STATE_INTEGER, offsetof (MattraWindowState, indicator), MATTRA_INDICATOR_NONE, 99 },
  { "groups", STATE_INTEGER, offsetof (MattraWindowState, groups), 0, G_MAXINT },
  { "years", STATE_INTEGER, offsetof (MattraWindowState, years), 0, G_MAXINT },
  { "view", STATE_TEXT, offsetof (MattraWindowState, view) },
  { "measure", STATE_TEXT, offsetof (MattraWindowState, measure) },
  { "column", STATE_TEXT, offsetof (MattraWindowState, column) },
  { "uncopied", STATE_INTEGER, offsetof (MattraWindowState, uncopied), MATTRA_FISCAL_YEAR_MIN,
    MATTRA_FISCAL_YEAR_MAX },
};

static gpointer
member (const MattraWindowState *self,
        guint                    row)
{
  return (char *) self + state_rows[row].offset;
}

/**
 * mattra_window_state_new:
 *
 * Returns: (transfer full): the state of a window that was never open: with its sidebar
 */
MattraWindowState *
mattra_window_state_new (void)
{
  MattraWindowState *self = g_new0 (MattraWindowState, 1);

  self->sidebar = TRUE;
  return self;
}

/**
 * mattra_window_state_free:
 * @self: (transfer full) (nullable): a state
 *
 * Frees a state.
 */
void
mattra_window_state_free (MattraWindowState *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (state_rows); i++)
    if (state_rows[i].type == STATE_TEXT)
      g_free (*(char **) member (self, i));
  g_clear_pointer (&self->columns, g_variant_unref);
  g_free (self);
}

static char *
state_path (const char *register_path)
{
  g_autofree char *folder = mattra_state_folder ("windows");
  g_autofree char *key = mattra_state_key (register_path);

  return g_strdup_printf ("%s/%s.ini", folder, key);
}

/* What is not there, or cannot be, stays as in a new state. */
static void
read_row (MattraWindowState *self,
          GKeyFile          *file,
          guint              row)
{
  const char *name = state_rows[row].name;
  gpointer place = member (self, row);
  g_autoptr (GError) error = NULL;
  int integer;

  if (!g_key_file_has_key (file, GROUP, name, NULL))
    return;
  if (state_rows[row].type == STATE_TEXT)
    *(char **) place = g_key_file_get_string (file, GROUP, name, NULL);
  else if (state_rows[row].type == STATE_BOOLEAN)
    *(gboolean *) place = g_key_file_get_boolean (file, GROUP, name, NULL);
  else
    {
      integer = g_key_file_get_integer (file, GROUP, name, &error);
      if (error == NULL && integer >= state_rows[row].first && integer <= state_rows[row].last)
        *(int *) place = integer;
    }
}

static void
write_row (const MattraWindowState *self,
           GKeyFile                *file,
           guint                    row)
{
  const char *name = state_rows[row].name;
  gpointer place = member (self, row);

  if (state_rows[row].type == STATE_BOOLEAN)
    g_key_file_set_boolean (file, GROUP, name, *(gboolean *) place);
  else if (state_rows[row].type == STATE_INTEGER)
    g_key_file_set_integer (file, GROUP, name, *(int *) place);
  else if (*(char **) place != NULL)
    g_key_file_set_string (file, GROUP, name, *(char **) place);
}

/**
 * mattra_window_state_load:
 * @register_path: a register
 *
 * Reads how its window was left. What cannot be read is as if it had never been kept.
 *
 * Returns: (transfer full): the state
 */
MattraWindowState *
mattra_window_state_load (const char *register_path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = NULL;
  g_autofree char *columns = NULL;
  MattraWindowState *self = mattra_window_state_new ();

  g_return_val_if_fail (register_path != NULL, self);

  path = state_path (register_path);
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return self;
  for (guint i = 0; i < G_N_ELEMENTS (state_rows); i++)
    read_row (self, file, i);
  columns = g_key_file_get_string (file, GROUP, "columns", NULL);
  if (columns != NULL)
    self->columns = g_variant_parse (NULL, columns, NULL, NULL, NULL);
  return self;
}

/* A new file takes the place of the old one. Nothing waits for the disk: what the machine's end takes away is not
 * worth that the window stands still. */
static gboolean
replace_file (const char  *path,
              const char  *text,
              GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".XXXXXX", NULL);
  int file = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);
  int problem = errno;

  if (file >= 0)
    {
      close (file);
      if (!g_file_set_contents_full (part, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, error))
        {
          g_unlink (part);
          return FALSE;
        }
      if (g_rename (part, path) == 0)
        return TRUE;
      problem = errno;
      g_unlink (part);
    }
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (problem), g_strerror (problem));
  return FALSE;
}

/**
 * mattra_window_state_save:
 * @self: how a window is left
 * @register_path: its register
 * @error: why it could not be kept
 *
 * Keeps a state for the next time, whole or not at all.
 *
 * Returns: whether it was kept
 */
gboolean
mattra_window_state_save (const MattraWindowState  *self,
                          const char               *register_path,
                          GError                  **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && register_path != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (state_rows); i++)
    write_row (self, file, i);
  if (self->columns != NULL)
    {
      g_autofree char *columns = g_variant_print (self->columns, TRUE);

      g_key_file_set_string (file, GROUP, "columns", columns);
    }
  path = state_path (register_path);
  text = g_key_file_to_data (file, NULL, NULL);
  return replace_file (path, text, error);
}
