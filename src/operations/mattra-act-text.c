/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-act-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An act's name quotes no more of a text than this, in characters. */
#define MAX_QUOTED 24

typedef struct
{
  const char *name;
  const char *text;
} Word;

static const Word acts[] = {
  { "create", N_("a new register") },
  { "import", N_("import") },
  { "attach-scan", N_("scan of a confirmed version") },
  { "comment", N_("comment on a measure") },
  { "set-comment", N_("comment on a measure") },
  { "delete-comment", N_("comment on a measure") },
  { "set-analysis", N_("analysis of the scores") },
  { "set-publication", N_("answer to an item of the assessment") },
  { "set-catalogue", N_("names and numbers of the assessment") },
  { "insert-request", N_("request to a division") },
  { "set-request", N_("request to a division") },
  { "delete-request", N_("request to a division") },
  { "roll-over", N_("start of the next year or round") },
  { "take-measures", N_("measures from the library") },
  { "answer-carried", N_("answer to an earlier recommendation") },
  { "decide", N_("decision of a meeting") },
  { "insert-minute", N_("line of the minutes") },
  { "set-minute", N_("line of the minutes") },
  { "delete-minute", N_("line of the minutes") },
  { "keep-versions", N_("kept versions of a restored register") },
  { "keep-reviews", N_("kept reviews of a restored register") },
};

static const Word tables[] = {
  { "organisation", N_("office") },
  { "plan", N_("plan") },
  { "round", N_("round") },
  { "division", N_("division") },
  { "division_alias", N_("other name of a division") },
  { "party_division", N_("division of a responsible party") },
  { "person", N_("person") },
  { "post", N_("post") },
  { "appointment", N_("appointment") },
  { "report_settings", N_("setting of the report") },
  { "score", N_("score of an ITA indicator") },
  { "document", N_("number of a paper") },
  { "committee_member", N_("member of the committee") },
  { "seal", N_("confirmed version") },
  { "scan", N_("scan of a confirmed version") },
  { "review", N_("review of an answer") },
  { "comment", N_("comment on a measure") },
  { "analysis", N_("analysis of the scores") },
  { "publication", N_("answer to an item of the assessment") },
  { "request", N_("request to a division") },
  { "indicator", N_("ITA indicator") },
  { "topic", N_("topic of the analysis") },
  { "oit_item", N_("item of the assessment") },
  { "origin", N_("origin of a measure") },
  { "carried", N_("earlier recommendation") },
  { "minute", N_("line of the minutes") },
  { "evidence", N_("evidence") },
};

static const char *
find_word (const Word *words,
           guint       n_words,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].name, name))
      return _(words[i].text);
  return name;
}

static const char *
kind_text (MattraActKind kind)
{
  static const char *const texts[] = {
    [MATTRA_ACT_EDIT] = N_("edit"), [MATTRA_ACT_IMPORT] = N_("import"), [MATTRA_ACT_UNDO] = N_("undo"),
    [MATTRA_ACT_REDO] = N_("redo"), [MATTRA_ACT_SEAL] = N_("seal"),     [MATTRA_ACT_REVIEW] = N_("review"),
  };

  return (guint) kind < G_N_ELEMENTS (texts) ? _(texts[kind]) : "";
}

static gboolean
is_measure (const char *target)
{
  return !g_str_equal (target, "organisation") && !g_str_equal (target, "plan")
         && !g_str_has_prefix (target, "person:") && !g_str_has_prefix (target, "division:")
         && !g_str_has_prefix (target, "paper:") && !g_str_has_prefix (target, "member:");
}

static gboolean
is_replacement (const MattraChange *change)
{
  return g_str_equal (change->name, "replace") && change->arguments && strchr (change->arguments, '\t');
}

/* The arguments of a review are the number of the measure, or its ULID, a tab and what happened. */
static char *
describe_review (const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments, "\t", 2);
  MattraReviewVerdict verdict;

  if (g_strv_length (words) < 2 || !mattra_review_verdict_from_string (words[1], &verdict))
    return g_strdup (arguments);
  return g_strdup_printf (_("answer to measure %s: %s"), words[0], mattra_review_verdict_to_text (verdict));
}

/**
 * mattra_act_text_target:
 * @change: a change of an act
 *
 * Returns: (transfer full): what the act changed, or its name where it changed more than one cell
 */
char *
mattra_act_text_target (const MattraChange *change)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  if (is_replacement (change))
    return mattra_act_describe (change->name, change->arguments);
  if (g_str_equal (change->name, "review") && change->arguments)
    return describe_review (change->arguments);
  if (g_str_equal (change->name, "seal") && change->arguments)
    return g_strdup_printf (_("version %s"), change->arguments);
  words = g_strsplit (change->arguments ? change->arguments : "", "\t", 2);
  if (g_strv_length (words) < 2 || g_str_equal (change->name, "roll-over"))
    return g_strdup (find_word (acts, G_N_ELEMENTS (acts), change->name));
  if (is_measure (words[0]))
    return g_strdup_printf (_("%s of measure %s"), words[1], words[0]);
  return g_strdup_printf (_("%s of %s"), words[1], words[0]);
}

/**
 * mattra_act_text:
 * @change: a change of an act
 *
 * Returns: (transfer full): what sort of act it was and what it changed
 */
char *
mattra_act_text (const MattraChange *change)
{
  g_autofree char *target = mattra_act_text_target (change);

  g_return_val_if_fail (target != NULL, NULL);

  if (change->kind == MATTRA_ACT_IMPORT)
    return g_steal_pointer (&target);
  return g_strdup_printf ("%s: %s", kind_text (change->kind), target);
}

/**
 * mattra_act_text_place:
 * @change: a change of an act
 *
 * Returns: (transfer full): where it was: a field as in JSON, or else what sort of thing was changed
 */
char *
mattra_act_text_place (const MattraChange *change)
{
  const char *table;

  g_return_val_if_fail (change != NULL, NULL);

  if (change->field)
    return g_strdup (change->field);
  if (g_str_equal (change->table, "measure"))
    return g_strdup ("title");
  table = find_word (tables, G_N_ELEMENTS (tables), change->table);
  return change->column && !g_str_equal (change->column, "deleted")
           ? g_strdup_printf ("%s, %s", table, change->column) : g_strdup (table);
}

/**
 * mattra_act_text_time:
 * @change: a change of an act
 *
 * Returns: (transfer full): when it was, by the clock on the wall
 */
char *
mattra_act_text_time (const MattraChange *change)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  utc = g_date_time_new_from_iso8601 (change->at_utc, NULL);
  local = utc ? g_date_time_to_local (utc) : NULL;
  return local ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : g_strdup (change->at_utc);
}

/* What acts are called in a menu, after "Undo:". Those on one field say which, by the second word of their
 * arguments. */
static const Word act_names[] = {
  { "create", N_("New register") },
  { "import", N_("Import") },
  { "set", N_("Change") },
  { "paste", N_("Paste") },
  { "cut", N_("Cut") },
  { "clear", N_("Clear cells") },
  { "fill", N_("Fill down") },
  { "replace", N_("Replace text") },
  { "insert-measure", N_("New measure") },
  { "duplicate-measure", N_("Duplicate measure") },
  { "move-measure", N_("Move measure") },
  { "delete-measure", N_("Delete measure") },
  { "restore-measure", N_("Put measure back") },
  { "put-back", N_("Put an older text back") },
  { "set-parties", N_("Change responsible parties") },
  { "set-status", N_("Change status") },
  { "set-step-done", N_("Tick step") },
  { "renumber", N_("Number measures anew") },
  { "settle", N_("Settle question") },
  { "assign-round", N_("Choose round of results") },
  { "copy-answers", N_("Copy results of the first half") },
  { "set-round", N_("Change round") },
  { "set-office", N_("Change office") },
  { "set-report-title", N_("Change title of the report") },
  { "set-report-preface", N_("Change preface of the report") },
  { "set-signing", N_("Change how signatures stand") },
  { "set-report-text", N_("Change text of a report") },
  { "set-report-columns", N_("Change columns of a report") },
  { "set-report-signers", N_("Change who signs a report") },
  { "set-report-option", N_("Change how a report is printed") },
  { "set-score", N_("Change score") },
  { "import-scores", N_("Take in scores") },
  { "insert-person", N_("New person") },
  { "set-person", N_("Change person") },
  { "move-person", N_("Move person") },
  { "delete-person", N_("Delete person") },
  { "insert-division", N_("New division") },
  { "set-division", N_("Change division") },
  { "set-aliases", N_("Change other names of a division") },
  { "move-division", N_("Move division") },
  { "delete-division", N_("Delete division") },
  { "insert-paper", N_("New number of a paper") },
  { "set-paper", N_("Change number of a paper") },
  { "delete-paper", N_("Remove number of a paper") },
  { "insert-member", N_("New member of the committee") },
  { "set-member", N_("Change member of the committee") },
  { "move-member", N_("Move member of the committee") },
  { "delete-member", N_("Remove member of the committee") },
  { "set-picture", N_("Change picture") },
  { "seal", N_("Confirm version") },
  { "attach-scan", N_("Attach scan") },
  { "keep-versions", N_("Keep versions of a restored register") },
  { "keep-reviews", N_("Keep reviews of a restored register") },
  { "review", N_("Review answer") },
  { "comment", N_("Comment on measure") },
  { "set-comment", N_("Change comment on measure") },
  { "delete-comment", N_("Remove comment on measure") },
  { "set-analysis", N_("Change analysis of the scores") },
  { "set-publication", N_("Change answer to an item of the assessment") },
  { "set-catalogue", N_("Change names and numbers of the assessment") },
  { "insert-request", N_("Record request to a division") },
  { "set-request", N_("Change request to a division") },
  { "delete-request", N_("Remove request to a division") },
  { "roll-over", N_("Start next year or round") },
  { "take-measures", N_("Take measures from the library") },
  { "answer-carried", N_("Answer earlier recommendation") },
  { "decide", N_("Decision of a meeting") },
  { "insert-minute", N_("New line of the minutes") },
  { "set-minute", N_("Change line of the minutes") },
  { "delete-minute", N_("Remove line of the minutes") },
  { "add-evidence", N_("Add evidence") },
  { "change-evidence", N_("Change evidence") },
  { "move-evidence", N_("Move evidence") },
  { "remove-evidence", N_("Remove evidence") },
};

static const Word field_names[] = {
  { "number", N_("Change number") },
  { "title", N_("Change measure") },
  { "section", N_("Change section") },
  { "period_text", N_("Change period") },
  { "period_start", N_("Change period") },
  { "period_end", N_("Change period") },
  { "ita_indicator", N_("Change ITA indicator") },
  { "topic", N_("Change topic") },
  { "recurrence", N_("Change recurrence") },
  { "responsible", N_("Change responsible parties") },
  { "steps", N_("Change steps") },
  { "indicators", N_("Change indicators of success") },
  { "follow_up", N_("Change follow-up") },
  { "budget", N_("Change budget") },
  { "note", N_("Change note") },
  { "status", N_("Change status") },
  { "results", N_("Change results") },
  { "obstacles", N_("Change obstacles") },
  { "recommendations", N_("Change recommendations") },
  { "evidence", N_("Change evidence") },
};

static const Word target_names[] = {
  { "organisation", N_("Change office") },
  { "plan", N_("Change plan settings") },
  { "person", N_("Change person") },
  { "division", N_("Change division") },
  { "paper", N_("Change number of a paper") },
  { "member", N_("Change member of the committee") },
};

static const char *
name_of_set (const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments, "\t", 2);
  g_autofree char *target = NULL;
  const char *known;

  if (g_strv_length (words) < 2)
    return _("Change");
  if (g_str_has_prefix (words[1], "extra:"))
    return _("Change column");
  target = g_strndup (words[0], strcspn (words[0], ":"));
  known = find_word (target_names, G_N_ELEMENTS (target_names), target);
  if (known != target)
    return known;
  known = find_word (field_names, G_N_ELEMENTS (field_names), words[1]);
  return known != words[1] ? known : _("Change");
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTED)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_QUOTED);
  return g_strconcat (start, "…", NULL);
}

static char *
name_of_replacement (const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments, "\t", 2);
  g_autofree char *find = shorten (words[0]);
  g_autofree char *replacement = shorten (words[1]);

  if (*replacement == '\0')
    return g_strdup_printf (_("Replace “%s” by nothing"), find);
  return g_strdup_printf (_("Replace “%s” by “%s”"), find, replacement);
}

/**
 * mattra_act_describe:
 * @name: name of an act, as the register keeps it
 * @arguments: (nullable): what it was given: for "set" the target, a tab and the field, for "replace" the text,
 *   a tab and what it becomes
 *
 * Says in a few words what an act does, for a menu, a button or a message: "Change results". A name that has
 * no words is returned as it is.
 *
 * Returns: (transfer full): the words, translated
 */
char *
mattra_act_describe (const char *name,
                     const char *arguments)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_equal (name, "set") && arguments != NULL)
    return g_strdup (name_of_set (arguments));
  if (g_str_equal (name, "replace") && arguments != NULL && strchr (arguments, '\t') != NULL)
    return name_of_replacement (arguments);
  return g_strdup (find_word (act_names, G_N_ELEMENTS (act_names), name));
}
