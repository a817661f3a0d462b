/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-accept-import.h"
#include "mattra-argument.h"
#include "mattra-open.h"
#include "mattra-output.h"

/* FILE:LINE:COLUMN, as compilers write places; what is not known is left out. */
static char *
place (const char *document,
       int         line,
       int         column)
{
  if (line <= 0)
    return g_strdup (document);
  if (column <= 0)
    return g_strdup_printf ("%s:%d", document, line);
  return g_strdup_printf ("%s:%d:%d", document, line, column);
}

static void
print_repair (const char         *document,
              const MattraRepair *repair)
{
  g_autofree char *where = place (document, repair->line, repair->column);

  mattra_output_line (_("%s: repaired: %s"), where, repair->message);
  if (repair->before)
    mattra_output_line ("    - %s", repair->before);
  if (repair->after)
    mattra_output_line ("    + %s", repair->after);
}

static void
print_question (const char           *document,
                const MattraQuestion *question)
{
  g_autofree char *where = place (document, question->line, question->column);
  g_autofree char *said = mattra_question_say (question->message ? question->message : "", question->text);

  if (question->kind == MATTRA_QUESTION_UNPARSED)
    mattra_output_line (_("%s: not read (%s): %s"), where, question->field, said);
  else
    mattra_output_line (_("%s: question (%s): %s"), where, question->field, said);
  if (*question->text != '\0')
    mattra_output_line ("    ? %s", question->text);
  if (question->suggest)
    mattra_output_line (_("    proposed: %s"), question->suggest);
}

static void
print_document (const char   *document,
                MattraImport *import)
{
  const MattraImportDocument *facts = mattra_import_get_document (import);
  GPtrArray *columns = mattra_import_get_columns (import);

  mattra_output_line (_("%s: %u measures"), document, mattra_import_get_measures (import)->len);
  if (facts->organisation)
    mattra_output_line (_("  organisation: %s"), facts->organisation);
  if (facts->fiscal_year)
    mattra_output_line (_("  fiscal year: %d"), facts->fiscal_year);
  mattra_output_line (_("  round: %s"), mattra_argument_round_text (facts->round));
  for (guint i = 0; i < columns->len; i++)
    {
      const MattraImportColumn *column = g_ptr_array_index (columns, i);

      mattra_output_line (_("  column %u “%s”: %s"), column->position + 1, column->label, column->field);
    }
}

static int
compare_repairs (gconstpointer a,
                 gconstpointer b)
{
  const MattraRepair *one = *(const MattraRepair *const *) a;
  const MattraRepair *other = *(const MattraRepair *const *) b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return (one->column > other->column) - (one->column < other->column);
}

static void
print_reading (const char   *document,
               MattraImport *import)
{
  g_autoptr (GPtrArray) repairs = g_ptr_array_copy (mattra_import_get_repairs (import), NULL, NULL);
  g_autoptr (GPtrArray) questions = mattra_import_list_questions (import);

  g_ptr_array_set_free_func (repairs, NULL);
  g_ptr_array_sort (repairs, compare_repairs);
  print_document (document, import);
  for (guint i = 0; i < repairs->len && !mattra_output_failed (); i++)
    print_repair (document, g_ptr_array_index (repairs, i));
  for (guint i = 0; i < questions->len && !mattra_output_failed (); i++)
    print_question (document, g_ptr_array_index (questions, i));
}

static void
print_measure (const MattraAcceptedMeasure *measure)
{
  g_autofree char *number = measure->number > 0 ? g_strdup_printf ("%d ", measure->number) : g_strdup ("");

  switch (measure->kind)
    {
    case MATTRA_ACCEPTED_ADDED:
      mattra_output_line (_("+ %s%s"), number, measure->title);
      break;
    case MATTRA_ACCEPTED_CHANGED:
      mattra_output_line (_("~ %s%s: %s"), number, measure->title, measure->detail);
      break;
    case MATTRA_ACCEPTED_DOUBTFUL:
      mattra_output_line (_("? %s%s: added, but it may be the new title of “%s”"), number, measure->title,
                          measure->detail);
      break;
    case MATTRA_ACCEPTED_MISSING:
      mattra_output_line (_("= %s%s: not in the document; kept"), number, measure->title);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
print_acceptance (const char             *path,
                  const MattraAcceptance *acceptance,
                  gboolean                dry_run)
{
  for (guint i = 0; i < acceptance->measures->len && !mattra_output_failed (); i++)
    print_measure (g_ptr_array_index (acceptance->measures, i));
  for (guint i = 0; i < acceptance->notices->len; i++)
    mattra_output_line ("! %s", (const char *) g_ptr_array_index (acceptance->notices, i));
  if (acceptance->n_changes == 0)
    mattra_output_line (_("%s: nothing to change: the plan of fiscal year %d says all this"), path,
                        acceptance->fiscal_year);
  else if (dry_run)
    mattra_output_line (_("%s: %u changes to the plan of fiscal year %d; nothing was written"), path,
                        acceptance->n_changes, acceptance->fiscal_year);
  else
    mattra_output_line (_("%s: %u changes to the plan of fiscal year %d"), path, acceptance->n_changes,
                        acceptance->fiscal_year);
}

/* A register that is there is changed in the name of who does it; one that is made has nobody yet. */
static gboolean
accept (MattraInvocation  *self,
        const char        *path,
        MattraImport      *import,
        gboolean           dry_run,
        MattraAcceptance  *acceptance,
        GError           **error)
{
  g_autoptr (MattraStore) store = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return mattra_accept_import (path, import, self->fiscal_year, dry_run, acceptance, error);
  store = mattra_store_open (path, FALSE, error);
  if (store == NULL)
    return FALSE;
  mattra_store_set_person (store, g_get_user_name ());
  return mattra_open_enter (self, store, error)
         && mattra_accept_import_into (store, import, self->fiscal_year, dry_run, acceptance, error);
}

static gboolean
import_document (MattraInvocation  *self,
                 const char        *path,
                 gboolean           dry_run,
                 GError           **error)
{
  const char *document = self->operands[0];
  g_autoptr (MattraImport) import = NULL;
  g_auto (MattraAcceptance) acceptance = { 0 };

  if (!mattra_read_import (document, path, self->fiscal_year, &import, error))
    return FALSE;
  print_reading (document, import);
  if (!accept (self, path, import, dry_run, &acceptance, error))
    return FALSE;
  print_acceptance (path, &acceptance, dry_run);
  return TRUE;
}

static MattraExit
run_import (MattraInvocation  *self,
            GError           **error)
{
  g_autofree char *into = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &into, N_("The register; it is made if it does not exist"), N_("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would change and change nothing"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error))
    return MATTRA_EXIT_DONE;
  if (into == NULL || *into == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("import needs --into FILE"));
      return MATTRA_EXIT_USAGE;
    }
  return import_document (self, into, dry_run, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_import = {
  .name = "import",
  .operands = N_("DOCUMENT --into FILE"),
  .summary = N_("Take a report or a table into a register"),
  .description = N_("Prints what was read, each repair and each question with its place in the document. Measures\n"
                    "are matched by title, then by number; those that the document lacks are kept; the same\n"
                    "document twice changes nothing. All is one act, which undo takes back."),
  .min_operands = 1,
  .max_operands = 1,
  .writes = TRUE,
  .run = run_import,
};
