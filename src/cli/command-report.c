/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-error.h"
#include "mattra-find.h"
#include "mattra-interrupt.h"
#include "mattra-load-report.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-print.h"
#include "mattra-report-choices.h"
#include "mattra-show.h"

typedef struct
{
  char *output;
  char *kind;
  char *round;
  char *division;
  char *digits;
  char *date;
  char *on;
  char *numbering;
  char *format;
  int dpi;
  gboolean no_tags;
  gboolean signature_fields;
  guint n_operands;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->output);
  g_free (self->kind);
  g_free (self->round);
  g_free (self->division);
  g_free (self->digits);
  g_free (self->date);
  g_free (self->on);
  g_free (self->numbering);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* The format that was asked for, else the one that the file's name says. Both must not contradict each other. */
static gboolean
read_format (const Words        *words,
             MattraPrintFormat  *format,
             GError            **error)
{
  static const MattraChoice choices[] = {
    { "pdf", MATTRA_PRINT_PDF }, { "docx", MATTRA_PRINT_DOCX }, { "png", MATTRA_PRINT_PNG }, { NULL, 0 },
  };
  MattraPrintFormat named;
  gboolean is_named = mattra_print_format_of (words->output, &named);
  int chosen = is_named ? (int) named : MATTRA_PRINT_PDF;

  if (words->format && !mattra_argument_choice ("--format", words->format, choices, &chosen, error))
    return FALSE;
  *format = (MattraPrintFormat) chosen;
  if (!is_named || named == *format)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--format %s and the file name “%s” contradict each other; let the name end in %s or leave --format out"),
               words->format, words->output, mattra_print_extension (*format));
  return FALSE;
}

/* What only one format has is not left out unseen in another. */
static gboolean
check_format (const Words        *words,
              MattraPrintFormat   format,
              GError            **error)
{
  const char *only_pdf = words->no_tags ? "--no-tags" : words->signature_fields ? "--signature-fields" : NULL;

  if (only_pdf && format != MATTRA_PRINT_PDF)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("%s is for PDF only"), only_pdf);
  else if (words->dpi != 0 && format != MATTRA_PRINT_PNG)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("%s is for PNG only"), "--dpi");
  else if (words->dpi != 0 && (words->dpi < MATTRA_PNG_LEAST_DPI || words->dpi > MATTRA_PNG_MOST_DPI))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--dpi: %d is not from %d to %d"), words->dpi,
                 MATTRA_PNG_LEAST_DPI, MATTRA_PNG_MOST_DPI);
  else
    return TRUE;
  return FALSE;
}

static void
print_kinds (void)
{
  g_autofree const char **names = mattra_report_list_kinds ();

  for (guint i = 0; names[i]; i++)
    mattra_output_line ("%-18s%s", names[i], mattra_report_kind_title (names[i]));
}

static gboolean
read_options (const Words          *words,
              MattraReportOptions  *options,
              MattraPrintFormat    *format,
              GError              **error)
{
  if (words->n_operands == 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("report needs the register: FILE"));
      return FALSE;
    }
  if (words->output == NULL || *words->output == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("report needs --output FILE"));
      return FALSE;
    }
  if (!read_format (words, format, error) || !check_format (words, *format, error))
    return FALSE;
  if (g_strcmp0 (words->kind, MATTRA_REPORT_SET) == 0)
    options->kind = words->kind;
  else if (!mattra_argument_kind (words->kind, &options->kind, error))
    return FALSE;
  return mattra_argument_digits (words->digits, &options->digits, error)
         && mattra_argument_numbering (words->numbering, &options->numbering, error)
         && mattra_argument_round (words->round, &options->round, error)
         && (words->date == NULL || mattra_argument_date ("--date", words->date, &options->date, error))
         && (words->on == NULL || mattra_argument_date ("--on", words->on, &options->today, error));
}

/* The papers that the register keeps as those that go into one file. */
static gboolean
read_set (MattraPlan           *plan,
          MattraReportOptions  *options,
          GError              **error)
{
  if (!g_str_equal (options->kind, MATTRA_REPORT_SET))
    return TRUE;
  options->kind = mattra_plan_get_setting (plan, MATTRA_SETTING_SET_KINDS);
  if (options->kind && *options->kind != '\0')
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                       _("The register keeps no set of papers for this year; name them: --kind memo,results"));
  return FALSE;
}

/* What is not said is as the register keeps it for this kind of report. */
static gboolean
complete_options (MattraPlan           *plan,
                  const Words          *words,
                  MattraReportOptions  *options,
                  GError              **error)
{
  if (options->round == MATTRA_ROUND_NONE)
    options->round = mattra_show_default_round (plan);
  if (!read_set (plan, options, error))
    return FALSE;
  if (words->digits == NULL)
    options->digits = mattra_report_kept_digits (plan, options->kind);
  if (words->numbering == NULL)
    options->numbering = mattra_report_kept_numbering (plan, options->kind);
  options->each_division = g_strcmp0 (words->division, MATTRA_REPORT_EACH_DIVISION) == 0;
  return words->division == NULL || options->each_division
         || mattra_find_division (plan, words->division, &options->division, error);
}

static gboolean
explain_interrupt (const Words  *words,
                   GError      **error)
{
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped; “%s” was not written"), words->output);
    }
  return FALSE;
}

static gboolean
print_pages (MattraDocument     *document,
             const Words        *words,
             MattraPrintFormat   format,
             const MattraWatch  *watch,
             GError            **error)
{
  const MattraPdfOptions pdf = {
    .tags = !words->no_tags, .signature_fields = words->signature_fields, .watch = watch,
  };
  guint dpi = words->dpi ? (guint) words->dpi : MATTRA_PNG_DEFAULT_DPI;
  MattraPrinted printed = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (format == MATTRA_PRINT_PDF
        ? !mattra_print_pdf (document, words->output, &pdf, &printed, error)
        : !mattra_print_png (document, 0, words->output, dpi, TRUE, watch, &printed, error))
    return FALSE;
  if (format == MATTRA_PRINT_PDF || printed.n_pages == 1)
    {
      mattra_output_line (_("%s: %u pages, fingerprint %s"), words->output, printed.n_pages, printed.fingerprint);
      return TRUE;
    }
  first = mattra_png_page_path (words->output, 0, printed.n_pages);
  last = mattra_png_page_path (words->output, printed.n_pages - 1, printed.n_pages);
  /* Translators: the first and the last of the files that were written. */
  mattra_output_line (_("%s to %s: %u pages, fingerprint %s"), first, last, printed.n_pages, printed.fingerprint);
  return TRUE;
}

static gboolean
write_file (MattraDocument     *document,
            const Words        *words,
            MattraPrintFormat   format,
            const MattraWatch  *watch,
            GError            **error)
{
  if (format != MATTRA_PRINT_DOCX)
    return print_pages (document, words, format, watch, error);
  if (!mattra_print_docx (document, 0, words->output, watch, error))
    return FALSE;
  mattra_output_line (_("%s: a Word document"), words->output);
  return TRUE;
}

static gboolean
print_report (MattraInvocation     *self,
              const Words          *words,
              MattraReportOptions  *options,
              MattraPrintFormat     format,
              GError              **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraDocument) document = NULL;
  g_autoptr (GCancellable) interrupt = mattra_interrupt_new ();
  const MattraWatch watch = { .cancellable = interrupt, .to = 1 };

  if (plan == NULL || !complete_options (plan, words, options, error))
    return FALSE;
  document = mattra_load_report_until (store, plan, options, interrupt, error);
  return (document != NULL && write_file (document, words, format, &watch, error)) || explain_interrupt (words, error);
}

static MattraExit
run_report (MattraInvocation  *self,
            GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_("The file to write"), N_("F") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &words.format,
      N_("pdf, docx or png (else as the name of the file ends, else pdf)"), N_("X") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &words.dpi, N_("Points per inch of PNG, 50 to 600 (else 300)"), N_("DPI") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &words.kind,
      N_("Which report: results (else) or another, several by commas, “set” for those kept; “list” prints them all"),
      N_("K") },
    { "numbering", 0, 0, G_OPTION_ARG_FILENAME, &words.numbering,
      N_("Pages of several papers: separate or continuous (else as kept for the kind, or separate)"), N_("N") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &words.round,
      N_("first-half or full-year (else that of the last import)"), N_("R") },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &words.division,
      N_("Only this division's measures and answers; “each” for a paper of each division"), N_("D") },
    { "digits", 0, 0, G_OPTION_ARG_FILENAME, &words.digits,
      N_("thai or western (else as kept for the kind, or thai)"), N_("S") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words.date, N_("The date of the report (else that of the register)"),
      N_("DATE") },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &words.on, N_("The day on which something is late (else today)"), N_("DATE") },
    { "no-tags", 0, 0, G_OPTION_ARG_NONE, &words.no_tags, N_("Leave out the tags that screen readers use"), NULL },
    { "signature-fields", 0, 0, G_OPTION_ARG_NONE, &words.signature_fields,
      N_("Put an empty field for a digital signature above each line to sign on"), NULL },
    G_OPTION_ENTRY_NULL
  };
  MattraReportOptions options = { .today = self->today };
  MattraPrintFormat format = MATTRA_PRINT_PDF;

  if (!mattra_invocation_parse (self, entries, error))
    return MATTRA_EXIT_DONE;
  if (g_strcmp0 (words.kind, "list") == 0)
    {
      print_kinds ();
      return MATTRA_EXIT_DONE;
    }
  words.n_operands = self->n_operands;
  if (!read_options (&words, &options, &format, error))
    return MATTRA_EXIT_DONE;
  return print_report (self, &words, &options, format, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_report = {
  .name = "report",
  .operands = N_("FILE --output F"),
  .summary = N_("Print a report as PDF, or write it for Word or as pictures"),
  .description = N_("The same data gives the same bytes on any day and in any language. The PDF is PDF/A-2b. The Word\n"
                    "document is set in TH SarabunPSK. One page as PNG has the name given; several have their\n"
                    "number in it: “report.png” becomes “report-01.png” to “report-12.png”.\n"
                    "Sheets and requests without --division are made for each division that has a part in a measure.\n"
                    "Ctrl+C leaves no half-written file."),
  .max_operands = 1,
  .run = run_report,
};
