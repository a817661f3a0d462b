/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-application.h"
#include "mattra-start-up.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (MattraApplication) application = NULL;

  mattra_start_up ();
  application = mattra_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
