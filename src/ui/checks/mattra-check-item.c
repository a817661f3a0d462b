/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-item.h"

G_DEFINE_FINAL_TYPE (MattraCheckItem, mattra_check_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mattra_check_item_finalize (GObject *object)
{
  MattraCheckItem *self = MATTRA_CHECK_ITEM (object);

  g_free (self->text);
  g_free (self->place);
  g_free (self->detail);
  g_free (self->measure);
  g_free (self->field);
  g_free (self->setting);
  g_free (self->question);
  g_free (self->key);
  G_OBJECT_CLASS (mattra_check_item_parent_class)->finalize (object);
}

static void
mattra_check_item_class_init (MattraCheckItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_check_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_CHECK_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
mattra_check_item_init (MattraCheckItem *self)
{
  self->open = TRUE;
}

/**
 * mattra_check_item_new:
 * @level: what the row is
 * @severity: the severity it stands under
 * @check: (nullable): name of its check; interned
 * @text: what it says
 *
 * Returns: (transfer full): a row
 */
MattraCheckItem *
mattra_check_item_new (MattraCheckLevel  level,
                       MattraSeverity    severity,
                       const char       *check,
                       const char       *text)
{
  MattraCheckItem *self = g_object_new (MATTRA_TYPE_CHECK_ITEM, NULL);

  self->level = level;
  self->severity = severity;
  self->check = check;
  self->text = g_strdup (text);
  return self;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * mattra_check_item_make_key:
 * @self: a row that is filled in
 *
 * Makes the key by which a row is known again: two rows with the same key say the same.
 */
void
mattra_check_item_make_key (MattraCheckItem *self)
{
  g_return_if_fail (MATTRA_IS_CHECK_ITEM (self));

  g_free (self->key);
  self->key = g_strdup_printf ("%d\t%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s", (int) self->level, (int) self->severity,
                               or_nothing (self->check), or_nothing (self->measure), or_nothing (self->field),
                               or_nothing (self->question), or_nothing (self->text), or_nothing (self->place),
                               or_nothing (self->detail));
}

/**
 * mattra_check_item_set_count:
 * @self: a head
 * @count: how many findings stand under it
 */
void
mattra_check_item_set_count (MattraCheckItem *self,
                             guint            count)
{
  g_return_if_fail (MATTRA_IS_CHECK_ITEM (self));

  if (self->count == count)
    return;
  self->count = count;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mattra_check_item_set_open:
 * @self: the head of a kind
 * @open: whether its findings are shown
 */
void
mattra_check_item_set_open (MattraCheckItem *self,
                            gboolean         open)
{
  g_return_if_fail (MATTRA_IS_CHECK_ITEM (self));

  if (self->open == open)
    return;
  self->open = open;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mattra_check_item_set_chosen:
 * @self: a finding
 * @chosen: whether the cursor was led to it
 */
void
mattra_check_item_set_chosen (MattraCheckItem *self,
                              gboolean         chosen)
{
  g_return_if_fail (MATTRA_IS_CHECK_ITEM (self));

  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
