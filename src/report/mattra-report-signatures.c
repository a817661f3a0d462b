/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <string.h>

#define LABEL "(ลงชื่อ)"
#define DATE_LINE "วันที่........เดือน....................พ.ศ. ........"
#define DOTS "................................................"
#define PER_ROW 2

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

/**
 * mattra_report_is_signer:
 * @plan: a plan
 * @options: what is printed
 * @signer: a person of the plan
 *
 * Returns: whether the person signs the report
 */
gboolean
mattra_report_is_signer (MattraPlan                *plan,
                         const MattraReportOptions *options,
                         const MattraSigner        *signer)
{
  MattraDate day;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && options != NULL && signer != NULL, FALSE);

  day = signing_day (plan, options);
  if (signer->role == NULL || *signer->role == '\0')
    return FALSE;
  if (!mattra_date_is_set (day))
    return !mattra_date_is_set (signer->until);
  return (!mattra_date_is_set (signer->from) || mattra_date_compare (signer->from, day) <= 0)
         && (!mattra_date_is_set (signer->until) || mattra_date_compare (signer->until, day) >= 0);
}

/* "รักษาราชการแทน ผู้อำนวยการกองคลัง" prints in two lines: how, then which post (domain.md 2.4). */
static void
add_acting (GPtrArray  *posts,
            const char *acting)
{
  const char *space = acting ? strchr (acting, ' ') : NULL;

  if (acting == NULL || *acting == '\0')
    return;
  if (space == NULL)
    {
      g_ptr_array_add (posts, g_strdup (acting));
      return;
    }
  g_ptr_array_add (posts, g_strndup (acting, (gsize) (space - acting)));
  g_ptr_array_add (posts, g_strdup (space + 1));
}

/* The signer's post with how the post is acted for; an array that is still to be ended. */
static GPtrArray *
list_posts (const MattraSigner *signer)
{
  GPtrArray *posts = g_ptr_array_new_with_free_func (g_free);

  if (signer->post && *signer->post != '\0')
    g_ptr_array_add (posts, g_strdup (signer->post));
  add_acting (posts, signer->acting);
  return posts;
}

static void
print_posts (MattraReportBuild *self,
             GPtrArray         *posts)
{
  for (guint i = 0; i < posts->len; i++)
    {
      g_autofree char *text = g_ptr_array_index (posts, i);

      g_ptr_array_index (posts, i) = mattra_report_digits (self, text);
    }
  g_ptr_array_add (posts, NULL);
}

static void
add_signer (MattraReportBuild  *self,
            MattraSignatures   *block,
            const MattraSigner *signer)
{
  g_autoptr (GPtrArray) posts = list_posts (signer);
  g_autofree char *rank = mattra_report_digits (self, signer->rank ? signer->rank : "");
  g_autofree char *role = mattra_report_digits (self, signer->role);
  g_autofree char *name = mattra_report_digits (self, signer->name ? signer->name : "");
  MattraSignature signature = {
    .label = LABEL, .rank = *rank != '\0' ? rank : NULL, .role = role, .name = name, .date = DATE_LINE,
  };

  print_posts (self, posts);
  signature.posts = (const char *const *) posts->pdata;
  mattra_signatures_add (block, &signature);
}

/* Room to sign by hand where nobody is named yet: who reports, who checks, who endorses. */
static void
add_empty (MattraSignatures *block)
{
  static const char *const roles[] = { "ผู้รายงาน", "ผู้ตรวจสอบ", "ผู้เห็นชอบ" };
  static const char *const posts[] = { "ตำแหน่ง" DOTS, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      MattraSignature signature = {
        .label = LABEL, .role = roles[i], .name = DOTS, .posts = posts, .date = DATE_LINE,
      };

      mattra_signatures_add (block, &signature);
    }
}

/* Who signs, in the order of approval. */
GPtrArray *
mattra_report_list_signers (MattraReportBuild *self)
{
  GPtrArray *signers = mattra_plan_get_signers (self->plan);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < signers->len; i++)
    if (mattra_report_is_signer (self->plan, &self->options, g_ptr_array_index (signers, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (signers, i));
  return chosen;
}

/* One block in the right part of a memo, an order or an announcement: neither "(ลงชื่อ)" nor dots (domain.md 2.4).
 * Without a signer the name stays open and @post stands below it. */
void
mattra_report_add_blank_signature (MattraReportBuild  *self,
                                   const MattraSigner *signer,
                                   const char         *post)
{
  MattraSignatures *block = mattra_document_add_signatures (self->document, MATTRA_REPORT_BODY_POINTS, 1);
  g_autoptr (GPtrArray) posts = signer ? list_posts (signer) : g_ptr_array_new_with_free_func (g_free);
  g_autofree char *rank = mattra_report_digits (self, signer && signer->rank ? signer->rank : "");
  g_autofree char *name = mattra_report_digits (self, signer && signer->name ? signer->name : DOTS);
  MattraSignature signature = { .rank = *rank != '\0' ? rank : NULL, .name = name, .blank = TRUE };

  if (posts->len == 0 && post)
    g_ptr_array_add (posts, g_strdup (post));
  print_posts (self, posts);
  signature.posts = (const char *const *) posts->pdata;
  mattra_signatures_add (block, &signature);
}

void
mattra_report_add_signatures (MattraReportBuild *self)
{
  GPtrArray *signers = mattra_plan_get_signers (self->plan);
  MattraSignatures *block = mattra_document_add_signatures (self->document, MATTRA_REPORT_BODY_POINTS, PER_ROW);
  guint n = 0;

  for (guint i = 0; i < signers->len; i++)
    if (mattra_report_is_signer (self->plan, &self->options, g_ptr_array_index (signers, i)))
      {
        add_signer (self, block, g_ptr_array_index (signers, i));
        n++;
      }
  if (n == 0)
    add_empty (block);
}
