/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "own-folder.h"

void
cli_fixture_set_up (CliFixture    *self,
                    gconstpointer  data)
{
  self->folder = own_folder_new ();
}

void
cli_fixture_tear_down (CliFixture    *self,
                       gconstpointer  data)
{
  own_folder_remove (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
}

char *
cli_fixture_path (CliFixture *self,
                  const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
cli_fixture_write (CliFixture *self,
                   const char *name,
                   const char *text)
{
  g_autofree char *path = cli_fixture_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
cli_fixture_read (CliFixture *self,
                  const char *name,
                  gsize      *length)
{
  g_autofree char *path = cli_fixture_path (self, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

char *
cli_fixture_program (void)
{
  return g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "mattra-cli", NULL);
}

/* The examples lie beside the checkout on the machines of those who have them. */
char *
cli_fixture_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "examples", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip_printf ("the examples are not beside this checkout (%s)", name);
  return NULL;
}

/* Runs a program in the fixture's folder and checks how it ended. */
void
cli_fixture_run_program (CliFixture        *self,
                         int                status,
                         const char        *standard_output,
                         char             **environment,
                         const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDERR_PIPE;

  if (standard_output == NULL)
    flags |= G_SUBPROCESS_FLAGS_STDOUT_PIPE;
  launcher = g_subprocess_launcher_new (flags);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  if (environment)
    g_subprocess_launcher_set_environ (launcher, environment);
  if (standard_output)
    g_subprocess_launcher_take_stdout_fd (launcher, open (standard_output, O_WRONLY));
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);

  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->output, &self->errors, &error);
  g_assert_no_error (error);
  self->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                                      : 128 + g_subprocess_get_term_sig (process);
  if (self->status != status)
    {
      g_autofree char *line = g_strjoinv (" ", (char **) arguments);

      g_error ("%s: ended with %d, not %d: %s%s", line, self->status, status,
               self->output ? self->output : "", self->errors);
    }
}

/* Runs mattra-cli with the given words in the fixture's folder. */
void
cli_fixture_run (CliFixture *self,
                 int         status,
                 ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *program = cli_fixture_program ();
  const char *word;
  va_list words;

  g_ptr_array_add (arguments, program);
  va_start (words, status);
  while ((word = va_arg (words, const char *)))
    g_ptr_array_add (arguments, (char *) word);
  va_end (words);
  g_ptr_array_add (arguments, NULL);
  cli_fixture_run_program (self, status, NULL, NULL, (const char *const *) arguments->pdata);
}

/* The names of all kinds of papers. */
char **
cli_fixture_list_kinds (CliFixture *self)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  cli_fixture_run (self, 0, "report", "--kind", "list", NULL);
  lines = g_strsplit (self->output, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i] != '\0'; i++)
    {
      g_autofree char *name = g_strndup (lines[i], strcspn (lines[i], " "));

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}
