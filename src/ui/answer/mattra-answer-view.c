/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer-view-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-round-name.h"
#include "mattra-word-digits.h"

G_DEFINE_FINAL_TYPE (MattraAnswerView, mattra_answer_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_DRAFT,
  SIGNAL_KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraAnswerView *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

/* Whose answers */

/* Who may change any answer chooses for whom; a head answers for the own division. */
static gboolean
may_choose (MattraAnswerView *self)
{
  MattraActor actor;

  mattra_review_act_get_actor (self->session, &actor);
  return mattra_permission_ask (actor.role, MATTRA_ACTION_EDIT_ANSWER, FALSE, MATTRA_REVIEW_DRAFT)
         == MATTRA_REASON_NONE;
}

static const char *
first_division (MattraAnswerView *self)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));

  return mattra_division_list_get_size (divisions) > 0 ? mattra_division_list_get (divisions, 0)->id : NULL;
}

static gboolean
is_of_plan (MattraAnswerView *self,
            const char       *division)
{
  return division && *division
         && mattra_division_list_find_id (mattra_plan_get_divisions (mattra_session_get_plan (self->session)), division);
}

static const char *
get_division (MattraAnswerView *self)
{
  MattraActor actor;
  const char *looked_at = mattra_session_get_division (self->session);

  mattra_review_act_get_actor (self->session, &actor);
  if (!may_choose (self))
    return mattra_permission_ask (actor.role, MATTRA_ACTION_EDIT_ANSWER, TRUE, MATTRA_REVIEW_DRAFT)
             == MATTRA_REASON_NONE ? actor.division : NULL;
  if (is_of_plan (self, self->chosen))
    return self->chosen;
  if (is_of_plan (self, looked_at))
    return looked_at;
  return is_of_plan (self, actor.division) ? actor.division : first_division (self);
}

static const char *
get_division_name (MattraAnswerView *self)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));
  const char *id = get_division (self);
  const MattraDivision *division = id ? mattra_division_list_find_id (divisions, id) : NULL;

  return division ? mattra_division_get_short_name (division) : NULL;
}

static char *
dup_subtitle (MattraAnswerView *self)
{
  MattraRound round = mattra_session_get_round (self->session);
  const char *division = get_division_name (self);
  g_autofree char *name = round != MATTRA_ROUND_NONE ? mattra_round_name (round, get_digits (self)) : NULL;

  return division ? g_strjoin (" · ", division, name, NULL) : g_steal_pointer (&name);
}

/* What is shown */

static void
show_progress (MattraAnswerView *self,
               guint             place)
{
  guint n_open = mattra_answer_queue_count_open (&self->queue);
  g_autofree char *which = mattra_digits_format ((int) place + 1, get_digits (self));
  g_autofree char *all = mattra_digits_format ((int) self->queue.shown->len, get_digits (self));
  g_autofree char *open = mattra_digits_format ((int) n_open, get_digits (self));
  g_autofree char *progress = g_strdup_printf (_("Measure %s of %s"), which, all);
  g_autofree char *left = n_open > 0 ? g_strdup_printf (_("still open: %s"), open) : g_strdup (_("all handed in"));
  g_autofree char *text = g_strdup_printf ("%s · %s", progress, left);

  mattra_answer_page_set_progress (self->page, text);
}

/* Taking back has the place of submitting where that is done. */
static MattraReviewVerdict
get_verdict (MattraAnswerView *self)
{
  return mattra_review_box_get_mark (mattra_answer_page_get_review (self->page)) == MATTRA_REVIEW_MARK_SUBMITTED
           ? MATTRA_VERDICT_WITHDRAWN : MATTRA_VERDICT_SUBMITTED;
}

static void
show_submit (MattraAnswerView *self)
{
  MattraReviewBox *review = mattra_answer_page_get_review (self->page);
  MattraReviewVerdict verdict = get_verdict (self);
  MattraReason reason = mattra_review_box_ask (review, verdict);
  const char *why = mattra_review_box_get_why (review, verdict);
  gboolean withdraw = verdict == MATTRA_VERDICT_WITHDRAWN;
  /* An answer is written while one looks at the button: that there is none yet is said when it is pressed. */
  gboolean early = reason == MATTRA_REASON_NO_ANSWER && !mattra_session_get_read_only (self->session);

  gtk_button_set_label (self->submit, withdraw ? _("_Take Back") : _("_Submit and Next"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->submit), why == NULL || early);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->submit), why);
  if (withdraw)
    gtk_widget_remove_css_class (GTK_WIDGET (self->submit), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->submit), "suggested-action");
  gtk_label_set_text (self->why, why && !early ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), why && !early);
}

static void
show_end (MattraAnswerView *self)
{
  const char *division = get_division_name (self);
  gboolean owes = self->queue.answers && self->queue.answers->len > 0;
  gboolean any = division != NULL && mattra_session_get_round (self->session) != MATTRA_ROUND_NONE;
  gboolean reading = any && self->queue.answers == NULL;
  const char *title = any && owes ? _("All Is Handed In") : _("Nothing to Answer");
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (reading)
    text = g_strdup ("");
  else if (!any)
    text = g_strdup (_("The register gives you no division to answer for. Choose who you are, or ask the secretary."));
  else if (owes)
    text = g_strdup_printf (_("Everything that %s owes is handed in and waits for approval or has it. Thank you."), division);
  else
    text = g_strdup_printf (_("No measure awaits an answer of %s."), division);
  adw_status_page_set_icon_name (self->end, owes ? "object-select-symbolic" : "view-list-symbolic");
  adw_status_page_set_title (self->end, reading ? _("Reading…") : title);
  escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->end, escaped);
  gtk_widget_set_visible (self->again, any && owes);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->end));
  gtk_widget_set_visible (self->bar, FALSE);
}

static void
show_current (MattraAnswerView *self)
{
  guint place = 0;
  const MattraAwaitedAnswer *answer = mattra_answer_queue_find (&self->queue, &place);

  self->updating = TRUE;
  mattra_answer_list_show (self->list, self->queue.shown, self->queue.current,
                           (MattraDigits) g_settings_get_enum (self->settings, "digits"));
  self->updating = FALSE;
  if (answer == NULL)
    {
      show_end (self);
      return;
    }
  mattra_answer_page_set_answer (self->page, answer->measure, mattra_session_get_round (self->session),
                                 answer->division);
  show_progress (self, place);
  gtk_widget_set_sensitive (self->previous, place > 0);
  gtk_widget_set_sensitive (self->next, place + 1 < self->queue.shown->len);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  gtk_widget_set_visible (self->bar, TRUE);
  show_submit (self);
}

static void
go_to (MattraAnswerView *self,
       const char       *measure)
{
  mattra_answer_queue_go_to (&self->queue, measure);
  show_current (self);
}

/* What the register has */

static gboolean
shows_all (MattraAnswerView *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->show_all));
}

/* Takes over @answers. */
static void
take_answers (MattraAnswerView *self,
              GPtrArray        *answers)
{
  mattra_answer_queue_take (&self->queue, answers, shows_all (self));
  show_current (self);
}

typedef struct
{
  guint serial;
  MattraRound round;
  char *division;
  GPtrArray *answers;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->division);
  g_clear_pointer (&job->answers, g_ptr_array_unref);
  g_free (job);
}

static gboolean
load (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  job->answers = mattra_list_awaited_answers (store, plan, job->round, job->division, error);
  return job->answers != NULL;
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraAnswerView) self = user_data;
  gpointer data = NULL;
  Job *job = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, NULL))
    return;
  job = data;
  if (self->session && job->serial == self->serial)
    take_answers (self, g_steal_pointer (&job->answers));
  job_free (job);
}

static void
reload (MattraAnswerView *self)
{
  const char *division = get_division (self);
  MattraRound round = mattra_session_get_round (self->session);
  Job *job = NULL;

  self->serial++;
  if (division == NULL || round == MATTRA_ROUND_NONE)
    {
      take_answers (self, NULL);
      return;
    }
  job = g_new0 (Job, 1);
  job->serial = self->serial;
  job->round = round;
  job->division = g_strdup (division);
  mattra_session_query_async (self->session, load, job, job_free, loaded, g_object_ref (self));
}

static gboolean
is_seen (MattraAnswerView *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* While nobody looks nothing is read. */
static void
measures_changed (MattraAnswerView *self,
                  GPtrArray        *measures)
{
  if (!is_seen (self))
    return;
  if (self->queue.current
      && (measures == NULL || g_ptr_array_find_with_equal_func (measures, self->queue.current, g_str_equal, NULL)))
    mattra_answer_page_reload (self->page);
  reload (self);
}

/* Other divisions to choose from */

static void
show_divisions (MattraAnswerView *self)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *division = get_division (self);
  guint chosen = GTK_INVALID_LIST_POSITION;

  self->updating = TRUE;
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      gtk_string_list_append (names, mattra_division_list_get (divisions, i)->name);
      if (g_strcmp0 (mattra_division_list_get (divisions, i)->id, division) == 0)
        chosen = i;
    }
  gtk_drop_down_set_model (self->divisions, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->divisions, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->divisions), may_choose (self));
  self->updating = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/* What is typed belongs to the answer before. */
static void
begin (MattraAnswerView *self)
{
  mattra_answer_page_commit (self->page);
  mattra_answer_queue_restart (&self->queue);
  show_divisions (self);
  reload (self);
}

void
mattra_answer_view_choose_division (MattraAnswerView *self)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));
  guint chosen = gtk_drop_down_get_selected (self->divisions);

  if (self->updating || chosen >= mattra_division_list_get_size (divisions))
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (mattra_division_list_get (divisions, chosen)->id);
  begin (self);
}

static void
view_changed (MattraAnswerView *self)
{
  if (is_seen (self))
    begin (self);
}

static void
plan_changed (MattraAnswerView *self)
{
  if (!is_seen (self))
    return;
  show_divisions (self);
  mattra_answer_page_reload (self->page);
  reload (self);
}

/* Going through them */

static void
step (MattraAnswerView *self,
      int               delta)
{
  guint place = 0;

  if (!mattra_answer_queue_find (&self->queue, &place) || (delta < 0 && place == 0) || (delta > 0 && place + 1 >= self->queue.shown->len))
    return;
  mattra_answer_page_commit (self->page);
  go_to (self, mattra_answer_queue_get (&self->queue, place + (guint) delta)->measure);
}

void
mattra_answer_view_go_back (MattraAnswerView *self)
{
  step (self, -1);
}

void
mattra_answer_view_go_on (MattraAnswerView *self)
{
  step (self, 1);
}

void
mattra_answer_view_choose (MattraAnswerView *self,
                           const char       *measure)
{
  g_autofree char *copy = g_strdup (measure);

  if (self->updating)
    return;
  mattra_answer_page_commit (self->page);
  go_to (self, copy);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

void
mattra_answer_view_submit (MattraAnswerView *self)
{
  MattraReviewBox *review = mattra_answer_page_get_review (self->page);

  if (self->queue.current == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->submit)))
    return;
  if (mattra_review_box_ask (review, get_verdict (self)) == MATTRA_REASON_NO_ANSWER)
    {
      gtk_label_set_text (self->why, mattra_reason_to_text (MATTRA_REASON_NO_ANSWER));
      gtk_widget_set_visible (GTK_WIDGET (self->why), TRUE);
      mattra_answer_page_focus_field (self->page, "results");
      return;
    }
  mattra_answer_page_commit (self->page);
  mattra_review_box_take (review, get_verdict (self), NULL);
}

/* The list is read anew for what was taken: it is marked here so that the way on does not wait. */
static void
taken (MattraAnswerView *self,
       int               verdict)
{
  MattraAwaitedAnswer *answer = NULL;
  const MattraAwaitedAnswer *after = NULL;
  guint place = 0;

  answer = mattra_answer_queue_find (&self->queue, &place);
  if (verdict != MATTRA_VERDICT_SUBMITTED || answer == NULL)
    return;
  answer->open = FALSE;
  answer->mark = MATTRA_REVIEW_MARK_SUBMITTED;
  after = mattra_answer_queue_find_open (&self->queue, place + 1);
  go_to (self, after ? after->measure : NULL);
}

void
mattra_answer_view_show_all (MattraAnswerView *self)
{
  if (self->updating)
    return;
  mattra_answer_queue_choose (&self->queue, shows_all (self));
  show_current (self);
}

void
mattra_answer_view_look_again (MattraAnswerView *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->show_all), TRUE);
  if (self->queue.shown->len > 0)
    go_to (self, mattra_answer_queue_get (&self->queue, 0)->measure);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraAnswerView      *self)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    void (*run) (MattraAnswerView *self);
  } keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, mattra_answer_view_submit },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, mattra_answer_view_submit },
    { GDK_KEY_Left, GDK_ALT_MASK, mattra_answer_view_go_back },
    { GDK_KEY_Right, GDK_ALT_MASK, mattra_answer_view_go_on },
    { GDK_KEY_Up, GDK_ALT_MASK, mattra_answer_view_go_back },
    { GDK_KEY_Down, GDK_ALT_MASK, mattra_answer_view_go_on },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, mattra_answer_view_go_back },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, mattra_answer_view_go_on },
  };

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == keyval && keys[i].state == state)
      {
        keys[i].run (self);
        return TRUE;
      }
  return FALSE;
}

/* The object */

static void
mattra_answer_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (MATTRA_ANSWER_VIEW (widget)->flap), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
mattra_answer_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  mattra_answer_view_allocate (MATTRA_ANSWER_VIEW (widget), width, height, baseline);
}

static void
build_page (MattraAnswerView *self)
{
  MattraReviewBox *review = NULL;

  self->page = MATTRA_ANSWER_PAGE (mattra_answer_page_new (self->session, self->settings));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->page));
  review = mattra_answer_page_get_review (self->page);
  g_signal_connect_object (review, "shown", G_CALLBACK (show_submit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "taken", G_CALLBACK (taken), self, G_CONNECT_SWAPPED);
}

static void
mattra_answer_view_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROP_SUBTITLE)
    g_value_take_string (value, dup_subtitle (MATTRA_ANSWER_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mattra_answer_view_dispose (GObject *object)
{
  MattraAnswerView *self = MATTRA_ANSWER_VIEW (object);

  g_clear_handle_id (&self->fold_idle, g_source_remove);
  if (self->flap)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->flap)));
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_answer_view_parent_class)->dispose (object);
}

static void
mattra_answer_view_finalize (GObject *object)
{
  MattraAnswerView *self = MATTRA_ANSWER_VIEW (object);

  mattra_answer_queue_clear (&self->queue);
  g_free (self->chosen);
  G_OBJECT_CLASS (mattra_answer_view_parent_class)->finalize (object);
}

static void
mattra_answer_view_class_init (MattraAnswerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_answer_view_get_property;
  object_class->dispose = mattra_answer_view_dispose;
  object_class->finalize = mattra_answer_view_finalize;
  widget_class->measure = mattra_answer_view_measure;
  widget_class->size_allocate = mattra_answer_view_size_allocate;

  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_ANSWER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING,
                                        G_TYPE_STRING);
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MATTRA_TYPE_ANSWER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING,
                                       G_TYPE_STRING);
}

static void
mattra_answer_view_init (MattraAnswerView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  mattra_answer_queue_init (&self->queue);
  mattra_answer_view_build (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
pass_draft (MattraAnswerView *self,
            const char       *measure,
            const char       *field,
            int               round,
            const char       *division,
            const char       *text)
{
  g_signal_emit (self, signals[SIGNAL_DRAFT], 0, measure, field, round, division, text);
  show_submit (self);
}

static void
pass_kept (MattraAnswerView *self,
           const char       *measure,
           const char       *field,
           int               round,
           const char       *division,
           const char       *text)
{
  g_signal_emit (self, signals[SIGNAL_KEPT], 0, measure, field, round, division, text);
}

static void
follow_session (MattraAnswerView *self)
{
  static const struct
  {
    const char *signal;
    void (*follow) (MattraAnswerView *self);
  } watched[] = {
    { "notify::plan", plan_changed },
    { "notify::round", view_changed },
    { "notify::actor", view_changed },
    { "notify::read-only", show_submit },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i].signal, G_CALLBACK (watched[i].follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (measures_changed), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_answer_view_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): a view of what is to be answered; it is empty until mattra_answer_view_open()
 */
GtkWidget *
mattra_answer_view_new (MattraSession *session,
                        GSettings     *settings)
{
  MattraAnswerView *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_ANSWER_VIEW, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  build_page (self);
  g_signal_connect_object (self->page, "draft", G_CALLBACK (pass_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "kept", G_CALLBACK (pass_kept), self, G_CONNECT_SWAPPED);
  follow_session (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_answer_view_get_measure:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): ULID of the measure that is being answered; %NULL where all is handed in
 */
const char *
mattra_answer_view_get_measure (MattraAnswerView *self)
{
  g_return_val_if_fail (MATTRA_IS_ANSWER_VIEW (self), NULL);

  return self->queue.current;
}

/**
 * mattra_answer_view_open:
 * @self: a view
 *
 * Begins anew with what is open now: what was sent back first.
 */
void
mattra_answer_view_open (MattraAnswerView *self)
{
  g_return_if_fail (MATTRA_IS_ANSWER_VIEW (self));

  g_clear_pointer (&self->chosen, g_free);
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->show_all), FALSE);
  self->updating = FALSE;
  begin (self);
}

/**
 * mattra_answer_view_commit:
 * @self: a view
 *
 * Commits what was typed.
 */
void
mattra_answer_view_commit (MattraAnswerView *self)
{
  g_return_if_fail (MATTRA_IS_ANSWER_VIEW (self));

  mattra_answer_page_commit (self->page);
}
