/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-permission.h"

#include <glib/gi18n-lib.h>

/* In one file that several share this is a courtesy and no wall: who can write the file can write all of it. */

/* What stands in the table. */
#define YES MATTRA_REASON_NONE
#define ROL MATTRA_REASON_ROLE
#define OTH MATTRA_REASON_OTHER_DIVISION
#define NOT MATTRA_REASON_NOT_SUBMITTED
#define SUB MATTRA_REASON_SUBMITTED
#define APP MATTRA_REASON_APPROVED
#define RET MATTRA_REASON_RETURNED
#define CLO MATTRA_REASON_CLOSED

/* A row: draft, submitted, returned, approved, closed. */
#define ALWAYS { YES, YES, YES, YES, YES }
#define NEVER { ROL, ROL, ROL, ROL, ROL }
#define OTHERS { OTH, OTH, OTH, OTH, OTH }

/* Both the division's own answers and those of others, for whom that makes no difference. */
#define ALIKE(...) { { __VA_ARGS__ }, { __VA_ARGS__ } }
#define ALL_ALIKE(row) { row, row }

/* The one table of who may do what and when. The secretary mends answers on behalf of those who telephone, so also
 * after an approval: what was changed then is shown beside it. A division head's answer rests while it lies with
 * others, who would else decide on what they did not read. */
static const guint8 permissions[MATTRA_N_ROLES][MATTRA_N_ACTIONS][2][MATTRA_N_REVIEW_STATES] = {
  [MATTRA_ROLE_SECRETARY] = {
    [MATTRA_ACTION_EDIT_PLAN] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_EDIT_ANSWER] = ALIKE (YES, YES, YES, YES, CLO),
    [MATTRA_ACTION_ADD_EVIDENCE] = ALIKE (YES, YES, YES, YES, CLO),
    [MATTRA_ACTION_SUBMIT] = ALIKE (YES, SUB, YES, YES, CLO),
    [MATTRA_ACTION_WITHDRAW] = ALIKE (NOT, YES, RET, APP, CLO),
    [MATTRA_ACTION_RETURN] = ALIKE (NOT, YES, RET, YES, CLO),
    [MATTRA_ACTION_APPROVE] = ALIKE (NOT, YES, RET, APP, CLO),
    [MATTRA_ACTION_COMMENT] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_SEAL] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_ROLL_OVER] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_EDIT_PEOPLE] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_SETTINGS] = ALL_ALIKE (ALWAYS),
  },
  [MATTRA_ROLE_DIVISION_HEAD] = {
    [MATTRA_ACTION_EDIT_PLAN] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_EDIT_ANSWER] = { OTHERS, { YES, SUB, YES, APP, CLO } },
    [MATTRA_ACTION_ADD_EVIDENCE] = { OTHERS, { YES, SUB, YES, APP, CLO } },
    [MATTRA_ACTION_SUBMIT] = { OTHERS, { YES, SUB, YES, YES, CLO } },
    [MATTRA_ACTION_WITHDRAW] = { OTHERS, { NOT, YES, RET, APP, CLO } },
    [MATTRA_ACTION_RETURN] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_APPROVE] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_COMMENT] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_SEAL] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_ROLL_OVER] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_EDIT_PEOPLE] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_SETTINGS] = ALL_ALIKE (NEVER),
  },
  [MATTRA_ROLE_CHIEF_EXECUTIVE] = {
    [MATTRA_ACTION_EDIT_PLAN] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_EDIT_ANSWER] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_ADD_EVIDENCE] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_SUBMIT] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_WITHDRAW] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_RETURN] = ALIKE (NOT, YES, RET, YES, CLO),
    [MATTRA_ACTION_APPROVE] = ALIKE (NOT, YES, RET, APP, CLO),
    [MATTRA_ACTION_COMMENT] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_SEAL] = ALL_ALIKE (ALWAYS),
    [MATTRA_ACTION_ROLL_OVER] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_EDIT_PEOPLE] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_SETTINGS] = ALL_ALIKE (NEVER),
  },
  [MATTRA_ROLE_VIEWER] = {
    [MATTRA_ACTION_EDIT_PLAN] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_EDIT_ANSWER] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_ADD_EVIDENCE] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_SUBMIT] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_WITHDRAW] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_RETURN] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_APPROVE] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_COMMENT] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_SEAL] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_ROLL_OVER] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_EDIT_PEOPLE] = ALL_ALIKE (NEVER),
    [MATTRA_ACTION_SETTINGS] = ALL_ALIKE (NEVER),
  },
};

/**
 * mattra_permission_ask:
 * @role: who wants to do it
 * @action: what
 * @own: whether the answer is the division's own; of no matter where @action is of no answer
 * @state: how far the answer has come; %MATTRA_REVIEW_DRAFT where @action is of no answer
 *
 * Asks the one table of who may do what and when. Every question has an answer.
 *
 * Returns: why it is refused; %MATTRA_REASON_NONE where it is allowed
 */
MattraReason
mattra_permission_ask (MattraRole         role,
                       MattraAction       action,
                       gboolean           own,
                       MattraReviewState  state)
{
  g_return_val_if_fail ((guint) role < MATTRA_N_ROLES, MATTRA_REASON_ROLE);
  g_return_val_if_fail ((guint) action < MATTRA_N_ACTIONS, MATTRA_REASON_ROLE);
  g_return_val_if_fail ((guint) state < MATTRA_N_REVIEW_STATES, MATTRA_REASON_ROLE);

  return permissions[role][action][own != FALSE][state];
}

/**
 * mattra_action_is_of_answer:
 * @action: an action
 *
 * Returns: whether it is done to an answer, so that its division and its state matter
 */
gboolean
mattra_action_is_of_answer (MattraAction action)
{
  return action >= MATTRA_ACTION_EDIT_ANSWER && action <= MATTRA_ACTION_APPROVE;
}

/**
 * mattra_action_to_text:
 * @action: an action
 *
 * Names what it changes, for the place in a message of refusal.
 *
 * Returns: (transfer none): the words, translated
 */
const char *
mattra_action_to_text (MattraAction action)
{
  static const char *const texts[MATTRA_N_ACTIONS] = {
    [MATTRA_ACTION_EDIT_PLAN] = N_("what is planned"),
    [MATTRA_ACTION_EDIT_ANSWER] = N_("answers"),
    [MATTRA_ACTION_ADD_EVIDENCE] = N_("evidence"),
    [MATTRA_ACTION_SUBMIT] = N_("submitting an answer"),
    [MATTRA_ACTION_WITHDRAW] = N_("withdrawing an answer"),
    [MATTRA_ACTION_RETURN] = N_("returning an answer"),
    [MATTRA_ACTION_APPROVE] = N_("approving an answer"),
    [MATTRA_ACTION_COMMENT] = N_("comments"),
    [MATTRA_ACTION_SEAL] = N_("confirming a version"),
    [MATTRA_ACTION_ROLL_OVER] = N_("starting the next round or year"),
    [MATTRA_ACTION_EDIT_PEOPLE] = N_("people, posts and divisions"),
    [MATTRA_ACTION_SETTINGS] = N_("the settings of the office and its papers"),
  };

  g_return_val_if_fail ((guint) action < MATTRA_N_ACTIONS, "");

  return _(texts[action]);
}

/**
 * mattra_reason_to_text:
 * @reason: why something is refused
 *
 * Says it in the words that window, store and command line share: what is so, and what to do about it.
 *
 * Returns: (transfer none): the words, translated; empty for %MATTRA_REASON_NONE
 */
const char *
mattra_reason_to_text (MattraReason reason)
{
  static const char *const texts[MATTRA_N_REASONS] = {
    [MATTRA_REASON_NONE] = "",
    [MATTRA_REASON_ROLE] = N_("this is not for the role that the register gives you; ask the secretary"),
    [MATTRA_REASON_OTHER_DIVISION] = N_("this answer is another division's; only your own division's can be changed"),
    [MATTRA_REASON_NOT_SUBMITTED] = N_("the answer has not been submitted yet"),
    [MATTRA_REASON_SUBMITTED] = N_("the answer is submitted and waits for approval; withdraw it to change it"),
    [MATTRA_REASON_APPROVED] = N_("the answer is approved; ask the secretary to return it"),
    [MATTRA_REASON_RETURNED] = N_("the answer was returned and has not been submitted again"),
    [MATTRA_REASON_CLOSED] = N_("its round is closed; open the round first"),
    [MATTRA_REASON_NO_ANSWER] = N_("there is no answer to submit; write the results first, or “none”"),
    [MATTRA_REASON_NO_COMMENT] = N_("what is returned needs a comment that says what to mend"),
    [MATTRA_REASON_NOT_SUBMITTER] = N_("somebody else submitted it; only who submitted can withdraw"),
    [MATTRA_REASON_UNCHANGED] = N_("the answer is approved as it stands, there is nothing to submit"),
    [MATTRA_REASON_NOT_AUTHOR] = N_("somebody else wrote it; only who wrote a comment can change it"),
  };

  g_return_val_if_fail ((guint) reason < MATTRA_N_REASONS, "");

  return *texts[reason] != '\0' ? _(texts[reason]) : "";
}

/**
 * mattra_reason_to_sentence:
 * @reason: why something is refused; not %MATTRA_REASON_NONE
 *
 * Returns: (transfer full): the words of mattra_reason_to_text() where they stand alone
 */
char *
mattra_reason_to_sentence (MattraReason reason)
{
  const char *text = mattra_reason_to_text (reason);
  GString *sentence = g_string_new (NULL);

  if (*text == '\0')
    return g_string_free (sentence, FALSE);
  g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append (sentence, g_utf8_next_char (text));
  return g_string_free (sentence, FALSE);
}

/**
 * mattra_role_to_string:
 * @role: a role
 *
 * Returns: (transfer none): its name in JSON
 */
const char *
mattra_role_to_string (MattraRole role)
{
  static const char *const names[MATTRA_N_ROLES] = { "secretary", "division_head", "chief_executive", "viewer" };

  g_return_val_if_fail ((guint) role < MATTRA_N_ROLES, "viewer");

  return names[role];
}

/**
 * mattra_role_to_text:
 * @role: a role
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
mattra_role_to_text (MattraRole role)
{
  static const char *const texts[MATTRA_N_ROLES] = { N_("secretary"), N_("division head"), N_("chief executive"),
                                                     N_("viewer") };

  g_return_val_if_fail ((guint) role < MATTRA_N_ROLES, "");

  return _(texts[role]);
}

/**
 * mattra_review_state_to_string:
 * @state: a state
 *
 * Returns: (transfer none): its name in JSON
 */
const char *
mattra_review_state_to_string (MattraReviewState state)
{
  static const char *const names[MATTRA_N_REVIEW_STATES] = { "draft", "submitted", "returned", "approved", "closed" };

  g_return_val_if_fail ((guint) state < MATTRA_N_REVIEW_STATES, "draft");

  return names[state];
}

/**
 * mattra_review_state_to_text:
 * @state: a state
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
mattra_review_state_to_text (MattraReviewState state)
{
  static const char *const texts[MATTRA_N_REVIEW_STATES] = {
    N_("draft"), N_("submitted"), N_("returned"), N_("approved"), N_("closed"),
  };

  g_return_val_if_fail ((guint) state < MATTRA_N_REVIEW_STATES, "");

  return _(texts[state]);
}
