/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-interrupt.h"
#include "mattra-load-report.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-print.h"
#include "mattra-report-choices.h"
#include "mattra-report-words.h"

typedef struct
{
  MattraReportWords report;
  char *on;
  char *format;
  int dpi;
  gboolean no_tags;
  gboolean signature_fields;
  guint n_operands;
} Words;

static void
words_clear (Words *self)
{
  mattra_report_words_clear (&self->report);
  g_free (self->on);
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
    { "pdf", MATTRA_PRINT_PDF }, { "docx", MATTRA_PRINT_DOCX }, { "png", MATTRA_PRINT_PNG },
    { "svg", MATTRA_PRINT_SVG }, { NULL, 0 },
  };
  MattraPrintFormat named;
  gboolean is_named = mattra_print_format_of (words->report.output, &named);
  int chosen = is_named ? (int) named : MATTRA_PRINT_PDF;

  if (words->format && !mattra_argument_choice ("--format", words->format, choices, &chosen, error))
    return FALSE;
  *format = (MattraPrintFormat) chosen;
  if (!is_named || named == *format)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--format %s and the file name “%s” contradict each other; let the name end in %s or leave --format out"),
               words->format, words->report.output, mattra_print_extension (*format));
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
  if (words->report.output == NULL || *words->report.output == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("report needs --output FILE"));
      return FALSE;
    }
  if (!read_format (words, format, error) || !check_format (words, *format, error))
    return FALSE;
  return mattra_report_words_read (&words->report, options, error)
         && (words->on == NULL || mattra_argument_date ("--on", words->on, &options->today, error));
}

static gboolean
explain_interrupt (const Words  *words,
                   GError      **error)
{
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped; “%s” was not written"), words->report.output);
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

  if (format == MATTRA_PRINT_PDF   ? !mattra_print_pdf (document, words->report.output, &pdf, &printed, error)
      : format == MATTRA_PRINT_SVG ? !mattra_print_svg (document, 0, words->report.output, TRUE, watch, &printed, error)
                                   : !mattra_print_png (document, 0, words->report.output, dpi, TRUE, watch, &printed,
                                                        error))
    return FALSE;
  if (format == MATTRA_PRINT_PDF || printed.n_pages == 1)
    {
      mattra_output_line (_("%s: %u pages, fingerprint %s"), words->report.output, printed.n_pages, printed.fingerprint);
      return TRUE;
    }
  first = mattra_png_page_path (words->report.output, 0, printed.n_pages);
  last = mattra_png_page_path (words->report.output, printed.n_pages - 1, printed.n_pages);
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
  if (!mattra_print_docx (document, 0, words->report.output, watch, error))
    return FALSE;
  mattra_output_line (_("%s: a Word document"), words->report.output);
  return TRUE;
}

/* A request that was printed is none that was sent: whoever sends it says so. */
static void
offer_record (MattraInvocation           *self,
              MattraPlan                 *plan,
              const MattraReportOptions  *options)
{
  g_auto (GStrv) kinds = g_strsplit (options->kind, MATTRA_REPORT_KIND_SEPARATOR, -1);
  const char *division = mattra_plan_find_division_name (plan, options->division);
  g_autofree char *file = g_shell_quote (self->operands[0]);
  g_autofree char *to = division != NULL ? g_shell_quote (division) : NULL;

  if (g_strv_contains ((const char *const *) kinds, "request"))
    mattra_output_line (_("Once it is sent, keep that: mattra-cli collect %s ask%s%s --round %s"), file,
                        to != NULL ? " " : "", to != NULL ? to : "", options->round == MATTRA_ROUND_FIRST_HALF ? "first-half" : "full-year");
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

  options->each_division = g_strcmp0 (words->report.division, MATTRA_REPORT_EACH_DIVISION) == 0;
  if (plan == NULL || !mattra_report_words_complete (&words->report, plan, options, error))
    return FALSE;
  document = mattra_load_report_until (store, plan, options, interrupt, error);
  if (document == NULL || !write_file (document, words, format, &watch, error))
    return explain_interrupt (words, error);
  offer_record (self, plan, options);
  return TRUE;
}

static MattraExit
run_report (MattraInvocation  *self,
            GError           **error)
{
  g_auto (Words) words = { { NULL } };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.report.output, N_("The file to write"), N_("F") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &words.format,
      N_("pdf, docx, png or svg (else as the name of the file ends, else pdf)"), N_("X") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &words.dpi, N_("Points per inch of PNG, 50 to 600 (else 300)"), N_("DPI") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &words.report.kind,
      N_("Which report: results (else) or another, several by commas, “set” for those kept; “list” prints them all"),
      N_("K") },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &words.report.division,
      N_("Only this division's measures and answers; “each” for a paper of each division"), N_("D") },
    MATTRA_REPORT_WORDS_ENTRIES (&words.report),
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
  if (g_strcmp0 (words.report.kind, "list") == 0)
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
