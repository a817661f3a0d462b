/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-new.h"
#include "mattra-output.h"
#include "mattra-store.h"
#include "mattra-text.h"

static gboolean
check_options (MattraInvocation  *self,
               const char        *organisation,
               GError           **error)
{
  if (*organisation != '\0' && self->fiscal_year != 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _("new needs --organisation NAME and --fiscal-year Y"));
  return FALSE;
}

static MattraExit
run_new (MattraInvocation  *self,
         GError           **error)
{
  g_autofree char *organisation = NULL;
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation,
      N_("Full name of the local government"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *name = NULL;
  g_autoptr (MattraPlan) plan = NULL;

  if (!mattra_invocation_parse (self, entries, error))
    return MATTRA_EXIT_DONE;
  name = mattra_text_squeeze (organisation ? organisation : "");
  if (!check_options (self, name, error))
    return MATTRA_EXIT_USAGE;
  plan = mattra_new_plan (name, self->fiscal_year);
  if (!mattra_store_create (self->operands[0], plan, error))
    return MATTRA_EXIT_FAILED;
  mattra_output_line (_("%s: a new register for %s, fiscal year %d, with %u divisions"), self->operands[0],
                      name, self->fiscal_year,
                      mattra_division_list_get_size (mattra_plan_get_divisions (plan)));
  return MATTRA_EXIT_DONE;
}

const MattraCommand mattra_command_new = {
  .name = "new",
  .operands = N_("FILE --organisation NAME --fiscal-year Y"),
  .summary = N_("Make an empty register with the usual divisions"),
  .description = N_("The divisions are those usual for an organisation of this kind. An existing file is never\n"
                    "written over."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_new,
};
