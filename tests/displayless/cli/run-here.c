/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-here.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-command.h"

/* What a command prints is no line of a test. */
static int
hush (void)
{
  int output = dup (STDOUT_FILENO);
  int nowhere = open ("/dev/null", O_WRONLY);

  fflush (stdout);
  dup2 (nowhere, STDOUT_FILENO);
  close (nowhere);
  return output;
}

static void
speak (int output)
{
  fflush (stdout);
  dup2 (output, STDOUT_FILENO);
  close (output);
}

/* Runs a command by its name and what follows it, in this process: to start the program takes a few times as long as
 * all that it does. Returns: whether it was done */
gboolean
run_here (const char *const  *words,
          GError            **error)
{
  g_autoptr (GError) failure = NULL;
  int output = hush ();
  MattraExit result = mattra_command_run (mattra_command_find (words[0]), (char **) words + 1, &failure);

  speak (output);
  if (failure != NULL)
    {
      g_assert_cmpint (result, ==, MATTRA_EXIT_FAILED);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return result == MATTRA_EXIT_DONE;
}
