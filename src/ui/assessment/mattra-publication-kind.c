/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>

#include "mattra-analyse.h"
#include "mattra-check-words.h"
#include "mattra-error.h"
#include "mattra-evidence.h"
#include "mattra-publish.h"
#include "mattra-read-date.h"
#include "mattra-text.h"

/* How the items of the assessment that ask for this work are answered: those of the plan's year and of the analysed
 * one, whose score and comment come back late. */

/* The findings that a cell tells; how many more there are it says. */
#define MOST_TOLD 6

static const MattraPeopleColumn columns[] = {
  { "item", N_("Item"), MATTRA_CELL_READ_ONLY, 170, TRUE },
  { "number", N_("Item’s Number"), MATTRA_CELL_TEXT, 80 },
  { "check", N_("What Is Missing"), MATTRA_CELL_READ_ONLY, 300, TRUE },
  { "version", N_("Version"), MATTRA_CELL_TEXT, 85 },
  { "file", N_("File"), MATTRA_CELL_TEXT, 150 },
  { "url", N_("Address"), MATTRA_CELL_TEXT, 220 },
  { "menu_path", N_("Menus"), MATTRA_CELL_TEXT, 170 },
  { "posted_on", N_("Posted on"), MATTRA_CELL_DATE, 110 },
  { "explanation", N_("Explanation"), MATTRA_CELL_TEXT, 320 },
  { "approved_by", N_("Approved by"), MATTRA_CELL_TEXT, 150 },
  { "approved_on", N_("Approved on"), MATTRA_CELL_DATE, 110 },
  { "score", N_("Score"), MATTRA_CELL_TEXT, 75 },
  { "comment", N_("Comment"), MATTRA_CELL_TEXT, 220 },
  { "name", N_("Item’s Name"), MATTRA_CELL_TEXT, 260 },
  { NULL },
};

static const MattraPublication *
item_at (MattraPlan *plan,
         guint       row)
{
  return g_ptr_array_index (mattra_plan_get_publications (plan), row);
}

static guint
n_rows (MattraPlan *plan)
{
  return mattra_plan_get_publications (plan)->len;
}

static const char *
get_id (MattraPlan *plan,
        guint       row)
{
  return item_at (plan, row)->id;
}

static char *
day_text (MattraDate day)
{
  return mattra_date_format (day, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
}

static char *
name_of (const MattraPublication *item)
{
  gboolean results = g_str_equal (item->report, MATTRA_PUBLICATION_RESULTS);

  return g_strdup_printf (results ? _("Results, assessment of %d") : _("Measures, assessment of %d"), item->fiscal_year);
}

static char *
dup_text (MattraPlan *plan,
          guint       row,
          const char *field)
{
  const MattraPublication *item = item_at (plan, row);
  const struct
  {
    const char *field;
    const char *text;
  } texts[] = {
    { "number", item->number },       { "name", item->name },       { "file", item->file_name },
    { "url", item->url },             { "menu_path", item->menu_path }, { "approved_by", item->approved_by },
    { "comment", item->comment },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (field, texts[i].field))
      return g_strdup (texts[i].text);
  if (g_str_equal (field, "item"))
    return name_of (item);
  if (g_str_equal (field, "explanation"))
    return mattra_publish_explain (plan, item);
  if (g_str_equal (field, "version"))
    return item->version > 0 ? g_strdup_printf ("%d", item->version) : NULL;
  if (g_str_equal (field, "posted_on"))
    return day_text (item->posted_on);
  if (g_str_equal (field, "approved_on"))
    return day_text (item->approved_on);
  return g_str_equal (field, "score") ? mattra_assessment_points (item->score) : NULL;
}

static char *
find_fault (const char *field,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;
  MattraDate day;
  double points;
  int number;

  if (*text == '\0')
    return NULL;
  if (g_str_equal (field, "url") && !mattra_evidence_check_link (text, &url, &error))
    return g_strdup (error->message);
  if ((g_str_equal (field, "posted_on") || g_str_equal (field, "approved_on")) && !mattra_read_date (text, &day))
    return g_strdup (_("Write a day like ๑๐ เม.ย. ๒๕๖๖"));
  if (g_str_equal (field, "score") && !mattra_assessment_parse_points (text, &points))
    return g_strdup (_("Points from 0 to 100, such as 87.50"));
  if (g_str_equal (field, "version") && (!mattra_digits_parse (&text, &number) || *text != '\0'))
    return g_strdup (_("Write the number of a confirmed version"));
  return NULL;
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *squeezed = mattra_text_squeeze (text);
  char *fault = find_fault (field, squeezed);

  *valid = fault == NULL;
  return fault;
}

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     const char   *id,
     const char   *field,
     const char   *text,
     GError      **error)
{
  for (guint i = 0; i < n_rows (plan); i++)
    if (g_str_equal (get_id (plan, i), id))
      return mattra_publish_set (store, plan, item_at (plan, i), field, text, error);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT, _("The year that is assessed is another by now"));
  return FALSE;
}

/* What is to be mended comes first; each finding is a line. */
static char *
tell (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (int severity = MATTRA_SEVERITY_FAULT; severity >= MATTRA_SEVERITY_NOTICE; severity--)
    for (guint i = 0; i < findings->len; i++)
      {
        const MattraFinding *finding = g_ptr_array_index (findings, i);

        if ((int) finding->severity != severity || n++ >= MOST_TOLD)
          continue;
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", severity == MATTRA_SEVERITY_FAULT ? "✗" : "·",
                                finding->message);
      }
  if (n > MOST_TOLD)
    g_string_append_printf (text, ngettext ("\n… and %u more", "\n… and %u more", n - MOST_TOLD), n - MOST_TOLD);
  if (n == 0)
    g_string_append (text, _("Nothing is missing"));
  return g_string_free (text, FALSE);
}

/* The page on which what is found of the whole plan is mended. */
static const char *
find_page (const char *field)
{
  if (g_str_equal (field, "score") || g_str_equal (field, "weakness"))
    return "indicators";
  return g_str_equal (field, "topic") ? "topics" : "publications";
}

/* The first that is told, of those that have a place; when it is mended the next one is the first. */
static char *
lead_to (GPtrArray *findings)
{
  for (int severity = MATTRA_SEVERITY_FAULT; severity >= MATTRA_SEVERITY_NOTICE; severity--)
    for (guint i = 0; i < findings->len; i++)
      {
        const MattraFinding *finding = g_ptr_array_index (findings, i);

        if ((int) finding->severity == severity && finding->field != NULL)
          return g_strconcat (finding->measure != NULL ? finding->measure : find_page (finding->field),
                              MATTRA_PEOPLE_LEADS_SEPARATOR, finding->field, NULL);
      }
  return NULL;
}

static gboolean
load_live (MattraStore  *store,
           MattraPlan   *plan,
           MattraDate    day,
           GHashTable   *texts,
           GError      **error)
{
  for (guint i = 0; i < n_rows (plan); i++)
    {
      const MattraPublication *item = item_at (plan, i);
      g_autoptr (GPtrArray) findings = NULL;
      char *target = NULL;

      if (item->fiscal_year != mattra_plan_get_fiscal_year (plan))
        continue;
      findings = mattra_publish_check (store, plan, item, day, error);
      if (findings == NULL)
        return FALSE;
      g_hash_table_insert (texts, g_strconcat (item->id, "/check", NULL), tell (findings));
      target = lead_to (findings);
      if (target != NULL)
        g_hash_table_insert (texts, g_strconcat (item->id, "/check", MATTRA_PEOPLE_LEADS_TO, NULL), target);
    }
  return TRUE;
}

static char *
dup_summary (MattraPlan *plan)
{
  return n_rows (plan) > 0 ? NULL : g_strdup (_("The register knows of no items that this year’s assessment asks for."));
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s of an item of another year"), title);
}

const MattraPeopleKind mattra_people_publications = {
  .place = "publication",
  .page = "publications",
  .title = N_("Publication"),
  .purpose = N_("How the items of the assessment are answered, and what their reports still lack. The explanation is to be "
                "copied; score and comment that come back stand in next year’s analysis."),
  .columns = columns,
  .name_field = "item",
  .set_act = "set-publication",
  .fixed = TRUE,
  .asks = TRUE,
  .action = MATTRA_ACTION_EDIT_PLAN,
  .dup_gone = dup_gone,
  .n_rows = n_rows,
  .get_id = get_id,
  .dup_text = dup_text,
  .understand = understand,
  .set = set,
  .load_live = load_live,
  .dup_summary = dup_summary,
};
