/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#include "mattra-command.h"
#include "mattra-locale.h"
#include "mattra-output.h"

#define PROGRAM "mattra-cli"

/* A register opened while standard output is closed would take its number, and what is printed would
 * go into the register. */
static void
hold_standard_files (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF && open ("/dev/null", O_RDONLY) != fd)
      _exit (MATTRA_EXIT_FAILED);
}

/* `mattra-cli --help` and `mattra-cli --version` are the only words that may stand for a command. */
static MattraExit
run (int       argc,
     char    **argv,
     GError  **error)
{
  const char *word = argc > 1 ? argv[1] : NULL;
  const MattraCommand *command = word ? mattra_command_find (word) : NULL;

  if (command)
    return mattra_command_run (command, argv + 2, error);
  if (word && (g_str_equal (word, "--help") || g_str_equal (word, "-h")))
    return mattra_command_run (mattra_command_find ("help"), argv + argc, error);
  if (word && g_str_equal (word, "--version"))
    {
      mattra_output_line (PROGRAM " %s", MATTRA_VERSION);
      return MATTRA_EXIT_DONE;
    }
  if (word == NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("Say what is to be done"));
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                 _("There is no command “%s”"), g_utf8_validate (word, -1, NULL) ? word : "?");
  return MATTRA_EXIT_USAGE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) lost = NULL;
  MattraExit result;

  hold_standard_files ();
  signal (SIGPIPE, SIG_IGN);
  mattra_locale_set_up ();
  /* ngettext () knows no other domain than this. */
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (PROGRAM);

  result = run (argc, argv, &error);
  if (error)
    mattra_output_error (error, argc > 1 && mattra_command_find (argv[1]) ? argv[1] : NULL);
  if (!mattra_output_finish (&lost))
    {
      mattra_output_error (lost, NULL);
      result = MAX (result, MATTRA_EXIT_FAILED);
    }
  return result;
}
