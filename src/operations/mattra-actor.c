/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-actor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"
#include "mattra-committee.h"
#include "mattra-review-state.h"
#include "mattra-signer.h"
#include "mattra-text.h"

/* What the words of an order of appointment and of posts begin with or contain. */
#define WORD_SECRETARY "เลขานุการ"
#define WORD_CHIEF "นายก"

static gboolean
is_same_name (const char *one,
              const char *other)
{
  g_autofree char *folded = one != NULL ? mattra_text_fold_compare (one) : NULL;
  g_autofree char *folded_other = other != NULL ? mattra_text_fold_compare (other) : NULL;

  return folded != NULL && *folded != '\0' && g_strcmp0 (folded, folded_other) == 0;
}

static gboolean
holds_today (const MattraSigner *signer,
             MattraDate          today)
{
  return !(mattra_date_is_set (signer->from) && mattra_date_compare (today, signer->from) < 0)
         && !(mattra_date_is_set (signer->until) && mattra_date_compare (today, signer->until) > 0);
}

static gboolean
is_chief (const MattraSigner *signer)
{
  return signer->post != NULL && g_str_has_prefix (signer->post, WORD_CHIEF);
}

static gboolean
acts_for_chief (const MattraSigner *signer)
{
  const char *acted_for = "";
  g_autofree char *how = mattra_signer_split_acting (signer->acting, &acted_for);

  return how != NULL && g_str_has_prefix (acted_for, WORD_CHIEF);
}

/* Returns: (transfer none) (nullable): the role in the committee by which the person is its secretary */
static const char *
find_secretary (MattraPlan *plan,
                const char *name)
{
  GPtrArray *members = mattra_plan_get_committee (plan);

  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);

      if (is_same_name (member->name, name) && strstr (member->role, WORD_SECRETARY) != NULL)
        return member->role;
    }
  return NULL;
}

/* The rule by which a person has a role, with its ground. In this order:
 * 1. Who is called a secretary (เลขานุการ, also ผู้ช่วยเลขานุการ) in the working committee keeps the register: the
 *    order of appointment says so, and a head of a division may be it besides. While a year has no committee yet that of
 *    the year next to it counts: who begins a year would else be shut out of it.
 * 2. Who holds a post that begins with นายก, or acts for one (รักษาราชการแทนนายก…), is the chief executive; รองนายก is
 *    not, for a deputy decides only while acting.
 * 3. Who was given a division in the list of people signs that division's sheets, so answers for it.
 * 4. Anybody else looks.
 * Posts held before or after today give nothing. */
static void
give (MattraActor  *actor,
      MattraRole    role,
      MattraGround  ground,
      const char   *detail)
{
  actor->role = role;
  actor->ground = ground;
  actor->detail = detail;
}

static void
find_role (MattraActor        *actor,
           MattraPlan         *plan,
           const MattraSigner *signer,
           MattraDate          today)
{
  const char *secretary = find_secretary (plan, signer->name);
  gboolean now = holds_today (signer, today);

  *actor = (MattraActor) { signer->name, signer->post, MATTRA_ROLE_VIEWER, now ? signer->division : NULL, signer->id,
                           MATTRA_GROUND_NONE, NULL };
  if (secretary != NULL)
    give (actor, MATTRA_ROLE_SECRETARY, MATTRA_GROUND_COMMITTEE, secretary);
  else if (!now)
    give (actor, MATTRA_ROLE_VIEWER, MATTRA_GROUND_NOT_TODAY, signer->post);
  else if (is_chief (signer))
    give (actor, MATTRA_ROLE_CHIEF_EXECUTIVE, MATTRA_GROUND_POST, signer->post);
  else if (acts_for_chief (signer))
    give (actor, MATTRA_ROLE_CHIEF_EXECUTIVE, MATTRA_GROUND_ACTING, signer->acting);
  else if (signer->division != NULL)
    give (actor, MATTRA_ROLE_DIVISION_HEAD, MATTRA_GROUND_DIVISION, NULL);
}

/* Which role goes before another where a person holds several posts. */
static guint
rank_of (MattraRole role)
{
  static const guint ranks[MATTRA_N_ROLES] = { 0, 2, 1, 3 };

  return ranks[role];
}

static void
consider (MattraActor        *actor,
          MattraPlan         *plan,
          const MattraSigner *signer,
          MattraDate          today)
{
  MattraActor found;

  find_role (&found, plan, signer, today);
  if (actor->name == NULL || rank_of (found.role) < rank_of (actor->role))
    *actor = found;
}

static char *
list_people (MattraPlan *plan)
{
  GPtrArray *signers = mattra_plan_get_signers (plan);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);

      if (!mattra_signer_is_vacant (signer))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", signer->name);
    }
  return g_string_free (names, FALSE);
}

/* Looks through the people; @id is the key of the first found, so that a second of the same name is noticed. */
static gboolean
find_signer (MattraPlan   *plan,
             const char   *word,
             MattraDate    today,
             MattraActor  *actor,
             GError      **error)
{
  GPtrArray *signers = mattra_plan_get_signers (plan);
  const char *id = NULL;

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);

      if (mattra_signer_is_vacant (signer)
          || (g_strcmp0 (signer->id, word) != 0 && !is_same_name (signer->name, word)))
        continue;
      if (id != NULL && g_strcmp0 (signer->id, id) != 0)
        {
          g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                       _("Several people are called “%s”; say which by identifier: %s or %s"), word, id, signer->id);
          return FALSE;
        }
      id = signer->id;
      consider (actor, plan, signer, today);
    }
  return TRUE;
}

static void
take_member (MattraActor        *actor,
             MattraPlan         *plan,
             const MattraMember *member)
{
  const char *secretary = find_secretary (plan, member->name);

  *actor = (MattraActor) { member->name, member->post,
                           secretary != NULL ? MATTRA_ROLE_SECRETARY : MATTRA_ROLE_VIEWER, NULL, member->id,
                           secretary != NULL ? MATTRA_GROUND_COMMITTEE : MATTRA_GROUND_NONE, secretary };
}

static void
find_member (MattraPlan  *plan,
             const char  *word,
             MattraActor *actor)
{
  GPtrArray *members = mattra_plan_get_committee (plan);

  for (guint i = 0; i < members->len && actor->name == NULL; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);

      if (g_strcmp0 (member->id, word) == 0 || is_same_name (member->name, word))
        take_member (actor, plan, member);
    }
}

/**
 * mattra_actor_find:
 * @plan: a plan with its people and committee
 * @word: a name, or the ULID of a person or member
 * @today: the day for which posts count
 * @actor: (out): who it is, in which role
 * @error: return location
 *
 * Finds a person among those who sign and the members of the working committee, and tells the role.
 *
 * Returns: whether there is one such person; else %MATTRA_ERROR_NOT_FOUND with those there are, or
 *   %MATTRA_ERROR_INVALID for a name that several have
 */
gboolean
mattra_actor_find (MattraPlan   *plan,
                   const char   *word,
                   MattraDate    today,
                   MattraActor  *actor,
                   GError      **error)
{
  g_autofree char *people = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && word != NULL && actor != NULL, FALSE);

  *actor = (MattraActor) { .role = MATTRA_ROLE_VIEWER };
  if (!find_signer (plan, word, today, actor, error))
    return FALSE;
  find_member (plan, word, actor);
  if (actor->name != NULL)
    return TRUE;
  people = list_people (plan);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("There is no person “%s” in the register; there are: %s"), word, *people != '\0' ? people : "-");
  return FALSE;
}

static gboolean
is_listed (GPtrArray  *actors,
           const char *id,
           const char *name)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const MattraActor *actor = g_ptr_array_index (actors, i);

      if (id != NULL ? g_strcmp0 (actor->id, id) == 0 : is_same_name (actor->name, name))
        return TRUE;
    }
  return FALSE;
}

static void
add_found (GPtrArray  *actors,
           MattraPlan *plan,
           const char *id,
           MattraDate  today)
{
  MattraActor actor;

  if (id != NULL && mattra_actor_find (plan, id, today, &actor, NULL))
    g_ptr_array_add (actors, g_memdup2 (&actor, sizeof actor));
}

/**
 * mattra_actor_list:
 * @plan: a plan with its people and committee
 * @today: the day for which posts count
 *
 * Lists those whom mattra_actor_find() finds, each once: who signs, in that order, then who is in the committee alone.
 *
 * Returns: (transfer full) (element-type MattraActor): they, with their roles; their texts belong to @plan
 */
GPtrArray *
mattra_actor_list (MattraPlan *plan,
                   MattraDate  today)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *signers;
  GPtrArray *members;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), actors);

  signers = mattra_plan_get_signers (plan);
  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);

      if (!mattra_signer_is_vacant (signer) && !is_listed (actors, signer->id, signer->name))
        add_found (actors, plan, signer->id, today);
    }
  members = mattra_plan_get_committee (plan);
  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);

      if (!mattra_signer_is_vacant_name (member->name) && !is_listed (actors, NULL, member->name))
        add_found (actors, plan, member->id, today);
    }
  return actors;
}

/**
 * mattra_actor_is_same:
 * @self: (nullable): who
 * @other: (nullable): who else
 *
 * Returns: whether both are the same person with the same role for the same reason
 */
gboolean
mattra_actor_is_same (const MattraActor *self,
                      const MattraActor *other)
{
  if (self == NULL || other == NULL)
    return self == other;
  return self->role == other->role && self->ground == other->ground && g_strcmp0 (self->name, other->name) == 0
         && g_strcmp0 (self->post, other->post) == 0 && g_strcmp0 (self->division, other->division) == 0
         && g_strcmp0 (self->id, other->id) == 0 && g_strcmp0 (self->detail, other->detail) == 0;
}

/**
 * mattra_actor_explain:
 * @self: who
 * @plan: the plan it was found in
 *
 * Tells in words why somebody has the role, and where this can be changed.
 *
 * Returns: (transfer full): a sentence
 */
char *
mattra_actor_explain (const MattraActor *self,
                      MattraPlan        *plan)
{
  const char *detail = self != NULL && self->detail != NULL ? self->detail : "-";
  const char *division;

  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan), NULL);

  switch (self->ground)
    {
    case MATTRA_GROUND_COMMITTEE:
      return g_strdup_printf (_("The order of appointment of the working committee says “%s”."), detail);
    case MATTRA_GROUND_POST:
      return g_strdup_printf (_("The post is “%s”."), detail);
    case MATTRA_GROUND_ACTING:
      return g_strdup_printf (_("Acts for the chief executive: “%s”."), detail);
    case MATTRA_GROUND_DIVISION:
      division = mattra_plan_find_division_name (plan, self->division);
      return g_strdup_printf (_("The list of people gives the division “%s”."),
                              division != NULL ? division : self->division);
    case MATTRA_GROUND_NOT_TODAY:
      return g_strdup_printf (_("The post “%s” is not held today, by the days in the list of people."), detail);
    case MATTRA_GROUND_GONE:
      return g_strdup (_("Is not among the people of the register any more; choose again who you are."));
    case MATTRA_GROUND_NONE:
    default:
      return g_strdup (_("The register gives neither a division, nor the post of the chief executive, nor a place as"
                         " secretary of the working committee."));
    }
}

static gboolean
is_alone (MattraPlan    *plan,
          MattraMeasure *measure,
          const char    *division)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);

  if (!mattra_measure_involves (measure, division))
    return FALSE;
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;

      if (g_strcmp0 (id, division) != 0 && mattra_measure_involves (measure, id))
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_actor_owns:
 * @self: who
 * @plan: the plan of @measure
 * @measure: a measure
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint answer
 *
 * Tells whether an answer is the person's own to give: that of the own division to a measure that is given to it, and
 * the joint one where no other division is responsible for the measure.
 *
 * Returns: whether it is
 */
gboolean
mattra_actor_owns (const MattraActor *self,
                   MattraPlan        *plan,
                   MattraMeasure     *measure,
                   const char        *division)
{
  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), FALSE);

  if (self->division == NULL)
    return FALSE;
  if (division == NULL)
    return is_alone (plan, measure, self->division);
  return g_str_equal (division, self->division) && mattra_measure_involves (measure, division);
}

/**
 * mattra_actor_answers_as:
 * @self: who
 * @plan: the plan of @measure
 * @measure: a measure
 * @round: a round
 *
 * Tells whose answer is meant where the person names no division. A head of a division means that division's, or the
 * joint one where this is the division's own and the division has said nothing else; others mean the joint one, as ever.
 *
 * Returns: (transfer none) (nullable): ULID of a division; %NULL for the joint answer
 */
const char *
mattra_actor_answers_as (const MattraActor *self,
                         MattraPlan        *plan,
                         MattraMeasure     *measure,
                         MattraRound        round)
{
  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), NULL);

  if (self->role != MATTRA_ROLE_DIVISION_HEAD)
    return NULL;
  return mattra_actor_owns (self, plan, measure, NULL)
           && !mattra_cell_says_something (mattra_measure_find_answer (measure, round, self->division))
           && mattra_cell_says_something (mattra_measure_find_answer (measure, round, NULL))
           ? NULL : self->division;
}

/**
 * mattra_actor_ask:
 * @self: (nullable): who; %NULL for the secretary
 * @plan: the plan of @measure
 * @measure: a measure as it is now
 * @action: what is to be done to one of its answers
 * @round: round of the answer
 * @division: (nullable): ULID of the division whose answer it is
 *
 * Asks the table of permissions, see mattra_permission_ask().
 *
 * Returns: why not; %MATTRA_REASON_NONE where it is allowed
 */
MattraReason
mattra_actor_ask (const MattraActor *self,
                  MattraPlan        *plan,
                  MattraMeasure     *measure,
                  MattraAction       action,
                  MattraRound        round,
                  const char        *division)
{
  gboolean own;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), MATTRA_REASON_ROLE);

  own = self != NULL && mattra_actor_owns (self, plan, measure, division);
  return mattra_permission_ask (self != NULL ? self->role : MATTRA_ROLE_SECRETARY, action, own,
                                mattra_review_get_state (plan, measure, round, division));
}

/**
 * mattra_actor_refuse:
 * @reason: why not
 * @place: what was to be changed, for the message
 * @error: (out): set to %MATTRA_ERROR_DENIED
 *
 * Says that something is refused, and why.
 */
void
mattra_actor_refuse (MattraReason   reason,
                     const char    *place,
                     GError       **error)
{
  g_return_if_fail (reason != MATTRA_REASON_NONE && place != NULL);

  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED, "%s: %s", place, mattra_reason_to_text (reason));
}

/**
 * mattra_actor_enter:
 * @self: (nullable): who writes from now on; %NULL for who keeps the register
 * @store: a register open for writing
 *
 * Has the register ask the table of permissions of each change, and the history name the person.
 */
void
mattra_actor_enter (const MattraActor *self,
                    MattraStore       *store)
{
  g_return_if_fail (MATTRA_IS_STORE (store));

  if (self == NULL)
    {
      mattra_store_drop_actor (store);
      return;
    }
  mattra_store_set_actor (store, self->role, self->division);
  if (self->name != NULL)
    mattra_store_set_person (store, self->name);
}

static gboolean
say (MattraReason   reason,
     char         **why)
{
  if (why != NULL)
    *why = reason != MATTRA_REASON_NONE ? mattra_reason_to_sentence (reason) : NULL;
  return reason == MATTRA_REASON_NONE;
}

/**
 * mattra_actor_can:
 * @self: (nullable): who; %NULL for who keeps the register
 * @action: something that is not done to an answer, see mattra_action_is_of_answer()
 * @why: (out) (optional) (transfer full) (nullable): why not, for the user
 *
 * Returns: whether the table of permissions lets the person do it
 */
gboolean
mattra_actor_can (const MattraActor  *self,
                  MattraAction        action,
                  char              **why)
{
  return say (self != NULL ? mattra_permission_ask (self->role, action, FALSE, MATTRA_REVIEW_DRAFT) : MATTRA_REASON_NONE,
              why);
}

/**
 * mattra_actor_check:
 * @self: (nullable): who; %NULL for who keeps the register
 * @action: something that is not done to an answer, see mattra_action_is_of_answer()
 * @place: what it is done to, for the message
 * @error: %MATTRA_ERROR_DENIED with the place and the reason
 *
 * Returns: whether the table of permissions lets the person do it
 */
gboolean
mattra_actor_check (const MattraActor  *self,
                    MattraAction        action,
                    const char         *place,
                    GError            **error)
{
  MattraReason reason = self != NULL ? mattra_permission_ask (self->role, action, FALSE, MATTRA_REVIEW_DRAFT)
                                     : MATTRA_REASON_NONE;

  g_return_val_if_fail (place != NULL, FALSE);

  if (reason == MATTRA_REASON_NONE)
    return TRUE;
  mattra_actor_refuse (reason, place, error);
  return FALSE;
}

/**
 * mattra_actor_can_answer:
 * @self: (nullable): who; %NULL for who keeps the register
 * @plan: the plan of @measure
 * @measure: a measure
 * @round: round of the answer
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint answer
 * @why: (out) (optional) (transfer full) (nullable): why not and what to do, for the user
 *
 * Returns: whether the table of permissions lets the person change the answer, its ticks included
 */
gboolean
mattra_actor_can_answer (const MattraActor  *self,
                         MattraPlan         *plan,
                         MattraMeasure      *measure,
                         MattraRound         round,
                         const char         *division,
                         char              **why)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), FALSE);

  return say (mattra_actor_ask (self, plan, measure, MATTRA_ACTION_EDIT_ANSWER, round, division), why);
}

/**
 * mattra_actor_can_edit:
 * @self: (nullable): who; %NULL for who keeps the register
 * @plan: the plan of @measure
 * @measure: a measure
 * @field: a field
 * @round: the round that is shown
 * @division: (nullable): ULID of the division whose table it is; %NULL or "" for that of all
 * @why: (out) (optional) (transfer full) (nullable): why not and what to do, for the user
 *
 * Tells whether a cell can be typed into where it stands, as mattra_cell_is_editable(), and by this person.
 *
 * Returns: whether it can
 */
gboolean
mattra_actor_can_edit (const MattraActor  *self,
                       MattraPlan         *plan,
                       MattraMeasure      *measure,
                       const char         *field,
                       MattraRound         round,
                       const char         *division,
                       char              **why)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && field != NULL, FALSE);

  if (!mattra_cell_is_editable (plan, measure, field, round, division, why))
    return FALSE;
  if (self == NULL || !mattra_cell_is_answer (field))
    return mattra_actor_can (self, MATTRA_ACTION_EDIT_PLAN, why);
  return mattra_actor_can_answer (self, plan, measure, round,
                                  mattra_cell_get_division (plan, measure, field, round, division), why);
}
