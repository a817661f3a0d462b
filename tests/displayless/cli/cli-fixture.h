/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CliFixture:
 * @folder: a folder of its own for the test, removed afterwards.
 * @status: how the last run ended; a signal counts as 128 and more.
 * @output: what the last run wrote to standard output.
 * @errors: what it wrote to standard error.
 *
 * A place to run the built program in, and what its last run did.
 */
typedef struct
{
  char *folder;
  int status;
  char *output;
  char *errors;
} CliFixture;

void  cli_fixture_set_up      (CliFixture    *self,
                               gconstpointer  data);
void  cli_fixture_tear_down   (CliFixture    *self,
                               gconstpointer  data);
char *cli_fixture_path        (CliFixture    *self,
                               const char    *name);
void  cli_fixture_write       (CliFixture    *self,
                               const char    *name,
                               const char    *text);
char *cli_fixture_read        (CliFixture    *self,
                               const char    *name,
                               gsize         *length);
void  cli_fixture_run         (CliFixture    *self,
                               int            status,
                               ...) G_GNUC_NULL_TERMINATED;
void  cli_fixture_run_program (CliFixture    *self,
                               int            status,
                               const char    *standard_output,
                               char         **environment,
                               const char *const *arguments);
char *cli_fixture_program     (void);
char *cli_fixture_example     (const char    *name);
char **cli_fixture_list_kinds (CliFixture    *self);

#define cli_add_test(path, function) \
  g_test_add ((path), CliFixture, NULL, cli_fixture_set_up, (function), cli_fixture_tear_down)

#define cli_assert_contains(text, part) \
  G_STMT_START \
  { \
    if (strstr ((text), (part)) == NULL) \
      g_error ("“%s” is not in “%s”", (part), (text)); \
  } \
  G_STMT_END

G_END_DECLS
