/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-argument.h"
#include "mattra-clock.h"
#include "mattra-error-detail.h"
#include "mattra-error.h"
#include "mattra-output.h"

static const MattraCommand *const commands[] = {
  &mattra_command_new,     &mattra_command_import,  &mattra_command_show,   &mattra_command_set,
  &mattra_command_review,  &mattra_command_roll_over, &mattra_command_compare_years,
  &mattra_command_library, &mattra_command_minutes, &mattra_command_evidence, &mattra_command_comment,
  &mattra_command_undo,    &mattra_command_redo,    &mattra_command_history, &mattra_command_check,
  &mattra_command_overview, &mattra_command_due,    &mattra_command_scores,  &mattra_command_analysis,
  &mattra_command_publication, &mattra_command_collect,
  &mattra_command_report,  &mattra_command_seal,    &mattra_command_versions, &mattra_command_verify,
  &mattra_command_compare, &mattra_command_export,  &mattra_command_backup, &mattra_command_restore,
  &mattra_command_period,  &mattra_command_sign,    &mattra_command_whoami, &mattra_command_help,
};

/**
 * mattra_command_find:
 * @name: a word
 *
 * Returns: (nullable): the command of that name
 */
const MattraCommand *
mattra_command_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

/**
 * mattra_command_list:
 *
 * Returns: (transfer full): a line for each command
 */
char *
mattra_command_list (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-13s %s\n", commands[i]->name, _(commands[i]->summary));
  return g_string_free (text, FALSE);
}

/* What is read besides the command's own options. File names and texts are taken as bytes and checked
 * as UTF-8 here: GLib would convert them from the locale, and Thai does not exist in the C locale. */
typedef struct
{
  gboolean help;
  char *fiscal_year;
  char *as;
  char **operands;
} Common;

static void
common_clear (Common *self)
{
  g_clear_pointer (&self->fiscal_year, g_free);
  g_clear_pointer (&self->as, g_free);
  g_clear_pointer (&self->operands, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Common, common_clear)

static GOptionContext *
new_context (const MattraCommand *command,
             const GOptionEntry  *entries,
             Common              *common)
{
  const GOptionEntry shared[] = {
    { "fiscal-year", 0, 0, G_OPTION_ARG_FILENAME, &common->fiscal_year,
      N_("The plan of fiscal year Y (B.E.), where the file holds several"), N_("Y") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &common->help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->operands, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry writing[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &common->as,
      N_("Who does it, by name or identifier, with that person's rights (else who you are by “whoami”)"), N_("PERSON") },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_(command->operands));

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  if (command->description)
    g_option_context_set_description (context, _(command->description));
  if (entries)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (command->writes)
    g_option_context_add_main_entries (context, writing, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  return context;
}

static char *
context_help (GOptionContext      *context,
              const MattraCommand *command)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  const char *program = g_get_prgname ();
  const char *place = strstr (help, program);

  if (place == NULL)
    return g_steal_pointer (&help);
  place += strlen (program);
  return g_strdup_printf ("%.*s %s%s", (int) (place - help), help, command->name, place);
}

static gboolean
check_utf8 (char   **arguments,
            GError **error)
{
  for (guint i = 0; arguments[i]; i++)
    if (!g_utf8_validate (arguments[i], -1, NULL))
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     _("Word %u after the command is not valid UTF-8; set the terminal to UTF-8"), i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_operands (const MattraCommand  *command,
                guint                 n_operands,
                GError              **error)
{
  if (n_operands < command->min_operands)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("Something is missing: %s %s"),
                   command->name, _(command->operands));
      return FALSE;
    }
  if (command->max_operands > 0 && n_operands > command->max_operands)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("More words than expected: %s %s (a value with spaces stands in quotes)"),
                   command->name, _(command->operands));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_arguments (MattraInvocation  *self,
                GOptionContext    *context,
                GError           **error)
{
  g_auto (GStrv) words = NULL;
  guint n = g_strv_length (self->arguments);

  words = g_new0 (char *, n + 2);
  words[0] = g_strdup (g_get_prgname ());
  for (guint i = 0; i < n; i++)
    words[i + 1] = g_strdup (self->arguments[i]);
  if (g_option_context_parse_strv (context, &words, error))
    return TRUE;
  g_prefix_error (error, "%s: ", self->command->name);
  return FALSE;
}

/**
 * mattra_invocation_parse:
 * @self: an invocation
 * @entries: (nullable): the command's own options, texts as %G_OPTION_ARG_FILENAME
 * @error: return location
 *
 * Reads the options and operands. `--fiscal-year` and `--help` are known to every command, `--as` to those that write;
 * where help was asked for, it is printed.
 *
 * Returns: %TRUE if the command is to be run; %FALSE with no error set if help was printed
 */
gboolean
mattra_invocation_parse (MattraInvocation    *self,
                         const GOptionEntry  *entries,
                         GError             **error)
{
  g_auto (Common) common = { 0 };
  g_autoptr (GOptionContext) context = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  context = new_context (self->command, entries, &common);
  if (!check_utf8 (self->arguments, error) || !read_arguments (self, context, error))
    return FALSE;
  if (common.help)
    {
      g_autofree char *help = context_help (context, self->command);

      mattra_output_text (help);
      return FALSE;
    }
  if (common.fiscal_year
      && !mattra_argument_year ("--fiscal-year", common.fiscal_year, &self->fiscal_year, error))
    return FALSE;
  self->operands = common.operands ? g_steal_pointer (&common.operands) : g_new0 (char *, 1);
  self->n_operands = g_strv_length (self->operands);
  self->as = g_steal_pointer (&common.as);
  return check_operands (self->command, self->n_operands, error);
}

/**
 * mattra_invocation_clear:
 * @self: an invocation
 *
 * Frees what the invocation holds.
 */
void
mattra_invocation_clear (MattraInvocation *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->operands, g_strfreev);
  g_clear_pointer (&self->as, g_free);
  g_clear_pointer (&self->who, g_free);
}

/* Who is refused sees as whom: an account may have been chosen to be somebody else. */
static void
say_who (const MattraInvocation *self,
         GError                **error)
{
  if (self->who != NULL && g_error_matches (*error, MATTRA_ERROR, MATTRA_ERROR_DENIED)
      && mattra_error_get_detail (*error) == NULL)
    mattra_error_set_detail (error, self->who);
}

/**
 * mattra_command_run:
 * @command: a command
 * @arguments: (array zero-terminated=1): the words after it
 * @error: why it was not done
 *
 * Runs a command of today, as the program does.
 *
 * Returns: what the shell is told
 */
MattraExit
mattra_command_run (const MattraCommand *command,
                    char               **arguments,
                    GError             **error)
{
  g_auto (MattraInvocation) invocation = { .command = command, .arguments = arguments };
  g_autoptr (MattraClock) clock = mattra_clock_new ();
  g_autoptr (GError) failure = NULL;
  MattraExit result;

  g_return_val_if_fail (command != NULL && arguments != NULL, MATTRA_EXIT_USAGE);

  invocation.today = mattra_clock_get_today (clock);
  result = command->run (&invocation, &failure);
  if (failure == NULL)
    return result;
  result = failure->domain == G_OPTION_ERROR ? MATTRA_EXIT_USAGE : MATTRA_EXIT_FAILED;
  say_who (&invocation, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return result;
}
