/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-copy.h"

#include <glib/gi18n-lib.h>

#include "mattra-copy-answers.h"
#include "mattra-word-digits.h"

#define REPLY_COPY "copy"
#define REPLY_DISMISS "dismiss"

/* How the history calls it. */
#define ACT "copy-answers"

struct _MattraWindowCopy
{
  GObject parent_instance;

  MattraSession *session;
  MattraWindowPlace *place;
  GSettings *settings;
  MattraBar *bar;
  guint n_measures;     /* that would be copied, when they were counted */
  gboolean counted;     /* for this plan, since the round was chosen */
  guint asked;          /* counts questions: only the last one's answer is taken */
};

G_DEFINE_FINAL_TYPE (MattraWindowCopy, mattra_window_copy, G_TYPE_OBJECT)

/* Whether to offer it. The numbers beside the lists tell at no cost that there are results; only where
 * there are none is the register asked, once for a round that was chosen. */

static gboolean
may_offer (MattraWindowCopy *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  const MattraPlanRound *round = mattra_plan_get_round (plan, MATTRA_ROUND_FULL_YEAR);
  MattraProgress progress = { 0 };

  mattra_session_get_progress (self->session, NULL, &progress);
  return mattra_session_get_round (self->session) == MATTRA_ROUND_FULL_YEAR
         && !mattra_session_get_read_only (self->session) && round && round->open
         && progress.n_measures > 0 && progress.answered == 0
         && mattra_window_place_get_uncopied (self->place) != mattra_plan_get_fiscal_year (plan);
}

static void
show (MattraWindowCopy *self)
{
  guint n = self->counted && may_offer (self) ? self->n_measures : 0;
  g_autofree char *words = NULL;
  g_autofree char *shown = NULL;

  words = g_strdup_printf (
    ngettext ("The 12 months have no results yet; the first 6 months have those of %u measure.",
              "The 12 months have no results yet; the first 6 months have those of %u measures.", n),
    n);
  shown = mattra_digits_apply (words, mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits")));
  mattra_bar_set_text (self->bar, n > 0 ? shown : NULL);
}

typedef struct
{
  guint asked;
  guint n_measures;
  guint n_present;
} Count;

static gboolean
count (MattraStore  *store,
       MattraPlan   *plan,
       gpointer      data,
       GError      **error)
{
  Count *self = data;

  return mattra_copy_answers_count (store, plan, MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR,
                                    &self->n_measures, &self->n_present, error);
}

static void
counted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraWindowCopy) self = user_data;
  g_autofree Count *counts = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, (gpointer *) &counts, NULL)
      || counts->asked != self->asked)
    return;
  self->counted = TRUE;
  self->n_measures = counts->n_present == 0 ? counts->n_measures : 0;
  show (self);
}

static void
ask (MattraWindowCopy *self)
{
  Count *counts = NULL;

  if (self->counted || !may_offer (self))
    {
      show (self);
      return;
    }
  counts = g_new0 (Count, 1);
  counts->asked = ++self->asked;
  mattra_session_query_async (self->session, count, counts, g_free, counted, g_object_ref (self));
}

static void
ask_anew (MattraWindowCopy *self)
{
  self->counted = FALSE;
  self->asked++;
  ask (self);
}

/* Replies */

static gboolean
copy (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  return mattra_copy_answers (store, plan, MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR, NULL, error);
}

static void
reply (MattraWindowCopy *self,
       const char       *id)
{
  if (g_str_equal (id, REPLY_COPY))
    mattra_session_act_async (self->session, ACT, NULL, copy, NULL, NULL, NULL, NULL);
  else
    mattra_window_place_set_uncopied (self->place,
                                      mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session)));
  mattra_bar_set_text (self->bar, NULL);
}

/* The object */

static void
mattra_window_copy_dispose (GObject *object)
{
  MattraWindowCopy *self = MATTRA_WINDOW_COPY (object);

  g_clear_object (&self->session);
  g_clear_object (&self->place);
  g_clear_object (&self->settings);
  g_clear_object (&self->bar);
  G_OBJECT_CLASS (mattra_window_copy_parent_class)->dispose (object);
}

static void
mattra_window_copy_class_init (MattraWindowCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_window_copy_dispose;
}

static void
mattra_window_copy_init (MattraWindowCopy *self)
{
}

/**
 * mattra_window_copy_new:
 * @session: the register's session
 * @page: its page
 * @place: where it is kept that the user does not want it
 * @settings: the user's settings
 *
 * Returns: (transfer full): what offers to copy results
 */
MattraWindowCopy *
mattra_window_copy_new (MattraSession      *session,
                        MattraRegisterPage *page,
                        MattraWindowPlace  *place,
                        GSettings          *settings)
{
  MattraWindowCopy *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_REGISTER_PAGE (page), NULL);
  g_return_val_if_fail (MATTRA_IS_WINDOW_PLACE (place) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_WINDOW_COPY, NULL);
  self->session = g_object_ref (session);
  self->place = g_object_ref (place);
  self->settings = g_object_ref (settings);
  self->bar = g_object_ref (mattra_register_page_get_copy_bar (page));
  mattra_bar_set_reply (self->bar, 0, REPLY_COPY, _("_Copy Results"));
  mattra_bar_set_reply (self->bar, 1, REPLY_DISMISS, _("_Don’t Copy"));
  g_signal_connect_object (self->bar, "reply", G_CALLBACK (reply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "counts-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (ask_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (ask_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::digits", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}
