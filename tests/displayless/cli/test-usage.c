/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <string.h>

static const char *const command_names[] = {
  "new", "import", "show", "set", "undo", "redo", "history", "check", "overview", "due", "scores", "report", "export", "backup",
  "restore", "period", "sign", "verify", "help",
};

static void
test_help (CliFixture    *self,
           gconstpointer  data)
{
  cli_fixture_run (self, 0, "--help", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    cli_assert_contains (self->output, command_names[i]);
  g_assert_cmpstr (self->errors, ==, "");
}

static void
test_help_of_commands (CliFixture    *self,
                       gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    {
      g_autofree char *help = NULL;

      if (g_str_equal (command_names[i], "help"))
        continue;
      cli_fixture_run (self, 0, command_names[i], "--help", NULL);
      help = g_strdup (self->output);
      cli_assert_contains (help, "--fiscal-year");
      cli_assert_contains (help, "mattra-cli");
      cli_assert_contains (help, command_names[i]);
      cli_fixture_run (self, 0, "help", command_names[i], NULL);
      g_assert_cmpstr (self->output, ==, help);
    }
}

static void
test_version (CliFixture    *self,
              gconstpointer  data)
{
  cli_fixture_run (self, 0, "--version", NULL);
  g_assert_true (g_str_has_prefix (self->output, "mattra-cli "));
}

static void
test_wrong_usage (CliFixture    *self,
                  gconstpointer  data)
{
  static const char *const uses[][7] = {
    { NULL },
    { "nonsense", NULL },
    { "help", "nonsense", NULL },
    { "help", "new", "show", NULL },
    { "show", NULL },
    { "show", "a", "b", NULL },
    { "show", "--nonsense", "a", NULL },
    { "show", "--on", NULL },
    { "show", "a", "--on", "yesterday", NULL },
    { "show", "a", "--round", "third", NULL },
    { "show", "a", "--fiscal-year", "12", NULL },
    { "show", "a", "--fiscal-year", "two", NULL },
    { "new", "a", NULL },
    { "new", "a", "--organisation", "x", NULL },
    { "new", "a", "--organisation", "", "--fiscal-year", "2566", NULL },
    { "import", "a", NULL },
    { "set", "a", "1", "title", NULL },
    { "set", "a", "1", "title", "x", "y", NULL },
    { "report", "a", NULL },
    { "report", "a", "--output", "x", "--kind", "letter", NULL },
    { "report", "a", "--output", "x", "--digits", "roman", NULL },
    { "report", "a", "--output", "x", "--format", "odt", NULL },
    { "report", "a", "--output", "x.pdf", "--format", "docx", NULL },
    { "report", "a", "--output", "x.docx", "--no-tags", NULL },
    { "report", "a", "--output", "x.png", "--signature-fields", NULL },
    { "report", "a", "--output", "x.PNG", "--dpi", "7", NULL },
    { "report", "a", "--output", "x.png", "--dpi", "601", NULL },
    { "report", "a", "--output", "x.pdf", "--dpi", "300", NULL },
    { "export", "a", "--output", "x", NULL },
    { "export", "a", "--format", "doc", "--output", "x", NULL },
    { "period", NULL },
    { "undo", NULL },
    { "redo", "a", "b", NULL },
    { "restore", NULL },
    { "sign", NULL },
    { "sign", "a.pdf", "--output", "b.pdf", NULL },
    { "verify", "a.pdf", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autofree char *program = cli_fixture_program ();
      const char *arguments[8] = { program };

      for (guint j = 0; uses[i][j]; j++)
        arguments[j + 1] = uses[i][j];
      cli_fixture_run_program (self, 2, NULL, NULL, arguments);
      g_assert_cmpstr (self->output, ==, "");
      g_assert_true (g_str_has_prefix (self->errors, "mattra-cli: "));
      cli_assert_contains (self->errors, "mattra-cli help");
    }
}

static void
test_closed_output (CliFixture    *self,
                    gconstpointer  data)
{
  g_autofree char *program = cli_fixture_program ();
  const char *arguments[] = { program, "--help", NULL };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  cli_fixture_run_program (self, 1, "/dev/full", NULL, arguments);
  g_assert_true (g_str_has_prefix (self->errors, "mattra-cli: "));
}

static void
test_thai (CliFixture    *self,
           gconstpointer  data)
{
  g_autofree char *program = cli_fixture_program ();
  const char *arguments[] = { program, "--help", NULL };
  g_auto (GStrv) environment = g_get_environ ();

  environment = g_environ_setenv (environment, "LANGUAGE", "th", TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  cli_fixture_run_program (self, 0, NULL, environment, arguments);
  if (strstr (self->output, "Usage"))
    g_test_skip ("this system gives no translations in C.UTF-8");
  else
    cli_assert_contains (self->output, "มาตรการ");
}

/* Thai words are read and printed whole in a locale that has no Thai. */
static void
test_c_locale (CliFixture    *self,
               gconstpointer  data)
{
  g_autofree char *program = cli_fixture_program ();
  const char *arguments[] = { program, "period", "--fiscal-year", "๒๕๖๖", "ต.ค.๖๕ - มี.ค.๖๖", NULL };
  g_auto (GStrv) environment = g_get_environ ();

  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  cli_fixture_run_program (self, 0, NULL, environment, arguments);
  g_assert_cmpstr (self->output, ==, "2022-10-01\t2023-03-31\trange\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/usage/help", test_help);
  cli_add_test ("/cli/usage/help-of-commands", test_help_of_commands);
  cli_add_test ("/cli/usage/version", test_version);
  cli_add_test ("/cli/usage/wrong", test_wrong_usage);
  cli_add_test ("/cli/usage/closed-output", test_closed_output);
  cli_add_test ("/cli/usage/thai", test_thai);
  cli_add_test ("/cli/usage/c-locale", test_c_locale);
  return g_test_run ();
}
