/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-output.h"
#include "mattra-sign.h"

typedef struct
{
  char *package;
  char *passphrase;
  char *output;
  char *field;
  char *post;
  char *date;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->package);
  g_free (self->passphrase);
  g_free (self->output);
  g_free (self->field);
  g_free (self->post);
  g_free (self->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
need (const char  *value,
      const char  *what,
      GError     **error)
{
  if (value != NULL && *value != '\0')
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("sign needs %s"), what);
  return FALSE;
}

static gboolean
read_request (MattraInvocation   *self,
              const Words        *words,
              MattraSignRequest  *request,
              GError            **error)
{
  *request = (MattraSignRequest) {
    .pdf = self->operands[0], .package = words->package, .passphrase = words->passphrase, .output = words->output,
    .field = words->field, .post = words->post, .date = self->today,
  };
  return need (words->package, "--p12 F", error) && need (words->passphrase, "--passphrase-file P", error)
         && need (words->output, "--output OUT", error)
         && (words->date == NULL || mattra_argument_date ("--date", words->date, &request->date, error));
}

static MattraExit
run_sign (MattraInvocation  *self,
          GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "p12", 0, 0, G_OPTION_ARG_FILENAME, &words.package, N_("The PKCS #12 package with key and certificate"), "F" },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &words.passphrase,
      N_("A file whose first line is the package's passphrase"), "P" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_("The signed file to write"), "OUT" },
    { "field", 0, 0, G_OPTION_ARG_FILENAME, &words.field,
      N_("The place to sign in: Signature1, Signature2, …, or whose it is (else the first empty one)"), N_("NAME") },
    { "post", 0, 0, G_OPTION_ARG_FILENAME, &words.post, N_("The post that is shown (else that of the certificate)"),
      N_("POST") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words.date, N_("The day that is shown (else today)"), N_("DATE") },
    G_OPTION_ENTRY_NULL
  };
  MattraSignRequest request;
  g_autofree char *field = NULL;
  g_autofree char *name = NULL;

  if (!mattra_invocation_parse (self, entries, error) || !read_request (self, &words, &request, error)
      || !mattra_sign_file (&request, &field, &name, error))
    return MATTRA_EXIT_DONE;
  mattra_output_line (_("%s: digitally signed by %s in %s"), words.output, name, field);
  return MATTRA_EXIT_DONE;
}

const MattraCommand mattra_command_sign = {
  .name = "sign",
  .operands = N_("PDF --p12 F --passphrase-file P --output OUT"),
  .summary = N_("Sign a PDF report digitally"),
  .description = N_("The signature is PAdES B-B. It is added behind the file's last byte, so that earlier signatures hold;\n"
                    "several people sign one after another. The passphrase is read from a file, since other programs\n"
                    "can see what is written on a command line."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_sign,
};
