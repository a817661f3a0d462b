/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-plan.h"

#include <string.h>

#include "mattra-committee.h"

#define N_ROUNDS 2

struct _MattraPlan
{
  GObject parent_instance;

  char *id;
  int fiscal_year;
  int analysed_year;
  MattraOrganisation organisation;
  MattraPlanRound rounds[N_ROUNDS];
  MattraDivisionList *divisions;
  GPtrArray *signers;
  GPtrArray *scores;
  GPtrArray *analyses;
  GPtrArray *publications;
  GPtrArray *requests;
  GPtrArray *papers;
  GPtrArray *members;
  GPtrArray *former_members;
  GPtrArray *minutes;
  GHashTable *settings;
};

G_DEFINE_FINAL_TYPE (MattraPlan, mattra_plan, G_TYPE_OBJECT)

/**
 * mattra_signer_new:
 * @name: name as in the parentheses of a signature block
 *
 * Makes a signer without post and role.
 *
 * Returns: (transfer full): the signer
 */
MattraSigner *
mattra_signer_new (const char *name)
{
  MattraSigner *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (MattraSigner, 1);
  self->name = g_strdup (name);
  self->from = MATTRA_DATE_NONE;
  self->until = MATTRA_DATE_NONE;

  return self;
}

/**
 * mattra_signer_free:
 * @self: (transfer full): a signer
 *
 * Frees a signer.
 */
void
mattra_signer_free (MattraSigner *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->sort_key);
  g_free (self->role);
  g_free (self->rank);
  g_free (self->name);
  g_free (self->post);
  g_free (self->acting);
  g_free (self->division);
  g_free (self);
}

/**
 * mattra_indicator_score_new:
 * @indicator: ITA indicator, 1-10
 * @name: (nullable): its name in the year of the score
 * @score: the points, 0-100; negative where unknown
 *
 * Makes a score of one ITA indicator.
 *
 * Returns: (transfer full): the score
 */
MattraIndicatorScore *
mattra_indicator_score_new (int         indicator,
                            const char *name,
                            double      score)
{
  MattraIndicatorScore *self = g_new0 (MattraIndicatorScore, 1);

  self->indicator = indicator;
  self->name = g_strdup (name);
  self->score = score;

  return self;
}

/**
 * mattra_indicator_score_free:
 * @self: (transfer full): a score
 *
 * Frees a score.
 */
void
mattra_indicator_score_free (MattraIndicatorScore *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self);
}

static void
clear_organisation (MattraOrganisation *organisation)
{
  g_clear_pointer (&organisation->id, g_free);
  g_clear_pointer (&organisation->name, g_free);
  g_clear_pointer (&organisation->district, g_free);
  g_clear_pointer (&organisation->province, g_free);
  g_clear_pointer (&organisation->website, g_free);
  g_clear_pointer (&organisation->emblem, g_free);
  g_clear_pointer (&organisation->garuda, g_free);
}

static void
mattra_plan_finalize (GObject *object)
{
  MattraPlan *self = MATTRA_PLAN (object);

  g_free (self->id);
  clear_organisation (&self->organisation);
  for (guint i = 0; i < N_ROUNDS; i++)
    g_free (self->rounds[i].id);
  g_clear_object (&self->divisions);
  g_clear_pointer (&self->signers, g_ptr_array_unref);
  g_clear_pointer (&self->scores, g_ptr_array_unref);
  g_clear_pointer (&self->analyses, g_ptr_array_unref);
  g_clear_pointer (&self->publications, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->former_members, g_ptr_array_unref);
  g_clear_pointer (&self->minutes, g_ptr_array_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);

  G_OBJECT_CLASS (mattra_plan_parent_class)->finalize (object);
}

static void
mattra_plan_class_init (MattraPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mattra_plan_finalize;
}

static void
mattra_plan_init (MattraPlan *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->organisation.name = g_strdup ("");
  self->divisions = mattra_division_list_new (none);
  self->signers = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_signer_free);
  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_indicator_score_free);
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_analysis_free);
  self->publications = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_publication_free);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_request_free);
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_paper_free);
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_member_free);
  self->former_members = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_member_free);
  self->minutes = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_minute_free);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
init_round (MattraPlan  *self,
            guint        position,
            MattraRound  round)
{
  MattraPlanRound *plan_round = &self->rounds[position];

  plan_round->round = round;
  mattra_round_bounds (round, self->fiscal_year, &plan_round->start, &plan_round->end);
  plan_round->answers_due = MATTRA_DATE_NONE;
  plan_round->open = TRUE;
}

/**
 * mattra_plan_new:
 * @fiscal_year: fiscal year in the Buddhist era, e.g. 2566
 *
 * Makes the plan of a fiscal year with both of its rounds open, no divisions, no people, and the year
 * before as the analysed one.
 *
 * Returns: (transfer full): the plan
 */
MattraPlan *
mattra_plan_new (int fiscal_year)
{
  MattraPlan *self = g_object_new (MATTRA_TYPE_PLAN, NULL);

  self->fiscal_year = fiscal_year;
  self->analysed_year = fiscal_year - 1;
  init_round (self, 0, MATTRA_ROUND_FIRST_HALF);
  init_round (self, 1, MATTRA_ROUND_FULL_YEAR);

  return self;
}

/**
 * mattra_plan_get_id:
 * @self: a plan
 *
 * Gets the ULID.
 *
 * Returns: (transfer none) (nullable): the ULID, %NULL until the register gave one
 */
const char *
mattra_plan_get_id (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->id;
}

/**
 * mattra_plan_set_id:
 * @self: a plan
 * @id: (nullable): the ULID
 *
 * Sets the ULID.
 */
void
mattra_plan_set_id (MattraPlan *self,
                    const char *id)
{
  char *copy;

  g_return_if_fail (MATTRA_IS_PLAN (self));

  copy = g_strdup (id);
  g_free (self->id);
  self->id = copy;
}

/**
 * mattra_plan_get_fiscal_year:
 * @self: a plan
 *
 * Gets the fiscal year.
 *
 * Returns: the year in the Buddhist era
 */
int
mattra_plan_get_fiscal_year (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), 0);

  return self->fiscal_year;
}

/**
 * mattra_plan_get_analysed_year:
 * @self: a plan
 *
 * Gets the fiscal year whose assessment the plan follows from; the year before unless set.
 *
 * Returns: the year in the Buddhist era
 */
int
mattra_plan_get_analysed_year (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), 0);

  return self->analysed_year;
}

/**
 * mattra_plan_set_analysed_year:
 * @self: a plan
 * @year: fiscal year in the Buddhist era
 *
 * Sets the fiscal year whose assessment the plan follows from.
 */
void
mattra_plan_set_analysed_year (MattraPlan *self,
                               int         year)
{
  g_return_if_fail (MATTRA_IS_PLAN (self));

  self->analysed_year = year;
}

/**
 * mattra_plan_get_organisation:
 * @self: a plan
 *
 * Gets the office whose plan this is. Its fields may be changed; they are strings of g_malloc(), freed
 * with the plan.
 *
 * Returns: (transfer none): the organisation, owned by @self
 */
MattraOrganisation *
mattra_plan_get_organisation (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return &self->organisation;
}

/**
 * mattra_plan_get_round:
 * @self: a plan
 * @round: which round
 *
 * Gets a round with its days. Its fields may be changed.
 *
 * Returns: (transfer none) (nullable): the round, owned by @self; %NULL for %MATTRA_ROUND_NONE
 */
MattraPlanRound *
mattra_plan_get_round (MattraPlan  *self,
                       MattraRound  round)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  for (guint i = 0; i < N_ROUNDS; i++)
    if (self->rounds[i].round == round)
      return &self->rounds[i];

  return NULL;
}

/**
 * mattra_plan_get_divisions:
 * @self: a plan
 *
 * Gets the divisions.
 *
 * Returns: (transfer none): the divisions, an empty list unless set
 */
MattraDivisionList *
mattra_plan_get_divisions (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->divisions;
}

/**
 * mattra_plan_find_division_name:
 * @self: a plan
 * @division: (nullable): ULID of a division, which the plan may not have any more
 *
 * Returns: (transfer none) (nullable): its name; %NULL where the plan has none
 */
const char *
mattra_plan_find_division_name (MattraPlan *self,
                                const char *division)
{
  const MattraDivision *found;

  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  found = mattra_division_list_find_id (self->divisions, division);
  return found != NULL ? found->name : NULL;
}

/**
 * mattra_plan_set_divisions:
 * @self: a plan
 * @divisions: the divisions
 *
 * Sets the divisions.
 */
void
mattra_plan_set_divisions (MattraPlan         *self,
                           MattraDivisionList *divisions)
{
  g_return_if_fail (MATTRA_IS_PLAN (self));
  g_return_if_fail (MATTRA_IS_DIVISION_LIST (divisions));

  g_set_object (&self->divisions, divisions);
}

/**
 * mattra_plan_get_signers:
 * @self: a plan
 *
 * Gets the people with their posts, in the order of the signature blocks.
 *
 * Returns: (transfer none) (element-type MattraSigner): the people, owned by @self; may be added to
 */
GPtrArray *
mattra_plan_get_signers (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->signers;
}

/**
 * mattra_plan_get_scores:
 * @self: a plan
 *
 * Gets the scores of the analysed year.
 *
 * Returns: (transfer none) (element-type MattraIndicatorScore): the scores, owned by @self; may be
 *   added to
 */
GPtrArray *
mattra_plan_get_scores (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->scores;
}

/**
 * mattra_plan_get_weak_bound:
 * @self: a plan
 *
 * Tells the points below which an indicator is weak, so that it should have a measure and its weak points be written:
 * by the office's own classes, else %MATTRA_ASSESSMENT_TARGET.
 *
 * Returns: the points
 */
double
mattra_plan_get_weak_bound (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), MATTRA_ASSESSMENT_TARGET);

  return mattra_assessment_weak_bound (mattra_plan_get_setting (self, MATTRA_SETTING_CLASSES));
}

/**
 * mattra_plan_get_analyses:
 * @self: a plan
 *
 * Gets what the office reads in the scores of the analysed year: the indicators of that year in their order, with their
 * scores, then the topics that the plan's year asks for, written or not.
 *
 * Returns: (transfer none) (element-type MattraAnalysis): the analyses; the caller may change the array
 */
GPtrArray *
mattra_plan_get_analyses (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->analyses;
}

/**
 * mattra_plan_find_analysis:
 * @self: a plan
 * @topic: whether a topic is meant; else an indicator
 * @number: its number
 *
 * Returns: (transfer none) (nullable): the analysis of it
 */
const MattraAnalysis *
mattra_plan_find_analysis (MattraPlan *self,
                           gboolean    topic,
                           int         number)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  for (guint i = 0; i < self->analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (self->analyses, i);

      if (analysis->topic == topic && analysis->number == number)
        return analysis;
    }
  return NULL;
}

/**
 * mattra_plan_get_publications:
 * @self: a plan
 *
 * Gets how the items that ask for this work are answered, written or not: those of the plan's year, then those of the
 * analysed year, whose score and comment the analysis looks at.
 *
 * Returns: (transfer none) (element-type MattraPublication): the items; the caller may change the array
 */
GPtrArray *
mattra_plan_get_publications (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->publications;
}

/**
 * mattra_plan_find_publication:
 * @self: a plan
 * @fiscal_year: year of the assessment: the plan's or the analysed one
 * @report: %MATTRA_PUBLICATION_MEASURES or %MATTRA_PUBLICATION_RESULTS
 *
 * Returns: (transfer none) (nullable): the item
 */
const MattraPublication *
mattra_plan_find_publication (MattraPlan *self,
                              int         fiscal_year,
                              const char *report)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self) && report != NULL, NULL);

  for (guint i = 0; i < self->publications->len; i++)
    {
      const MattraPublication *publication = g_ptr_array_index (self->publications, i);

      if (publication->fiscal_year == fiscal_year && g_str_equal (publication->report, report))
        return publication;
    }
  return NULL;
}

/**
 * mattra_plan_get_requests:
 * @self: a plan
 *
 * Gets what divisions were sent so that they answer, the oldest first.
 *
 * Returns: (transfer none) (element-type MattraRequest): the requests; the caller may change the array
 */
GPtrArray *
mattra_plan_get_requests (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->requests;
}

/**
 * mattra_plan_get_papers:
 * @self: a plan
 *
 * Gets the numbers and dates of the year's orders, announcements and memos, the oldest first.
 *
 * Returns: (transfer none) (element-type MattraPaper): the records, owned by @self; may be added to
 */
GPtrArray *
mattra_plan_get_papers (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->papers;
}

/**
 * mattra_plan_find_paper:
 * @self: a plan
 * @kind: the kind of paper, as %MATTRA_PAPER_ORDER
 * @round: the round it belongs to; %MATTRA_ROUND_NONE for the whole year
 * @division: (nullable): ULID of the division it went to
 *
 * Finds the newest paper of a kind that says anything. A paper of the whole year serves each round.
 *
 * Returns: (transfer none) (nullable): the record
 */
const MattraPaper *
mattra_plan_find_paper (MattraPlan  *self,
                        const char  *kind,
                        MattraRound  round,
                        const char  *division)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = self->papers->len; i > 0; i--)
    {
      const MattraPaper *paper = g_ptr_array_index (self->papers, i - 1);

      if (g_str_equal (paper->kind, kind) && (paper->round == MATTRA_ROUND_NONE || paper->round == round)
          && g_strcmp0 (paper->division, division) == 0 && !mattra_paper_is_blank (paper))
        return paper;
    }
  return NULL;
}

/**
 * mattra_plan_get_members:
 * @self: a plan
 *
 * Gets the members of the working committee in the order of the list.
 *
 * Returns: (transfer none) (element-type MattraMember): the members, owned by @self; may be added to
 */
GPtrArray *
mattra_plan_get_members (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->members;
}

/**
 * mattra_plan_get_committee:
 * @self: a plan
 *
 * Gets those who are in the working committee as far as the register knows: the members of the plan, and while none were
 * entered those of the year next to it. Papers name the members of the plan alone.
 *
 * Returns: (transfer none) (element-type MattraMember): the members, owned by @self
 */
GPtrArray *
mattra_plan_get_committee (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->members->len > 0 ? self->members : self->former_members;
}

/**
 * mattra_plan_get_former_members:
 * @self: a plan
 *
 * Gets the members of the working committee of the year next to the plan, where it has none.
 *
 * Returns: (transfer none) (element-type MattraMember): the members, owned by @self; may be added to
 */
GPtrArray *
mattra_plan_get_former_members (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->former_members;
}

/**
 * mattra_plan_get_minutes:
 * @self: a plan
 *
 * Gets the lines of the minutes that a report tells. A plan does not come with them: who reports them fills them in.
 *
 * Returns: (transfer none) (element-type MattraMinute): they, owned by @self
 */
GPtrArray *
mattra_plan_get_minutes (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return self->minutes;
}

/**
 * mattra_plan_get_kind_setting:
 * @self: a plan
 * @kind: a kind of report
 * @name: name of a setting
 *
 * Gets a setting of one kind of report, and where the kind has none of its own, that of all of them.
 *
 * Returns: (transfer none) (nullable): its value, %NULL where not set
 */
const char *
mattra_plan_get_kind_setting (MattraPlan *self,
                              const char *kind,
                              const char *name)
{
  g_autofree char *own = NULL;
  const char *value;

  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);
  g_return_val_if_fail (kind != NULL && name != NULL, NULL);

  own = g_strconcat (kind, "/", name, NULL);
  value = g_hash_table_lookup (self->settings, own);
  return value ? value : g_hash_table_lookup (self->settings, name);
}

/**
 * mattra_plan_get_setting:
 * @self: a plan
 * @name: name of a setting, e.g. %MATTRA_SETTING_PREFACE
 *
 * Gets a setting of the plan or its reports.
 *
 * Returns: (transfer none) (nullable): its value, %NULL where not set
 */
const char *
mattra_plan_get_setting (MattraPlan *self,
                         const char *name)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->settings, name);
}

/**
 * mattra_plan_set_setting:
 * @self: a plan
 * @name: name of a setting
 * @value: (nullable): its value, %NULL to take the setting away
 *
 * Sets a setting of the plan or its reports.
 */
void
mattra_plan_set_setting (MattraPlan *self,
                         const char *name,
                         const char *value)
{
  g_return_if_fail (MATTRA_IS_PLAN (self));
  g_return_if_fail (name != NULL);

  if (value == NULL)
    g_hash_table_remove (self->settings, name);
  else
    g_hash_table_replace (self->settings, g_strdup (name), g_strdup (value));
}

/**
 * mattra_plan_list_settings:
 * @self: a plan
 *
 * Lists the names of the settings that are set, sorted by their bytes.
 *
 * Returns: (transfer container) (element-type utf8): the names
 */
GList *
mattra_plan_list_settings (MattraPlan *self)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);

  return g_list_sort (g_hash_table_get_keys (self->settings), (GCompareFunc) strcmp);
}
