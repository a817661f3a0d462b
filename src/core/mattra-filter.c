/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-filter.h"

#include "mattra-indicator.h"

/**
 * mattra_filter_copy:
 * @self: (out caller-allocates): a filter
 * @filter: another
 *
 * Makes @self a copy of @filter.
 */
void
mattra_filter_copy (MattraFilter       *self,
                    const MattraFilter *filter)
{
  *self = *filter;
  self->division = g_strdup (filter->division);
}

/**
 * mattra_filter_clear:
 * @self: a filter
 *
 * Frees what it holds.
 */
void
mattra_filter_clear (MattraFilter *self)
{
  g_clear_pointer (&self->division, g_free);
}

/**
 * mattra_filter_is_equal:
 * @self: a filter
 * @filter: another
 *
 * Returns: whether both let the same measures through
 */
gboolean
mattra_filter_is_equal (const MattraFilter *self,
                        const MattraFilter *filter)
{
  return self->list == filter->list && self->statuses == filter->statuses && self->indicator == filter->indicator
         && self->groups == filter->groups && self->years == filter->years
         && g_strcmp0 (self->division, filter->division) == 0;
}

/**
 * mattra_filter_is_plain:
 * @self: a filter
 *
 * Returns: whether it lets all measures of its division through
 */
gboolean
mattra_filter_is_plain (const MattraFilter *self)
{
  return self->list == MATTRA_LIST_ALL && self->statuses == 0 && self->indicator == 0 && self->groups == 0
         && self->years == 0;
}

/**
 * mattra_filter_get_place:
 * @self: a filter
 * @plan: a plan
 *
 * Returns: the place of the filter's division, as for mattra_standing_get_part(); a division that is not of the plan
 *   has no measures
 */
int
mattra_filter_get_place (const MattraFilter *self,
                         MattraPlan         *plan)
{
  int place;

  if (self->division == NULL)
    return MATTRA_ALL_DIVISIONS;
  if (*self->division == '\0')
    return MATTRA_NO_DIVISION;
  place = mattra_division_list_position (mattra_plan_get_divisions (plan), self->division);
  return place >= 0 ? place : MATTRA_NO_DIVISION - 1;
}

static gboolean
is_open (const MattraPart *part,
         MattraRound       round)
{
  return (part->flags[round] & (MATTRA_PART_EXPECTED | MATTRA_PART_ANSWERED)) == MATTRA_PART_EXPECTED;
}

/**
 * mattra_part_is_in_list:
 * @self: a part of a measure, or the whole
 * @list: a smart list
 * @round: the round
 *
 * Returns: whether the list holds it
 */
gboolean
mattra_part_is_in_list (const MattraPart *self,
                        MattraSmartList   list,
                        MattraRound       round)
{
  switch (list)
    {
    case MATTRA_LIST_OVERDUE:
      return (self->flags[round] & MATTRA_PART_OVERDUE) != 0;
    case MATTRA_LIST_DUE_SOON:
      return self->status[round] == MATTRA_STATUS_DUE_SOON;
    case MATTRA_LIST_NO_RESULT:
      return is_open (self, round);
    case MATTRA_LIST_RETURNED:
      return (self->flags[round] & MATTRA_PART_RETURNED) != 0;
    case MATTRA_LIST_SUBMITTED:
      return (self->flags[round] & MATTRA_PART_SUBMITTED) != 0;
    case MATTRA_LIST_CHANGED:
      return (self->flags[round] & MATTRA_PART_CHANGED) != 0;
    case MATTRA_LIST_ALL:
    default:
      return TRUE;
    }
}

static gboolean
lets_indicator (int wanted,
                int indicator)
{
  return wanted == 0 || wanted == indicator
         || (wanted == MATTRA_INDICATOR_NONE && (indicator == 0 || indicator > MATTRA_N_INDICATORS));
}

/**
 * mattra_filter_lets_part:
 * @self: a filter
 * @part: a part of a measure, or the whole
 * @round: the round that is looked at
 *
 * Returns: whether the part is let through, the indicator and the division apart: they are the measure's
 */
gboolean
mattra_filter_lets_part (const MattraFilter *self,
                         const MattraPart   *part,
                         MattraRound         round)
{
  return mattra_part_is_in_list (part, self->list, round)
         && (self->statuses == 0 || (self->statuses & (1u << part->status[round])) != 0)
         && (self->groups == 0 || (self->groups & (1u << mattra_part_get_group (part, round))) != 0);
}

/**
 * mattra_filter_lets:
 * @self: a filter
 * @standing: how a measure stands
 * @place: what mattra_filter_get_place() gives, for it is asked of many measures
 * @round: the round that is looked at
 *
 * Returns: whether the measure is let through
 */
gboolean
mattra_filter_lets (const MattraFilter   *self,
                    const MattraStanding *standing,
                    int                   place,
                    MattraRound           round)
{
  const MattraPart *part = mattra_standing_get_part (standing, place);

  return part != NULL && mattra_filter_lets_part (self, part, round)
         && lets_indicator (self->indicator, standing->indicator)
         && (self->years == 0 || (self->years & (1u << standing->year_mark)) != 0);
}
