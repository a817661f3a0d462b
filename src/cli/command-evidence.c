/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-evidence-edit.h"
#include "mattra-evidence-file.h"
#include "mattra-find.h"
#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"

typedef enum
{
  VERB_ADD,
  VERB_LIST,
  VERB_EXTRACT,
  VERB_REMOVE,
  VERB_CAPTION,
  VERB_MOVE,
} Verb;

/* What follows the verb: how many words at least and at most; 0 for any number. */
static const struct
{
  const char *word;
  guint min;
  guint max;
  const char *usage;
} verbs[] = {
  [VERB_ADD] = { "add", 1, 0, N_("evidence FILE MEASURE add WHAT…: say which files or links") },
  [VERB_LIST] = { "list", 0, 0, N_("evidence FILE MEASURE list takes no more words") },
  [VERB_EXTRACT] = { "extract", 1, 2, N_("evidence FILE MEASURE extract N [TO]: say which, by its number in the list") },
  [VERB_REMOVE] = { "remove", 1, 1, N_("evidence FILE MEASURE remove N: say which, by its number in the list") },
  [VERB_CAPTION] = { "caption", 2, 2, N_("evidence FILE MEASURE caption N TEXT: say which, and the text") },
  [VERB_MOVE] = { "move", 2, 2, N_("evidence FILE MEASURE move N PLACE: say which, and the place where it is to stand") },
};

typedef struct
{
  char *division;
  char *round;
  char *caption;
  char *step;
  char *result;
  gboolean json;
  gboolean links;
  gboolean replace;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->division);
  g_free (self->round);
  g_free (self->caption);
  g_free (self->step);
  g_free (self->result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* What a run works on. */
typedef struct
{
  MattraStore *store;
  MattraPlan *plan;
  MattraMeasure *measure; /* NULL for the list of all */
  MattraRound round;
  const char *division;
  MattraActor actor;
  gboolean has_actor;
} Work;

static void
work_clear (Work *self)
{
  g_clear_object (&self->measure);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Who acts, and whose answer it is. */
static gboolean
find_people (Work              *work,
             MattraInvocation  *self,
             const Words       *words,
             GError           **error)
{
  if (!mattra_open_actor (self, work->store, work->plan, &work->actor, error))
    return FALSE;
  work->has_actor = work->actor.name != NULL;
  if (words->division != NULL)
    return mattra_find_division (work->plan, words->division, &work->division, error);
  if (work->has_actor && work->measure != NULL)
    work->division = mattra_actor_answers_as (&work->actor, work->plan, work->measure, work->round);
  return TRUE;
}

/* @measure is NULL for all. */
static gboolean
begin (Work              *work,
       MattraInvocation  *self,
       const Words       *words,
       const char        *measure,
       gboolean           read_only,
       GError           **error)
{
  work->store = read_only ? mattra_open_store (self->operands[0], TRUE, error)
                          : mattra_open_writer (self, self->operands[0], error);
  work->plan = work->store != NULL ? mattra_open_plan (self, work->store, error) : NULL;
  if (work->plan == NULL || !mattra_open_round (work->plan, &work->round, error))
    return FALSE;
  if (measure != NULL)
    work->measure = mattra_find_measure (work->store, work->plan, measure, error);
  return (measure == NULL || work->measure != NULL) && find_people (work, self, words, error);
}

/* Finds a piece of evidence by its number in the list or its key. */
static const MattraEvidence *
find_evidence (Work        *work,
               const char  *word,
               GError     **error)
{
  g_autoptr (GPtrArray) list = mattra_evidence_of_round (work->measure, work->plan, work->round);
  gint64 number = 0;

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((MattraEvidence *) g_ptr_array_index (list, i))->id, word) == 0)
      return g_ptr_array_index (list, i);
  if (list->len > 0 && g_ascii_string_to_signed (word, 10, 1, list->len, &number, NULL))
    return g_ptr_array_index (list, number - 1);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               ngettext ("“%s” is no evidence of this measure in the round; the list has %u",
                         "“%s” is no evidence of this measure in the round; the list has %u", list->len),
               word, list->len);
  return NULL;
}

/* Adding */

/* A word with a scheme is a link, unless a file has that name; one letter and a colon begin a path of Windows. */
static gboolean
is_link (const char *word)
{
  gsize n = strspn (word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

  return n > 1 && word[n] == ':' && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static gboolean
find_item (GPtrArray   *items,
           const char  *option,
           const char  *word,
           const char **item,
           GError     **error)
{
  gint64 number = 0;

  if (word == NULL)
    return TRUE;
  if (items->len > 0 && g_ascii_string_to_signed (word, 10, 1, items->len, &number, NULL))
    {
      *item = ((MattraItem *) g_ptr_array_index (items, number - 1))->id;
      return TRUE;
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("%s %s: there are %u"), option, word, items->len);
  return FALSE;
}

static gboolean
find_proved (Work         *work,
             const Words  *words,
             const char  **item,
             GError      **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  MattraAnswer *answer = mattra_measure_find_answer (work->measure, work->round, work->division);
  GPtrArray *results = answer != NULL ? mattra_answer_get_items (answer, MATTRA_ITEM_RESULT) : none;

  return find_item (mattra_measure_get_items (work->measure, MATTRA_ITEM_STEP), "--step", words->step, item, error)
         && find_item (results, "--result", words->result, item, error);
}

static gboolean
add (Work              *work,
     MattraInvocation  *self,
     const Words       *words,
     GError           **error)
{
  guint n = self->n_operands - 3;
  g_autofree MattraEvidenceEdit *edits = g_new0 (MattraEvidenceEdit, n);
  const char *item = NULL;

  if (!find_proved (work, words, &item, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *word = self->operands[3 + i];

      edits[i] = (MattraEvidenceEdit) { MATTRA_EVIDENCE_ADD, mattra_measure_get_id (work->measure), NULL, work->round,
                                        work->division, item, words->caption };
      if (is_link (word))
        edits[i].url = word;
      else
        edits[i].path = edits[i].file_name = word;
    }
  if (!mattra_evidence_apply (work->store, work->plan, work->has_actor ? &work->actor : NULL, edits, n, error))
    return FALSE;
  mattra_output_line (ngettext ("Measure %s: %u piece of evidence added",
                                "Measure %s: %u pieces of evidence added", n), self->operands[1], n);
  return TRUE;
}

/* Changing */

/* Returns: the one behind which number @place of the list is, @moved being taken out; %NULL for the first place. */
static gboolean
find_place (Work                  *work,
            const MattraEvidence  *moved,
            const char            *place,
            const char           **after,
            GError               **error)
{
  g_autoptr (GPtrArray) list = mattra_evidence_of_answer (work->measure, moved->round, moved->division);
  gint64 number = 0;

  g_ptr_array_remove (list, (gpointer) moved);
  if (!g_ascii_string_to_signed (place, 10, 1, list->len + 1, &number, NULL))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("“%s” is no place from 1 to %u"), place, list->len + 1);
      return FALSE;
    }
  *after = number > 1 ? ((MattraEvidence *) g_ptr_array_index (list, number - 2))->id : NULL;
  return TRUE;
}

static gboolean
change (Work              *work,
        MattraInvocation  *self,
        Verb               verb,
        GError           **error)
{
  const MattraEvidence *evidence = find_evidence (work, self->operands[3], error);
  MattraEvidenceEdit edit = { .measure = mattra_measure_get_id (work->measure) };

  if (evidence == NULL)
    return FALSE;
  edit.evidence = evidence->id;
  edit.verb = verb == VERB_REMOVE ? MATTRA_EVIDENCE_REMOVE
              : verb == VERB_MOVE ? MATTRA_EVIDENCE_MOVE : MATTRA_EVIDENCE_CAPTION;
  if (verb == VERB_CAPTION)
    edit.caption = self->operands[4];
  if (verb == VERB_MOVE && !find_place (work, evidence, self->operands[4], &edit.after, error))
    return FALSE;
  if (!mattra_evidence_apply (work->store, work->plan, work->has_actor ? &work->actor : NULL, &edit, 1, error))
    return FALSE;
  mattra_output_line (verb == VERB_REMOVE ? _("Measure %s: “%s” is taken away; undo brings it back")
                                          : _("Measure %s: “%s” is changed"),
                      self->operands[1], mattra_evidence_get_text (evidence));
  return TRUE;
}

static gboolean
extract (Work              *work,
         MattraInvocation  *self,
         const Words       *words,
         GError           **error)
{
  const MattraEvidence *evidence = find_evidence (work, self->operands[3], error);
  g_autofree char *written = NULL;

  if (evidence == NULL
      || !mattra_evidence_extract (work->store, evidence, self->n_operands > 4 ? self->operands[4] : ".", words->replace,
                                   &written, error))
    return FALSE;
  mattra_output_line ("%s", written);
  return TRUE;
}

/* Listing */

static void
print_evidence (Work                 *work,
                MattraMeasure        *measure,
                guint                 number,
                const MattraEvidence *evidence)
{
  const char *division = mattra_output_division (work->plan, evidence->division);
  g_autofree char *item = mattra_evidence_describe_item (evidence, measure);
  g_autofree char *size = evidence->kind == MATTRA_EVIDENCE_FILE ? g_format_size (evidence->length) : NULL;

  mattra_output_line ("%3u  %s  %s%s%s", number, division != NULL ? division : _("all jointly"),
                      mattra_evidence_get_text (evidence), item != NULL ? " · " : "", item != NULL ? item : "");
  if (evidence->kind == MATTRA_EVIDENCE_LINK)
    mattra_output_line ("     %s", evidence->url);
  else
    mattra_output_line ("     %s · %s · %s · %.16s", evidence->file_name, mattra_evidence_type_name (evidence->media_type),
                        size, evidence->blob);
}

static void
write_evidence (Work                 *work,
                MattraMeasure        *measure,
                guint                 number,
                const MattraEvidence *evidence,
                MattraJsonWriter     *writer)
{
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "measure", evidence->measure);
  mattra_json_writer_add_int (writer, "measure_number", mattra_measure_get_number (measure));
  mattra_json_writer_add_int (writer, "number", number);
  mattra_json_writer_add_string (writer, "id", evidence->id);
  mattra_json_writer_add_string (writer, "round", mattra_round_to_string (evidence->round));
  mattra_json_writer_add_string (writer, "division", mattra_output_division (work->plan, evidence->division));
  mattra_json_writer_add_string (writer, "item", evidence->item);
  mattra_json_writer_add_string (writer, "kind", mattra_evidence_kind_to_string (evidence->kind));
  mattra_json_writer_add_string (writer, "caption", evidence->caption);
  mattra_json_writer_add_string (writer, "url", evidence->url);
  mattra_json_writer_add_string (writer, "file_name", evidence->file_name);
  mattra_json_writer_add_string (writer, "media_type", evidence->media_type);
  mattra_json_writer_add_string (writer, "sha256", evidence->blob);
  if (evidence->kind == MATTRA_EVIDENCE_FILE)
    mattra_json_writer_add_int (writer, "length", evidence->length);
  else
    mattra_json_writer_add_null (writer, "length");
  mattra_json_writer_end_object (writer);
}

/* @writer is NULL where the list is for people. The links alone are text to copy: a line for each. */
static void
list_measure (Work             *work,
              const Words      *words,
              MattraMeasure    *measure,
              MattraJsonWriter *writer)
{
  g_autoptr (GPtrArray) list = mattra_evidence_of_round (measure, work->plan, work->round);
  gboolean headed = work->measure != NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const MattraEvidence *evidence = g_ptr_array_index (list, i);

      if ((words->division != NULL && g_strcmp0 (evidence->division, work->division) != 0)
          || (words->links && evidence->kind != MATTRA_EVIDENCE_LINK))
        continue;
      if (writer != NULL)
        write_evidence (work, measure, i + 1, evidence, writer);
      else if (words->links)
        mattra_output_line ("%s%s%s", evidence->caption != NULL ? evidence->caption : "",
                            evidence->caption != NULL ? ": " : "", evidence->url);
      else
        {
          if (!headed)
            mattra_output_line ("%d  %s", mattra_measure_get_number (measure), mattra_measure_get_title (measure));
          headed = TRUE;
          print_evidence (work, measure, i + 1, evidence);
        }
    }
}

static gboolean
list_all (Work              *work,
          const Words       *words,
          MattraJsonWriter  *writer,
          GError           **error)
{
  g_autoptr (MattraMeasureSource) measures = NULL;
  g_autoptr (GError) failure = NULL;
  MattraMeasure *next;

  if (work->measure != NULL)
    {
      list_measure (work, words, work->measure, writer);
      return TRUE;
    }
  measures = mattra_store_list_measures (work->store, mattra_plan_get_id (work->plan), NULL, error);
  if (measures == NULL)
    return FALSE;
  while (!mattra_output_failed () && (next = mattra_measure_source_next (measures, &failure)) != NULL)
    {
      g_autoptr (MattraMeasure) measure = next;

      list_measure (work, words, measure, writer);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
list (Work         *work,
      const Words  *words,
      GError      **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (MattraJsonWriter) writer = NULL;

  if (!words->json)
    return list_all (work, words, NULL, error);
  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  writer = mattra_json_writer_new (stream);
  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_begin_array (writer, "evidence");
  if (!list_all (work, words, writer, error))
    return FALSE;
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

/* The usage of all forms: of a list the measure may be left out. */
static gboolean
check_words (MattraInvocation  *self,
             const Words       *words,
             Verb              *verb,
             GError           **error)
{
  gboolean of_all = self->n_operands == 2;
  const char *word = self->operands[of_all ? 1 : 2];
  guint n = of_all ? 0 : self->n_operands - 3;
  MattraChoice choices[G_N_ELEMENTS (verbs) + 1] = { { NULL, 0 } };
  int chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    choices[i] = (MattraChoice) { verbs[i].word, i };
  if (!mattra_argument_choice ("evidence", word, choices, &chosen, error))
    return FALSE;
  *verb = chosen;
  if (n < verbs[chosen].min || (n > verbs[chosen].max && chosen != VERB_ADD) || (of_all && chosen != VERB_LIST))
    return mattra_argument_refuse (error, _(verbs[chosen].usage));
  if ((words->json || words->links) && chosen != VERB_LIST)
    return mattra_argument_refuse (error, _("--json and --links belong to the list: evidence FILE list --links"));
  if ((words->step != NULL || words->result != NULL || words->caption != NULL) && chosen != VERB_ADD)
    return mattra_argument_refuse (error, _("--step, --result and --caption belong to evidence that is added"));
  return words->step == NULL || words->result == NULL
         || mattra_argument_refuse (error, _("Evidence proves a step or a result: take --step or --result, not both"));
}

static gboolean
run_verb (MattraInvocation  *self,
          const Words       *words,
          Verb               verb,
          MattraRound        round,
          GError           **error)
{
  g_auto (Work) work = { .round = round };
  const char *measure = self->n_operands == 2 ? NULL : self->operands[1];

  if (!begin (&work, self, words, measure, verb == VERB_LIST || verb == VERB_EXTRACT, error))
    return FALSE;
  if (verb == VERB_LIST)
    return list (&work, words, error);
  if (verb == VERB_ADD)
    return add (&work, self, words, error);
  return verb == VERB_EXTRACT ? extract (&work, self, words, error) : change (&work, self, verb, error);
}

static MattraExit
run_evidence (MattraInvocation  *self,
              GError           **error)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &words.division,
      N_("Whose answer it is (else that of PERSON's division, or the joint one)"), N_("D") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &words.round,
      N_("The round of an answer: first-half or full-year (else that of the last import)"), N_("R") },
    { "step", 0, 0, G_OPTION_ARG_FILENAME, &words.step, N_("Which step it proves, from 1"), N_("N") },
    { "result", 0, 0, G_OPTION_ARG_FILENAME, &words.result, N_("Which result it proves, from 1"), N_("N") },
    { "caption", 0, 0, G_OPTION_ARG_FILENAME, &words.caption, N_("What it shows"), N_("T") },
    { "links", 0, 0, G_OPTION_ARG_NONE, &words.links, N_("List links alone, as text to copy"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &words.replace, N_("Write over a file that is there"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print the list as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  MattraRound round = MATTRA_ROUND_NONE;
  Verb verb = VERB_LIST;

  if (!mattra_invocation_parse (self, entries, error) || !check_words (self, &words, &verb, error)
      || !mattra_argument_round (words.round, &round, error))
    return MATTRA_EXIT_DONE;
  return run_verb (self, &words, verb, round, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_evidence = {
  .name = "evidence",
  .operands = N_("FILE MEASURE add|list|extract|remove|caption|move …, or FILE list"),
  .summary = N_("Add, list or take out the links and files that prove an answer"),
  .description = N_("add WHAT…: links (https:// or http://) and files, PDF, JPEG, PNG, DOCX, XLSX or ODT by their content,\n"
                    "up to 50 MiB each; a copy is kept in the register. extract N [TO]: writes a copy of a file to the\n"
                    "folder or file TO, else here. remove N, caption N TEXT, move N PLACE. N is the number in the list\n"
                    "of the measure and round, or the key."),
  .min_operands = 2,
  .max_operands = 0,
  .writes = TRUE,
  .run = run_evidence,
};
