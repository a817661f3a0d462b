/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include "mattra-organisation.h"
#include "mattra-signer.h"

#define CHAIR "ประธานคณะทำงาน"
#define MEMBER "คณะทำงาน"
#define SECRETARY "คณะทำงานและเลขานุการ"

/* The day a signer must be in office: the report's own, else the last of the round. */
static MattraDate
signing_day (MattraPlan                *plan,
             const MattraReportOptions *options)
{
  MattraDate day = mattra_report_date (plan, options);
  MattraDate start;

  if (!mattra_date_is_set (day)
      && !mattra_round_bounds (options->round, mattra_plan_get_fiscal_year (plan), &start, &day))
    day = MATTRA_DATE_NONE;
  return day;
}

static gboolean
is_in_office (MattraPlan                *plan,
              const MattraReportOptions *options,
              const MattraSigner        *signer)
{
  MattraDate day = signing_day (plan, options);

  if (!mattra_date_is_set (day))
    return !mattra_date_is_set (signer->until);
  return (!mattra_date_is_set (signer->from) || mattra_date_compare (signer->from, day) <= 0)
         && (!mattra_date_is_set (signer->until) || mattra_date_compare (signer->until, day) >= 0);
}

/* Who was chosen to sign this kind of report, a name or an identifier each; %NULL where all sign who have a role. Nobody
 * is called "none". */
static char **
chosen_signers (MattraPlan                *plan,
                const MattraReportOptions *options)
{
  g_autofree char *name = g_strconcat (options->kind ? options->kind : "", "/" MATTRA_SETTING_KIND_SIGNERS, NULL);
  const char *setting = mattra_plan_get_setting (plan, name);
  char **chosen = setting && *setting != '\0' ? g_strsplit_set (setting, ",\n", -1) : NULL;

  for (guint i = 0; chosen && chosen[i]; i++)
    g_strstrip (chosen[i]);
  return chosen;
}

static gboolean
is_called (const MattraSigner *signer,
           const char         *word)
{
  return *word != '\0' && (g_strcmp0 (signer->id, word) == 0 || g_strcmp0 (signer->name, word) == 0);
}

static gboolean
signs_kind (MattraPlan                *plan,
            const MattraReportOptions *options,
            const MattraSigner        *signer)
{
  g_auto (GStrv) chosen = chosen_signers (plan, options);

  for (guint i = 0; chosen && chosen[i]; i++)
    if (is_called (signer, chosen[i]))
      return TRUE;
  return chosen == NULL && signer->role && *signer->role != '\0' && is_in_office (plan, options, signer);
}

/**
 * mattra_report_is_signer:
 * @plan: a plan
 * @options: what is printed
 * @signer: a person of the plan
 *
 * Tells who signs: those chosen for the kind of report, else all who have a role and are in office.
 *
 * Returns: whether the person signs the report, or one of several in one file
 */
gboolean
mattra_report_is_signer (MattraPlan                *plan,
                         const MattraReportOptions *options,
                         const MattraSigner        *signer)
{
  g_auto (GStrv) names = NULL;
  MattraReportOptions one;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && options != NULL && signer != NULL, FALSE);

  one = *options;
  names = g_strsplit (options->kind ? options->kind : "", MATTRA_REPORT_KIND_SEPARATOR, -1);
  for (guint i = 0; names[i]; i++)
    {
      one.kind = names[i];
      if (signs_kind (plan, &one, signer))
        return TRUE;
    }
  return names[0] == NULL && signs_kind (plan, options, signer);
}

static void
add_chosen (GPtrArray  *signers,
            GPtrArray  *found,
            const char *word)
{
  for (guint i = 0; i < signers->len; i++)
    {
      MattraSigner *signer = g_ptr_array_index (signers, i);

      if (is_called (signer, word))
        g_ptr_array_add (found, signer);
    }
}

/* Nobody signs for a post that is vacant where another who signs acts for it. */
static void
leave_out_acted (GPtrArray *signers)
{
  for (guint i = signers->len; i > 0; i--)
    {
      const MattraSigner *vacant = g_ptr_array_index (signers, i - 1);
      gboolean acted = FALSE;

      for (guint j = 0; vacant->post && mattra_signer_is_vacant (vacant) && j < signers->len; j++)
        acted = acted || (j != i - 1 && mattra_report_holds (g_ptr_array_index (signers, j), vacant->post));
      if (acted)
        g_ptr_array_remove_index (signers, i - 1);
    }
}

/* Who signs, in the order of approval or in that chosen for the kind. */
GPtrArray *
mattra_report_list_signers (MattraReportBuild *self)
{
  GPtrArray *signers = mattra_plan_get_signers (self->plan);
  GPtrArray *found = g_ptr_array_new ();
  g_auto (GStrv) chosen = chosen_signers (self->plan, &self->options);

  for (guint i = 0; chosen && chosen[i]; i++)
    add_chosen (signers, found, chosen[i]);
  for (guint i = 0; chosen == NULL && i < signers->len; i++)
    if (mattra_report_is_signer (self->plan, &self->options, g_ptr_array_index (signers, i)))
      g_ptr_array_add (found, g_ptr_array_index (signers, i));
  leave_out_acted (found);
  return found;
}

/* "นายกองค์การบริหารส่วนตำบล" stands for the post with the office's name behind it, and the other way round. A word
 * that merely begins alike is too short to name a post. */
gboolean
mattra_report_is_post (const char *written,
                       const char *post)
{
  static const char *const too_short[] = { "นายก", "ปลัด", "หัวหน้า", "ผู้อำนวยการ", "ผู้อำนวยการกอง", "ผู้อำนวยการสำนัก", NULL };

  if (written == NULL || *written == '\0' || g_strv_contains (too_short, written))
    return FALSE;
  return g_str_has_prefix (post, written) || g_str_has_prefix (written, post);
}

/* Whether a person holds a post or acts for it. */
gboolean
mattra_report_holds (const MattraSigner *signer,
                     const char         *post)
{
  const char *acted;
  g_autofree char *how = mattra_signer_split_acting (signer->acting, &acted);

  return mattra_report_is_post (how && *acted == '\0' ? how : acted, post) || mattra_report_is_post (signer->post, post);
}

/* Who holds a post, or acts for it; %NULL where nobody is entered, or the post is vacant. */
const MattraSigner *
mattra_report_find_holder (MattraReportBuild *self,
                           const char        *post)
{
  GPtrArray *signers = mattra_plan_get_signers (self->plan);

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);

      if (!mattra_signer_is_vacant (signer) && is_in_office (self->plan, &self->options, signer)
          && mattra_report_holds (signer, post))
        return signer;
    }
  return NULL;
}

/* A person's post, and in lines of their own how another is acted for, and which (domain.md 2.4). */
char *
mattra_report_full_post (const MattraSigner *signer)
{
  const char *acted;
  g_autofree char *how = mattra_signer_split_acting (signer->acting, &acted);
  GString *text = g_string_new (signer->post ? signer->post : "");

  if (how)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", how);
  if (*acted != '\0')
    g_string_append_printf (text, "\n%s", acted);
  return g_string_free (text, FALSE);
}

static void
add_member (GPtrArray  *members,
            const char *name,
            const char *post,
            const char *role)
{
  MattraMember *member = mattra_member_new (role);

  member->name = g_strdup (name);
  member->post = g_strdup (post);
  g_ptr_array_add (members, member);
}

static gboolean
is_member (GPtrArray  *members,
           const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (((const MattraMember *) g_ptr_array_index (members, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* A rank and the name are parted by a space; without one the name is as it is entered. */
char *
mattra_report_full_name (const MattraSigner *signer)
{
  if (signer->rank == NULL || *signer->rank == '\0' || signer->name == NULL)
    return g_strdup (signer->name);
  return g_strdup_printf ("%s %s", signer->rank, signer->name);
}

/* The holder of a post, with both posts where it is acted for. Who is in the committee already is not named again. */
static void
propose_member (MattraReportBuild *self,
                GPtrArray         *members,
                const char        *post,
                const char        *role)
{
  const MattraSigner *holder = mattra_report_find_holder (self, post);
  g_autofree char *both = holder && !mattra_report_is_post (holder->post, post) ? mattra_report_full_post (holder) : NULL;
  g_autofree char *name = holder ? mattra_report_full_name (holder) : NULL;

  if (holder == NULL)
    add_member (members, NULL, post, role);
  else if (!is_member (members, name))
    add_member (members, name, both ? both : post, role);
}

/* The clerk who prepares the reports: the first who signs and is not in the committee by a post. */
static void
propose_secretary (MattraReportBuild *self,
                   GPtrArray         *members)
{
  g_autofree char *chief = mattra_organisation_chief_post (mattra_plan_get_organisation (self->plan));
  g_autoptr (GPtrArray) signers = mattra_report_list_signers (self);

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *name = mattra_report_full_name (signer);

      if (!mattra_signer_is_vacant (signer) && !is_member (members, name) && !mattra_report_holds (signer, chief))
        {
          add_member (members, name, signer->post, SECRETARY);
          return;
        }
    }
  add_member (members, NULL, NULL, SECRETARY);
}

/* The committee, and where none is entered the usual one: the permanent secretary, the heads of all divisions, and who
 * prepares the reports (domain.md 4.2). Names that are not known are left open. */
GPtrArray *
mattra_report_list_members (MattraReportBuild *self)
{
  GPtrArray *entered = mattra_plan_get_members (self->plan);
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_member_free);
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->plan);
  g_autofree char *secretary = mattra_organisation_secretary_post (mattra_plan_get_organisation (self->plan));

  for (guint i = 0; i < entered->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (entered, i);

      add_member (members, mattra_signer_is_vacant_name (member->name) ? NULL : member->name, member->post,
                  member->role);
    }
  if (entered->len > 0)
    return members;
  propose_member (self, members, secretary, CHAIR);
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      g_autofree char *post = mattra_organisation_division_post (mattra_division_list_get (divisions, i)->name);

      propose_member (self, members, post, MEMBER);
    }
  propose_secretary (self, members);
  return members;
}
