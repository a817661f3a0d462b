/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include "mattra-signer.h"

#define LABEL "(ลงชื่อ)"
#define PER_ROW 2
#define NO_DATE "none"

/* "รักษาราชการแทน ผู้อำนวยการกองคลัง" prints in two lines: how, then which post (domain.md 2.4). */
static void
add_acting (GPtrArray  *posts,
            const char *acting)
{
  const char *post;
  char *how = mattra_signer_split_acting (acting, &post);

  if (how)
    g_ptr_array_add (posts, how);
  if (*post != '\0')
    g_ptr_array_add (posts, g_strdup (post));
}

/* The signer's post with how another is acted for, unless it is as holder of @post that the person signs; without a
 * signer @post. An array that is still to be ended. */
static GPtrArray *
list_posts (const MattraSigner *signer,
            const char         *post)
{
  GPtrArray *posts = g_ptr_array_new_with_free_func (g_free);

  if (signer && signer->post && *signer->post != '\0')
    g_ptr_array_add (posts, g_strdup (signer->post));
  if (signer && (post == NULL || !mattra_report_is_post (signer->post, post)))
    add_acting (posts, signer->acting);
  if (posts->len == 0 && (signer == NULL || post))
    g_ptr_array_add (posts, g_strdup (post ? post : "ตำแหน่ง" MATTRA_REPORT_DOTS));
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

static const char *
setting_of (MattraReportBuild *self,
            const char        *name)
{
  return mattra_plan_get_kind_setting (self->plan, self->kind->name, name);
}

static gboolean
has_date_line (MattraReportBuild *self)
{
  return g_strcmp0 (setting_of (self, MATTRA_SETTING_KIND_DATE_LINE), NO_DATE) != 0;
}

static guint
blocks_per_row (MattraReportBuild *self)
{
  return g_strcmp0 (setting_of (self, MATTRA_SETTING_KIND_BLOCKS), "1") == 0 ? 1 : PER_ROW;
}

/* A block; what is not known of the signer is left open, with @post below the name. */
static void
add_block (MattraReportBuild  *self,
           MattraSignatures   *block,
           const MattraSigner *signer,
           const char         *post,
           const char         *role,
           gboolean            blank)
{
  g_autoptr (GPtrArray) posts = list_posts (signer, post);
  gboolean vacant = signer && mattra_signer_is_vacant (signer);
  g_autofree char *rank = mattra_report_digits (self, signer && !vacant && signer->rank ? signer->rank : "");
  g_autofree char *printed_role = mattra_report_digits (self, role ? role : "");
  g_autofree char *name = mattra_report_digits (self, signer && !vacant && signer->name && *signer->name != '\0'
                                                        ? signer->name : MATTRA_REPORT_DOTS);
  MattraSignature signature = { .rank = *rank != '\0' ? rank : NULL, .name = name, .blank = blank };

  if (!blank)
    {
      signature.label = LABEL;
      signature.role = printed_role;
      signature.date = has_date_line (self) ? MATTRA_REPORT_DATE_DOTS : NULL;
    }
  print_posts (self, posts);
  signature.posts = (const char *const *) posts->pdata;
  mattra_signatures_add (block, &signature);
}

/* One of the blocks of a report, with a line for the date. */
void
mattra_report_add_signer (MattraReportBuild  *self,
                          MattraSignatures   *block,
                          const MattraSigner *signer,
                          const char         *post,
                          const char         *role)
{
  add_block (self, block, signer, post, role, FALSE);
}

/* One block in the right part of a memo, an order or an announcement: neither "(ลงชื่อ)" nor dots (domain.md 2.4).
 * Without a signer the name stays open and @post stands below it. */
void
mattra_report_add_blank_signature (MattraReportBuild  *self,
                                   const MattraSigner *signer,
                                   const char         *post)
{
  MattraSignatures *block = mattra_document_add_signatures (self->document, MATTRA_REPORT_BODY_POINTS, 1);

  add_block (self, block, signer, post, NULL, TRUE);
}

/* Those who sign; where nobody is named yet, room to sign by hand: who reports, who checks, who endorses. */
void
mattra_report_add_signatures (MattraReportBuild *self)
{
  static const char *const roles[] = { "ผู้รายงาน", "ผู้ตรวจสอบ", "ผู้เห็นชอบ" };
  g_autoptr (GPtrArray) signers = mattra_report_list_signers (self);
  MattraSignatures *block = mattra_document_add_signatures (self->document, MATTRA_REPORT_BODY_POINTS,
                                                            blocks_per_row (self));

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);

      mattra_report_add_signer (self, block, signer, NULL, signer->role);
    }
  for (guint i = 0; signers->len == 0 && i < G_N_ELEMENTS (roles); i++)
    mattra_report_add_signer (self, block, NULL, NULL, roles[i]);
}
