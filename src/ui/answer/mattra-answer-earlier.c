/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer-earlier.h"

#include <glib/gi18n-lib.h>

#include "mattra-answer-before.h"
#include "mattra-earlier-measure.h"
#include "mattra-word-digits.h"

struct _MattraAnswerEarlier
{
  AdwBin parent_instance;

  MattraSession *session;
  MattraAnswerBefore *before;
  MattraTableContext context; /* without a plan: that is the earlier one */
  char *measure;              /* ULID of the one that is shown, this year's */
  guint serial;               /* of the newest question to the register */
};

G_DEFINE_FINAL_TYPE (MattraAnswerEarlier, mattra_answer_earlier, ADW_TYPE_BIN)

/* Its own copy of what is asked, for the register's thread. */
typedef struct
{
  guint serial;
  char *measure;
  char *division;
  MattraEarlierMeasure *earlier;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->measure);
  g_free (job->division);
  mattra_earlier_measure_free (job->earlier);
  g_free (job);
}

static gboolean
load (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  return mattra_load_earlier_measure (store, plan, job->measure, job->division, &job->earlier, error);
}

/* What the division said itself, or else what was said for all jointly. */
static gboolean
show_earlier (MattraAnswerEarlier        *self,
              const MattraEarlierMeasure *earlier)
{
  MattraTableContext context = self->context;
  g_autofree char *year = NULL;
  g_autofree char *title = NULL;

  context.plan = earlier->plan;
  year = mattra_digits_format (mattra_plan_get_fiscal_year (context.plan), mattra_word_digits (context.digits));
  /* Translators: a fiscal year of the Buddhist Era. */
  title = g_strdup_printf (_("Answer of Fiscal Year %s"), year);
  mattra_answer_before_set_title (self->before, title);
  return mattra_answer_before_show (self->before, &context, earlier->measure, context.round, earlier->division)
         || mattra_answer_before_show (self->before, &context, earlier->measure, context.round, NULL);
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraAnswerEarlier) self = user_data;
  gpointer data = NULL;
  Job *job = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, NULL))
    return;
  job = data;
  if (self->session != NULL && job->serial == self->serial)
    gtk_widget_set_visible (GTK_WIDGET (self), job->earlier != NULL && show_earlier (self, job->earlier));
  job_free (job);
}

/**
 * mattra_answer_earlier_show:
 * @self: what was answered in the year before
 * @context: under what values are put into words; its round is the answer's
 * @measure: ULID of the measure of this year
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one
 *
 * Shows what was answered for the measure in the same round of the year that it came from, by the division or else
 * for all jointly, as soon as that is read.
 */
void
mattra_answer_earlier_show (MattraAnswerEarlier      *self,
                            const MattraTableContext *context,
                            const char               *measure,
                            const char               *division)
{
  Job *job = NULL;

  g_return_if_fail (MATTRA_IS_ANSWER_EARLIER (self) && context != NULL && measure != NULL);

  if (g_strcmp0 (self->measure, measure) != 0)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_free (self->measure);
  self->measure = g_strdup (measure);
  self->context = *context;
  self->context.plan = NULL;
  job = g_new0 (Job, 1);
  job->serial = ++self->serial;
  job->measure = g_strdup (measure);
  job->division = g_strdup (division);
  mattra_session_query_async (self->session, load, job, job_free, loaded, g_object_ref (self));
}

static void
mattra_answer_earlier_dispose (GObject *object)
{
  g_clear_object (&MATTRA_ANSWER_EARLIER (object)->session);
  G_OBJECT_CLASS (mattra_answer_earlier_parent_class)->dispose (object);
}

static void
mattra_answer_earlier_finalize (GObject *object)
{
  g_free (MATTRA_ANSWER_EARLIER (object)->measure);
  G_OBJECT_CLASS (mattra_answer_earlier_parent_class)->finalize (object);
}

static void
mattra_answer_earlier_class_init (MattraAnswerEarlierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_answer_earlier_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_answer_earlier_finalize;
}

static void
mattra_answer_earlier_init (MattraAnswerEarlier *self)
{
  self->before = MATTRA_ANSWER_BEFORE (mattra_answer_before_new (""));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->before));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mattra_answer_earlier_new:
 * @session: a register's session
 *
 * Returns: (transfer floating): an answer that is not there yet
 */
GtkWidget *
mattra_answer_earlier_new (MattraSession *session)
{
  MattraAnswerEarlier *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_ANSWER_EARLIER, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
