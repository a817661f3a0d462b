/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mattra-round-name.h"
#include "mattra-status-look.h"
#include "mattra-word-digits.h"

/* In pixels. */
#define MOST_WIDTH 1180
#define TWO_COLUMNS_FROM 860
#define MARGIN 18
#define COLUMN_GAP 36
#define SECTION_GAP 26
#define ROW_GAP 8
#define GAP 8
#define LEAST_PART 9
#define TRACK_HEIGHT 4
#define SWATCH 14
#define MANY_ROWS 6

/* Shares of a column. */
#define NAME_PART 0.38
#define DAY_PART 0.24

typedef struct
{
  MattraOverviewLayout *self;
  MattraOverviewModel *model;
  const MattraOverview *overview;
  PangoContext *context;
  GHashTable *before;
  MattraDigits script;
  MattraDigits digits;
  double line;  /* height of a line of text */
  double base;  /* of its baseline below its top */
  double x;     /* of the column */
  double width; /* the same */
  double y;
  guint row;
} Builder;

static char *
say_number (Builder *self,
            guint    number)
{
  return mattra_digits_format ((int) number, self->digits);
}

/* Texts are shaped once and kept from one layout to the next. */
static PangoLayout *
find_text (Builder        *self,
           const char     *text,
           MattraMarkTone  tone,
           double          width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", tone, (int) width, text);
  PangoLayout *layout = g_hash_table_lookup (self->self->texts, key);
  PangoAttrList *attributes = NULL;

  if (layout == NULL && self->before)
    layout = g_hash_table_lookup (self->before, key);
  if (layout != NULL)
    {
      g_hash_table_replace (self->self->texts, g_strdup (key), g_object_ref (layout));
      return layout;
    }
  layout = pango_layout_new (self->context);
  attributes = pango_attr_list_new ();
  if (tone == MATTRA_MARK_TITLE)
    pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_LARGE));
  if (tone == MATTRA_MARK_TITLE || tone == MATTRA_MARK_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  g_hash_table_replace (self->self->texts, g_strdup (key), layout);
  return layout;
}

static double
text_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static MattraMark *
add_mark (Builder *self,
          double   x,
          double   width,
          double   height)
{
  const MattraMark mark = {
    .area = GRAPHENE_RECT_INIT ((float) x, (float) self->y, (float) width, (float) height),
    .row = self->row,
    .group = MATTRA_MARK_TEXT,
  };

  g_array_append_val (self->self->marks, mark);
  return &g_array_index (self->self->marks, MattraMark, self->self->marks->len - 1);
}

/* @at: 0 at the left of the place, 1 at its right. */
static void
set_text (Builder        *self,
          MattraMark     *mark,
          const char     *text,
          MattraMarkTone  tone,
          double          at)
{
  double left = mark->area.origin.x;
  double room = mark->area.size.width;
  PangoLayout *layout = find_text (self, text, tone, room);

  mark->tone = tone;
  mark->text = layout;
  mark->text_x = (float) (left + MAX (room - text_width (layout), 0) * at);
  mark->text_y = mark->area.origin.y
                 + (float) round (((double) mark->area.size.height - self->line) / 2 + self->base
                                  - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
}

static MattraMark *
add_text (Builder        *self,
          double          x,
          double          width,
          const char     *text,
          MattraMarkTone  tone,
          double          at)
{
  MattraMark *mark = add_mark (self, x, MAX (width, 1), self->line);

  set_text (self, mark, text, tone, at);
  return mark;
}

/* What can be chosen, and the filter it opens. */
static void
make_live (MattraMark         *mark,
           MattraOverviewPart  part,
           guint               index,
           guint               groups,
           char               *words)
{
  mark->live = TRUE;
  mark->part = part;
  mark->index = index;
  mark->groups = groups;
  mark->words = words;
}

static void
end_row (Builder *self,
         double   height)
{
  self->y += height;
  self->row++;
}

static void
add_head (Builder    *self,
          const char *text)
{
  add_text (self, self->x, self->width, text, MATTRA_MARK_BOLD, 0);
  end_row (self, self->line + ROW_GAP);
}

/* Bars */

/* What is small is still to be seen and hit; the rest shares what is left. */
static void
share_width (const MattraTally *tally,
             double             width,
             double            *widths)
{
  double fixed = 0;
  guint shared = 0;

  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    {
      gboolean small = tally->groups[i] > 0 && width * tally->groups[i] / tally->total < LEAST_PART;

      widths[i] = small ? LEAST_PART : 0;
      fixed += widths[i];
      shared += small ? 0 : tally->groups[i];
    }
  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    if (widths[i] == 0 && tally->groups[i] > 0)
      widths[i] = MAX (width - fixed, LEAST_PART) * tally->groups[i] / shared;
}

static char *
say_part (Builder           *self,
          const char        *name,
          const MattraTally *tally,
          guint              group)
{
  g_autofree char *n = say_number (self, tally->groups[group]);
  g_autofree char *total = say_number (self, tally->total);

  return g_strdup_printf (_("%s: %s, %s of %s measures"), name, mattra_group_look_word (group), n, total);
}

static void
add_bar (Builder            *self,
         double              x,
         double              width,
         double              height,
         const char         *name,
         const MattraTally  *tally,
         MattraOverviewPart  part,
         guint               index)
{
  double widths[MATTRA_N_GROUPS] = { 0 };

  if (tally->total == 0)
    return;
  share_width (tally, width, widths);
  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    {
      g_autofree char *n = say_number (self, tally->groups[i]);
      MattraMark *mark;

      if (tally->groups[i] == 0)
        continue;
      mark = add_mark (self, x, MAX (widths[i] - 1, 2), height);
      mark->group = (int) i;
      make_live (mark, part, index, 1u << i, say_part (self, name, tally, i));
      if (text_width (find_text (self, n, MATTRA_MARK_PLAIN, 0)) + 6 <= widths[i])
        set_text (self, mark, n, MATTRA_MARK_PLAIN, 0.5);
      x += widths[i];
    }
}

/* Name, bar and number of a division or indicator. */
static void
add_bar_row (Builder            *self,
             double              bar_x,
             double              share,
             const char         *name,
             const MattraTally  *tally,
             MattraOverviewPart  part,
             guint               index)
{
  g_autofree char *total = say_number (self, tally->total);
  double number_width = self->line * 2.2;
  double bar_width = self->x + self->width - number_width - GAP - bar_x;
  g_autofree char *words = g_strdup_printf (_("%s: all %s measures"), name, total);

  make_live (add_text (self, self->x, self->width * NAME_PART - GAP, name, MATTRA_MARK_PLAIN, 0), part, index, 0,
             g_steal_pointer (&words));
  add_bar (self, bar_x, bar_width * share, self->line, name, tally, part, index);
  add_text (self, self->x + self->width - number_width, number_width, total, MATTRA_MARK_DIM, 1);
}

/* The whole */

static char *
say_days_left (Builder *self)
{
  int left = self->overview->days_left;
  g_autofree char *days = say_number (self, (guint) ABS (left));
  g_autofree char *date = mattra_date_format (self->overview->round_end, MATTRA_DATE_SHORT, self->digits);

  if (left < 0)
    return g_strdup_printf (ngettext ("%s day past the day for answers, %s", "%s days past the day for answers, %s",
                                      (unsigned long) -left), days, date);
  return g_strdup_printf (ngettext ("%s day left until answers are due, %s", "%s days left until answers are due, %s",
                                    (unsigned long) left), days, date);
}

static const char *
division_name (const MattraOverviewDivision *division)
{
  return division->name ? division->name : _("No division yet");
}

static char *
say_title (Builder *self)
{
  g_autofree char *round = mattra_round_name (self->overview->round, self->script);
  GArray *divisions = self->overview->divisions;

  for (guint i = 0; self->overview->division && i < divisions->len; i++)
    {
      const MattraOverviewDivision *division = &g_array_index (divisions, MattraOverviewDivision, i);

      if (g_str_equal (division->id, self->overview->division))
        return g_strjoin (" · ", round, division_name (division), NULL);
    }
  return g_strdup (round);
}

static void
add_legend (Builder *self)
{
  const MattraTally *tally = &self->overview->all;
  double x = self->x;

  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    {
      g_autofree char *n = say_number (self, tally->groups[i]);
      g_autofree char *text = g_strdup_printf ("%s %s", mattra_group_look_word (i), n);
      double width = text_width (find_text (self, text, MATTRA_MARK_PLAIN, 0));
      MattraMark *swatch = NULL;
      MattraMark *mark = NULL;

      if (x > self->x && x + SWATCH + GAP + width > self->x + self->width)
        {
          x = self->x;
          end_row (self, self->line + 4);
        }
      swatch = add_mark (self, x, SWATCH, SWATCH);
      swatch->area.origin.y += (float) (self->line - SWATCH) / 2;
      swatch->group = (int) i;
      mark = add_text (self, x + SWATCH + GAP / 2, width + 2, text, MATTRA_MARK_PLAIN, 0);
      if (tally->groups[i] > 0)
        make_live (mark, MATTRA_OVERVIEW_ALL, 0, 1u << i, say_part (self, _("All measures"), tally, i));
      else
        mark->tone = MATTRA_MARK_DIM;
      x += SWATCH + GAP / 2 + width + 2 * GAP;
    }
  end_row (self, self->line);
}

static void
add_whole (Builder *self)
{
  g_autofree char *title = say_title (self);
  g_autofree char *left = say_days_left (self);

  add_text (self, self->x, self->width, title, MATTRA_MARK_TITLE, 0);
  end_row (self, self->line * 1.5);
  add_text (self, self->x, self->width, left,
            self->overview->days_left < 0 ? MATTRA_MARK_WARNING : MATTRA_MARK_DIM, 0);
  end_row (self, self->line + ROW_GAP);
  add_bar (self, self->x, self->width, self->line * 1.5, _("All measures"), &self->overview->all, MATTRA_OVERVIEW_ALL,
           0);
  end_row (self, self->line * 1.5 + 3);
  self->self->track = GRAPHENE_RECT_INIT ((float) self->x, (float) self->y, (float) self->width, TRACK_HEIGHT);
  self->y += TRACK_HEIGHT + ROW_GAP;
  add_legend (self);
  self->y += SECTION_GAP;
}

/* By division, by indicator */

static void
add_divisions (Builder *self)
{
  GArray *divisions = self->overview->divisions;

  add_head (self, _("By Division"));
  for (guint i = 0; i < divisions->len; i++)
    {
      const MattraOverviewDivision *division = &g_array_index (divisions, MattraOverviewDivision, i);

      /* Each division of the plan, and those of none only where there are. */
      if (division->name == NULL && division->tally.total == 0)
        continue;
      add_bar_row (self, self->x + self->width * NAME_PART, 1, division_name (division), &division->tally,
                   MATTRA_OVERVIEW_DIVISION, i);
      end_row (self, self->line + ROW_GAP);
    }
}

static char *
name_indicator (Builder *self,
                guint    indicator)
{
  g_autofree char *number = say_number (self, indicator);

  return indicator > 0 ? g_strdup_printf ("%s %s", number, mattra_indicator_get_name ((int) indicator))
                       : g_strdup (_("No indicator"));
}

static char *
say_score (Builder *self,
           double   score)
{
  g_autofree char *text = score >= 0 ? g_strdup_printf ("%.2f", score) : g_strdup ("–");

  return mattra_digits_apply (text, self->digits);
}

/* A score that asks for a measure, and there is none. */
static void
add_weak (Builder    *self,
          double      x,
          guint       indicator,
          const char *name,
          const char *score)
{
  g_autofree char *bound = g_strdup_printf ("%g", self->overview->weak_below);
  g_autofree char *digits = mattra_digits_apply (bound, self->digits);
  g_autofree char *text = g_strdup_printf (_("Below %s and no measure"), digits);
  MattraMark *mark = add_text (self, x, self->x + self->width - x, text, MATTRA_MARK_WARNING, 0);

  make_live (mark, MATTRA_OVERVIEW_INDICATOR, indicator, 0, g_strdup_printf ("%s: %s · %s", name, score, text));
}

static guint
most_measures (const MattraOverview *overview)
{
  guint most = 1;

  for (guint i = 0; i <= MATTRA_N_INDICATORS; i++)
    most = MAX (most, overview->indicators[i].tally.total);
  return most;
}

static void
add_indicator (Builder *self,
               guint    i,
               guint    most)
{
  const MattraOverviewIndicator *indicator = &self->overview->indicators[i];
  g_autofree char *name = name_indicator (self, i);
  g_autofree char *score = say_score (self, indicator->score);
  double score_width = self->line * 2.8;
  double bar_x = self->x + self->width * NAME_PART + score_width + GAP;

  if (indicator->weak)
    {
      add_text (self, self->x, self->width * NAME_PART - GAP, name, MATTRA_MARK_WARNING, 0);
      add_weak (self, bar_x, i, name, score);
    }
  else
    add_bar_row (self, bar_x, (double) indicator->tally.total / most, name, &indicator->tally,
                 MATTRA_OVERVIEW_INDICATOR, i);
  if (i > 0)
    add_text (self, self->x + self->width * NAME_PART, score_width, score,
              indicator->score >= 0 && indicator->score < self->overview->weak_below ? MATTRA_MARK_WARNING
                                                                                     : MATTRA_MARK_DIM, 1);
  end_row (self, self->line + ROW_GAP);
}

static void
add_indicators (Builder *self)
{
  guint most = most_measures (self->overview);
  g_autofree char *year = say_number (self, (guint) self->overview->score_year);
  g_autofree char *head = g_strdup_printf (_("By ITA Indicator · Scores of %s"), year);

  add_head (self, head);
  for (guint i = 1; i <= MATTRA_N_INDICATORS; i++)
    add_indicator (self, i, most);
  if (self->overview->indicators[0].n_measures > 0)
    add_indicator (self, 0, most);
}

/* What is late, what comes, what was done last */

static void
add_line (Builder    *self,
          const char *left,
          const char *text,
          const char *measure)
{
  double day = self->width * DAY_PART;
  MattraMark *mark = NULL;

  add_text (self, self->x, day - GAP, left, MATTRA_MARK_DIM, 0);
  mark = add_text (self, self->x + day, self->width - day, text, MATTRA_MARK_PLAIN, 0);
  if (measure)
    {
      make_live (mark, MATTRA_OVERVIEW_ALL, 0, 0, g_strjoin (" · ", left, text, NULL));
      mark->measure = g_strdup (measure);
    }
  end_row (self, self->line + ROW_GAP);
}

static void
add_lines (Builder            *self,
           const char         *head,
           const char         *none,
           GArray             *lines,
           guint               n,
           MattraOverviewPart  part)
{
  g_autofree char *number = say_number (self, n);
  g_autofree char *title = g_strdup_printf ("%s · %s", head, number);
  MattraMark *mark = add_text (self, self->x, self->width, n > 0 ? title : head, MATTRA_MARK_BOLD, 0);

  if (n > 0)
    make_live (mark, part, 0, 0, g_strdup_printf (_("%s: all %s measures"), head, number));
  end_row (self, self->line + ROW_GAP);
  if (n == 0)
    {
      add_text (self, self->x, self->width, none, MATTRA_MARK_DIM, 0);
      end_row (self, self->line + ROW_GAP);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const MattraOverviewLine *line = &g_array_index (lines, MattraOverviewLine, i);
      g_autofree char *day = mattra_date_is_set (line->deadline)
                               ? mattra_date_format (line->deadline, MATTRA_DATE_SHORT, self->digits) : g_strdup ("");
      g_autofree char *place = say_number (self, (guint) line->number);
      g_autofree char *text = g_strdup_printf ("%s %s", line->number > 0 ? place : "",
                                               mattra_overview_model_get_title (self->model, line->id));

      add_line (self, day, g_strstrip (text), line->id);
    }
}

static char *
say_time (Builder    *self,
          const char *at_utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at_utc, NULL);
  g_autoptr (GDateTime) local = time ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *digits = NULL;

  if (local == NULL)
    return g_strdup ("");
  day = mattra_date_format (mattra_date_make (g_date_time_get_year (local), g_date_time_get_month (local),
                                              g_date_time_get_day_of_month (local)), MATTRA_DATE_SHORTEST, self->digits);
  clock = g_date_time_format (local, "%H:%M");
  digits = mattra_digits_apply (clock, self->digits);
  return g_strjoin (" ", day, digits, NULL);
}

/* What was done again and again is told once. */
static char *
say_act (Builder                 *self,
         const MattraOverviewAct *act)
{
  g_autofree char *number = say_number (self, (guint) act->number);
  g_autofree char *n = say_number (self, act->n);
  g_autofree char *measure = act->number > 0 ? g_strdup_printf (_("Measure %s"), number) : NULL;
  g_autofree char *times = act->n > 1 ? g_strdup_printf (ngettext ("%s time", "%s times", act->n), n) : NULL;
  const char *parts[] = { act->text, measure, times, act->person };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static void
add_acts (Builder *self)
{
  GPtrArray *acts = mattra_overview_model_get_acts (self->model);

  add_head (self, _("Latest Changes"));
  for (guint i = 0; acts && i < acts->len; i++)
    {
      const MattraOverviewAct *act = g_ptr_array_index (acts, i);
      g_autofree char *time = say_time (self, act->at_utc);
      g_autofree char *text = say_act (self, act);

      add_line (self, time, text, act->measure);
    }
}

static void
add_late_and_soon (Builder *self)
{
  const MattraOverview *overview = self->overview;
  g_autofree char *head = mattra_digits_apply (_("Ending Within 30 Days"), self->digits);
  g_autofree char *none = mattra_digits_apply (_("Nothing ends within 30 days."), self->digits);

  add_lines (self, _("Late"), _("Nothing is late."), overview->late, overview->n_late, MATTRA_OVERVIEW_LATE);
  self->y += SECTION_GAP;
  add_lines (self, head, none, overview->soon, overview->n_soon, MATTRA_OVERVIEW_SOON);
}

/* Two columns */

static void
use_column (Builder       *self,
            const Builder *whole,
            gboolean       right,
            double         y)
{
  self->width = (whole->width - COLUMN_GAP) / 2;
  self->x = whole->x + (right ? self->width + COLUMN_GAP : 0);
  self->y = y;
}

/* Heads stand side by side, but where the office has many divisions what is late comes before the last of them. */
static void
add_columns (Builder *self)
{
  const Builder whole = *self;
  double left, right;
  gboolean beside;

  use_column (self, &whole, FALSE, whole.y);
  add_divisions (self);
  left = self->y + SECTION_GAP;
  use_column (self, &whole, TRUE, whole.y);
  add_indicators (self);
  right = self->y + SECTION_GAP;
  beside = left - right > MANY_ROWS * (self->line + ROW_GAP);
  if (!beside)
    left = right = MAX (left, right);
  use_column (self, &whole, beside, right);
  add_late_and_soon (self);
  if (beside)
    self->y += SECTION_GAP;
  else
    {
      left = self->y + SECTION_GAP;
      use_column (self, &whole, TRUE, right);
    }
  add_acts (self);
  self->y = MAX (left, self->y + SECTION_GAP);
  self->x = whole.x;
  self->width = whole.width;
}

static void
add_column (Builder *self)
{
  void (*const parts[]) (Builder *self) = { add_divisions, add_indicators, add_late_and_soon, add_acts };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i] (self);
      self->y += SECTION_GAP;
    }
}

static void
clear_mark (gpointer data)
{
  MattraMark *mark = data;

  g_free (mark->measure);
  g_free (mark->words);
}

/* Texts of one row stand on one line, whatever script they are in. */
static void
measure_line (Builder *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, NULL, NULL);
  double ascent = pango_font_metrics_get_ascent (metrics);
  double descent = pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  self->line = ceil ((ascent + descent) / PANGO_SCALE) + 4;
  self->base = 2 + ascent / PANGO_SCALE;
}

static double
find_elapsed (MattraPlan           *plan,
              const MattraOverview *overview)
{
  const MattraPlanRound *round = mattra_plan_get_round (plan, overview->round);
  MattraDate start = round ? round->start : mattra_fiscal_year_start (mattra_plan_get_fiscal_year (plan));
  int days = mattra_date_days_between (start, overview->round_end);

  return CLAMP ((double) (days - overview->days_left) / MAX (days, 1), 0, 1);
}

/**
 * mattra_overview_layout_new:
 * @model: where a plan stands; it has its numbers
 * @plan: the plan
 * @context: for its texts
 * @width: pixels that there are
 * @digits: the script of numbers that the user has chosen
 * @before: (transfer full) (nullable): the layout of before with the same context, from which texts are taken
 *
 * Returns: (transfer full): what is drawn where
 */
MattraOverviewLayout *
mattra_overview_layout_new (MattraOverviewModel  *model,
                            MattraPlan           *plan,
                            PangoContext         *context,
                            int                   width,
                            MattraDigits          digits,
                            MattraOverviewLayout *before)
{
  MattraOverviewLayout *self = g_new0 (MattraOverviewLayout, 1);
  double inner = MIN (width, MOST_WIDTH) - 2 * MARGIN;
  Builder builder = {
    .self = self, .model = model, .overview = mattra_overview_model_get_overview (model), .context = context,
    .before = before ? before->texts : NULL, .script = digits, .digits = mattra_word_digits (digits),
    .x = (width - inner) / 2, .width = inner, .y = MARGIN,
  };

  measure_line (&builder);
  self->marks = g_array_new (FALSE, TRUE, sizeof (MattraMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->width = width;
  self->elapsed = find_elapsed (plan, builder.overview);
  add_whole (&builder);
  if (inner >= TWO_COLUMNS_FROM)
    add_columns (&builder);
  else
    add_column (&builder);
  self->height = (int) ceil (builder.y);
  g_clear_pointer (&before, mattra_overview_layout_free);
  return self;
}

/**
 * mattra_overview_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
mattra_overview_layout_free (MattraOverviewLayout *self)
{
  g_array_unref (self->marks);
  g_hash_table_unref (self->texts);
  g_free (self);
}
