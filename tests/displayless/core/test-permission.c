/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-permission.h"

#include <string.h>

/* What each role may do, by a letter for each state (draft, submitted, returned, approved, closed): "y" for yes, else
 * the first letter of the reason: role, division of others, not submitted, submitted, approved, returned (b, for sent
 * back), closed. First for answers of others, then for one's own. */
static const struct
{
  MattraAction action;
  const char *secretary[2];
  const char *head[2];
  const char *chief[2];
} matrix[] = {
  { MATTRA_ACTION_EDIT_PLAN, { "yyyyy", "yyyyy" }, { "rrrrr", "rrrrr" }, { "rrrrr", "rrrrr" } },
  { MATTRA_ACTION_EDIT_ANSWER, { "yyyyc", "yyyyc" }, { "ddddd", "ysyac" }, { "rrrrr", "rrrrr" } },
  { MATTRA_ACTION_ADD_EVIDENCE, { "yyyyc", "yyyyc" }, { "ddddd", "ysyac" }, { "rrrrr", "rrrrr" } },
  { MATTRA_ACTION_SUBMIT, { "ysyyc", "ysyyc" }, { "ddddd", "ysyyc" }, { "rrrrr", "rrrrr" } },
  { MATTRA_ACTION_WITHDRAW, { "nybac", "nybac" }, { "ddddd", "nybac" }, { "rrrrr", "rrrrr" } },
  { MATTRA_ACTION_RETURN, { "nybyc", "nybyc" }, { "rrrrr", "rrrrr" }, { "nybyc", "nybyc" } },
  { MATTRA_ACTION_APPROVE, { "nybac", "nybac" }, { "rrrrr", "rrrrr" }, { "nybac", "nybac" } },
  { MATTRA_ACTION_COMMENT, { "yyyyy", "yyyyy" }, { "yyyyy", "yyyyy" }, { "yyyyy", "yyyyy" } },
  { MATTRA_ACTION_SEAL, { "yyyyy", "yyyyy" }, { "rrrrr", "rrrrr" }, { "yyyyy", "yyyyy" } },
  { MATTRA_ACTION_ROLL_OVER, { "yyyyy", "yyyyy" }, { "rrrrr", "rrrrr" }, { "rrrrr", "rrrrr" } },
  { MATTRA_ACTION_EDIT_PEOPLE, { "yyyyy", "yyyyy" }, { "rrrrr", "rrrrr" }, { "rrrrr", "rrrrr" } },
  { MATTRA_ACTION_SETTINGS, { "yyyyy", "yyyyy" }, { "rrrrr", "rrrrr" }, { "rrrrr", "rrrrr" } },
};

static const char *
expected_of (guint      row,
             MattraRole role,
             gboolean   own)
{
  switch (role)
    {
    case MATTRA_ROLE_SECRETARY:
      return matrix[row].secretary[own];
    case MATTRA_ROLE_DIVISION_HEAD:
      return matrix[row].head[own];
    case MATTRA_ROLE_CHIEF_EXECUTIVE:
      return matrix[row].chief[own];
    case MATTRA_ROLE_VIEWER:
    default:
      return "rrrrr";
    }
}

static void
test_matrix (void)
{
  static const char letters[] = "yrdnsabc";

  g_assert_cmpuint (G_N_ELEMENTS (matrix), ==, MATTRA_N_ACTIONS);
  for (guint row = 0; row < G_N_ELEMENTS (matrix); row++)
    for (MattraRole role = 0; role < MATTRA_N_ROLES; role++)
      for (gboolean own = FALSE; own <= TRUE; own++)
        for (MattraReviewState state = 0; state < MATTRA_N_REVIEW_STATES; state++)
          {
            MattraReason reason = mattra_permission_ask (role, matrix[row].action, own, state);

            g_test_message ("%s action %u own %d %s", mattra_role_to_string (role), matrix[row].action, own,
                            mattra_review_state_to_string (state));
            g_assert_cmpint (matrix[row].action, ==, row);
            g_assert_cmpuint (reason, <, strlen (letters));
            g_assert_cmpint (letters[reason], ==, expected_of (row, role, own)[state]);
          }
}

/* Whatever is no matter of an answer does not depend on whose it is or how far it has come. */
static void
test_of_answers (void)
{
  for (MattraRole role = 0; role < MATTRA_N_ROLES; role++)
    for (MattraAction action = 0; action < MATTRA_N_ACTIONS; action++)
      for (MattraReviewState state = 0; state < MATTRA_N_REVIEW_STATES; state++)
        {
          if (mattra_action_is_of_answer (action))
            continue;
          g_assert_cmpint (mattra_permission_ask (role, action, TRUE, state), ==,
                           mattra_permission_ask (role, action, FALSE, MATTRA_REVIEW_DRAFT));
        }
  g_assert_true (mattra_action_is_of_answer (MATTRA_ACTION_EDIT_ANSWER));
  g_assert_true (mattra_action_is_of_answer (MATTRA_ACTION_APPROVE));
}

/* Every refusal has words of its own, every role and state a name. */
static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (mattra_reason_to_text (MATTRA_REASON_NONE), ==, "");
  for (MattraReason reason = 1; reason < MATTRA_N_REASONS; reason++)
    {
      g_assert_cmpuint (strlen (mattra_reason_to_text (reason)), >, 10);
      g_assert_true (g_hash_table_add (seen, (gpointer) mattra_reason_to_text (reason)));
    }
  for (MattraRole role = 0; role < MATTRA_N_ROLES; role++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) mattra_role_to_text (role)));
      g_assert_nonnull (mattra_role_to_string (role));
    }
  for (MattraReviewState state = 0; state < MATTRA_N_REVIEW_STATES; state++)
    g_assert_true (g_hash_table_add (seen, (gpointer) mattra_review_state_to_text (state)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/permission/matrix", test_matrix);
  g_test_add_func ("/permission/of-answers", test_of_answers);
  g_test_add_func ("/permission/words", test_words);
  return g_test_run ();
}
