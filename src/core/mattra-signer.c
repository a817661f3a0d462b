/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signer.h"

#include <string.h>

#include "mattra-text.h"

/* How one post is acted for by the holder of another (domain.md 2.4). None begins as another does. */
static const char *const acting_words[] = {
  "รักษาราชการแทน", "ปฏิบัติราชการแทน", "ปฏิบัติหน้าที่", "รักษาการในตำแหน่ง", "รักษาการแทน", NULL
};

/**
 * mattra_signer_is_vacant_name:
 * @name: (nullable): what stands where a name is asked for
 *
 * Tells whether it says that nobody holds the post: "(ว่าง)", "ว่าง", "-ว่าง-", "ตำแหน่งว่าง".
 *
 * Returns: whether it does
 */
gboolean
mattra_signer_is_vacant_name (const char *name)
{
  g_autofree char *word = NULL;

  if (name == NULL)
    return FALSE;
  word = mattra_text_squeeze (name);
  g_strdelimit (word, "()-", ' ');
  g_strstrip (word);
  return g_str_equal (word, "ว่าง") || g_str_equal (word, "ตำแหน่งว่าง");
}

/**
 * mattra_signer_is_vacant:
 * @self: a person with a post
 *
 * Returns: whether it is a post that nobody holds
 */
gboolean
mattra_signer_is_vacant (const MattraSigner *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return mattra_signer_is_vacant_name (self->name);
}

/**
 * mattra_signer_list_acting_words:
 *
 * Returns: (transfer none) (array zero-terminated=1): how the holder of a post can act for another
 */
const char *const *
mattra_signer_list_acting_words (void)
{
  return acting_words;
}

/**
 * mattra_signer_split_acting:
 * @acting: (nullable): how a person acts for another post, with that post behind it; a space between need not be
 * @post: (out): the post, within @acting; empty where none is named
 *
 * Parts "รักษาราชการแทนปลัดเทศบาล" into how it is acted and for which post.
 *
 * Returns: (transfer full) (nullable): how; %NULL where @acting is empty
 */
char *
mattra_signer_split_acting (const char  *acting,
                            const char **post)
{
  const char *rest = acting;

  g_return_val_if_fail (post != NULL, NULL);

  *post = "";
  if (acting == NULL || *acting == '\0')
    return NULL;
  for (guint i = 0; acting_words[i] && rest == acting; i++)
    if (g_str_has_prefix (acting, acting_words[i]))
      rest = acting + strlen (acting_words[i]);
  if (rest == acting)
    rest = acting + strcspn (acting, " ");
  *post = rest + strspn (rest, " ");
  return g_strndup (acting, (gsize) (rest - acting));
}
