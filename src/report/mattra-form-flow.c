/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-flow.h"

#include <string.h>

#include "mattra-picture.h"

/* Between a label and its value, and before a dotted line: a part of the size. */
#define GAP 0.25

/* The room above and below a divider, in points. */
#define DIVIDER_ROOM 8

/* The room behind the text of a box: a part of the size. */
#define CHOICE_GAP 1.5

/* An emblem beside a title is no wider than this part of the line. */
#define WIDEST_BESIDE_TITLE 0.22

/**
 * mattra_flow_place_space:
 * @self: a flow
 * @space: a space
 *
 * Leaves room, except at the head of a page.
 */
void
mattra_flow_place_space (MattraFlow      *self,
                         const MattraGap *space)
{
  if (self->open && !mattra_flow_is_fresh (self))
    self->y += (int) (space->size * MATTRA_POINT);
}

/**
 * mattra_flow_place_divider:
 * @self: a flow
 * @divider: a divider
 *
 * Draws a short rule in the middle.
 */
void
mattra_flow_place_divider (MattraFlow      *self,
                           const MattraGap *divider)
{
  int half = MIN (MATTRA_MM (divider->size), self->right - self->left) / 2;
  int middle = (self->left + self->right) / 2;

  mattra_flow_make_room (self, 2 * DIVIDER_ROOM * MATTRA_POINT);
  self->y += DIVIDER_ROOM * MATTRA_POINT;
  mattra_page_writer_shape (&self->writer, MATTRA_OP_RULE, middle - half, self->y, middle + half, self->y);
  self->y += DIVIDER_ROOM * MATTRA_POINT;
}

/* Gives the size that the picture has on paper: none without one. Beside a title it keeps clear of it. */
static gboolean
picture_size (MattraFlow              *self,
              const MattraLetterhead  *letterhead,
              int                     *width,
              int                     *height,
              GError                 **error)
{
  int room = self->right - self->left;

  *width = *height = 0;
  if (letterhead->picture == NULL)
    return TRUE;

  *height = MATTRA_MM (letterhead->height);
  *width = letterhead->title ? (int) (room * WIDEST_BESIDE_TITLE) : room;
  return mattra_picture_fit (letterhead->picture, width, height, error);
}

/* The title in the middle of a band as high as the emblem. */
static gboolean
put_title (MattraFlow              *self,
           const MattraLetterhead  *letterhead,
           int                      height,
           GError                 **error)
{
  MattraSetting setting = mattra_setting (self->typesetter, MATTRA_FACE_BOLD, letterhead->points);
  int y = self->y + MAX (height - setting.pitch, 0) / 2;

  mattra_lines_clear (self->scratch);
  if (!mattra_lines_add (self->scratch, self->typesetter, &setting, letterhead->title, strlen (letterhead->title), 0, 0,
                         self->right - self->left, error))
    return FALSE;

  mattra_flow_bookmark (self, letterhead->title);
  mattra_page_writer_tag (&self->writer, MATTRA_TAG_H1);
  for (guint i = 0; i < self->scratch->lines->len; i++, y += setting.pitch)
    mattra_flow_put_aligned (self, self->scratch, &g_array_index (self->scratch->lines, MattraLine, i), &setting,
                             self->left, self->right - self->left, y + mattra_setting_baseline (&setting),
                             MATTRA_ALIGN_CENTRE);
  mattra_page_writer_tag_end (&self->writer);
  self->y = MAX (self->y + height, y);
  return TRUE;
}

/**
 * mattra_flow_place_letterhead:
 * @self: a flow
 * @letterhead: an emblem with or without a title
 * @picture: the name of its picture
 * @error: return location for an error
 *
 * Puts the emblem in the middle, or at the left margin with the title in the middle beside it.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character or the emblem is no picture
 */
gboolean
mattra_flow_place_letterhead (MattraFlow              *self,
                              const MattraLetterhead  *letterhead,
                              const char              *picture,
                              GError                 **error)
{
  int width, height, middle;

  if (!picture_size (self, letterhead, &width, &height, error))
    return FALSE;

  middle = letterhead->title ? self->left + width / 2 : (self->left + self->right) / 2;
  mattra_flow_make_room (self, height);
  if (letterhead->picture)
    mattra_page_writer_picture (&self->writer, middle, self->y, height, picture);
  if (letterhead->title)
    return put_title (self, letterhead, height, error);
  self->y += height;
  return TRUE;
}

static void
put_dots (MattraFlow *self,
          int         x1,
          int         x2,
          int         baseline)
{
  if (x1 < x2)
    mattra_page_writer_shape (&self->writer, MATTRA_OP_DOTS, x1, baseline, x2, baseline);
}

/* Takes a text that stays on one line into the scratch lines; gives its width, -1 with an error. */
static int
take_line (MattraFlow           *self,
           const MattraSetting  *setting,
           const char           *text,
           MattraLine           *line,
           GError              **error)
{
  *line = (MattraLine) { 0 };
  mattra_lines_clear (self->scratch);
  if (!mattra_typesetter_tokenize (self->typesetter, setting->face, text, strlen (text), self->scratch->tokens, error))
    return -1;

  line->end = self->scratch->tokens->len;
  for (guint i = 0; i < line->end; i++)
    line->width += g_array_index (self->scratch->tokens, MattraToken, i).advance;
  return mattra_setting_length (setting, line->width);
}

/* A line of fields on its way to paper, or, without @put, only measured. */
typedef struct
{
  MattraFlow         *flow;
  const MattraFields *fields;
  MattraSetting       label;
  MattraSetting       value;
  int                 pitch;
  gboolean            put;
} FieldFlow;

static FieldFlow
field_flow (MattraFlow         *self,
            const MattraFields *fields,
            gboolean            put)
{
  MattraFace face = fields->label_bold ? MATTRA_FACE_BOLD : MATTRA_FACE_REGULAR;
  FieldFlow flow = { .flow = self, .fields = fields, .put = put };

  flow.label = mattra_setting (self->typesetter, face, fields->label_points);
  flow.value = mattra_setting (self->typesetter, MATTRA_FACE_REGULAR, fields->points);
  flow.pitch = MAX (flow.label.pitch, flow.value.pitch);
  return flow;
}

static int
field_edge (FieldFlow *self,
            guint      index)
{
  const MattraField *field;
  MattraFlow *flow = self->flow;

  if (index >= self->fields->fields->len)
    return flow->right;
  field = g_ptr_array_index (self->fields->fields, index);
  return flow->left + (int) ((flow->right - flow->left) * field->start);
}

/* Labels and values stand on one baseline: that of the larger. */
static int
field_baseline (FieldFlow *self)
{
  return MAX (mattra_setting_baseline (&self->label), mattra_setting_baseline (&self->value));
}

/* Puts the label; gives how far behind @x the value begins, -1 with an error. */
static int
put_label (FieldFlow          *self,
           const MattraField  *field,
           int                 x,
           GError            **error)
{
  MattraFlow *flow = self->flow;
  MattraLine line;
  int width;

  if (*field->label == '\0')
    return 0;
  width = take_line (flow, &self->label, field->label, &line, error);
  if (width < 0)
    return -1;

  if (self->put)
    mattra_flow_put_line (flow, flow->scratch, &line, &self->label, x, flow->y + field_baseline (self), 0);
  return width + (int) (self->label.size * GAP);
}

/* Puts the value's lines and dots behind and below them; gives how many lines there are. */
static guint
put_value (FieldFlow         *self,
           const MattraField *field,
           int                x,
           int                end,
           int                indent)
{
  MattraFlow *flow = self->flow;
  guint n = flow->scratch->lines->len;
  int last = indent;

  for (guint i = 0; self->put && i < n; i++)
    {
      const MattraLine *line = &g_array_index (flow->scratch->lines, MattraLine, i);
      int baseline = flow->y + field_baseline (self) + (int) i * self->value.pitch;

      mattra_flow_put_line (flow, flow->scratch, line, &self->value, x, baseline, 0);
      last = line->indent + mattra_setting_length (&self->value, line->width) + (int) (self->value.size * GAP);
    }
  for (guint i = MAX (n, 1) - 1; self->put && i < MAX (n, field->n_lines); i++)
    put_dots (flow, x + (i <= MAX (n, 1) - 1 ? last : 0), end,
              flow->y + field_baseline (self) + (int) i * self->value.pitch);
  return MAX (n, field->n_lines);
}

/* Gives the height of one field; -1 with an error. */
static int
place_field (FieldFlow  *self,
             guint       index,
             GError    **error)
{
  const MattraField *field = g_ptr_array_index (self->fields->fields, index);
  MattraFlow *flow = self->flow;
  int x = field_edge (self, index);
  int next = field_edge (self, index + 1);
  int end = next - (next < flow->right ? (int) (self->value.size * GAP) : 0);
  guint n_lines;
  int indent;

  if (self->put)
    mattra_page_writer_tag (&flow->writer, MATTRA_TAG_P);
  indent = put_label (self, field, x, error);
  mattra_lines_clear (flow->scratch);
  if (indent < 0
      || !mattra_lines_add (flow->scratch, flow->typesetter, &self->value, field->value, strlen (field->value), indent,
                            indent, end - x, error))
    return -1;
  n_lines = put_value (self, field, x, end, indent);
  if (self->put)
    mattra_page_writer_tag_end (&flow->writer);
  return self->pitch + (int) (n_lines - 1) * self->value.pitch;
}

/* Gives the height of all fields; -1 with an error. */
static int
place_fields (FieldFlow  *self,
              GError    **error)
{
  int height = self->pitch;

  for (guint i = 0; i < self->fields->fields->len; i++)
    {
      int own = place_field (self, i, error);

      if (own < 0)
        return -1;
      height = MAX (height, own);
    }
  return height;
}

/*< private >
 * mattra_flow_measure_fields:
 * @self: a flow
 * @fields: a line of fields
 * @error: return location for an error
 *
 * Returns: its height, or -1 with #MATTRA_ERROR_INVALID if the font lacks a character
 */
int
mattra_flow_measure_fields (MattraFlow          *self,
                            const MattraFields  *fields,
                            GError             **error)
{
  FieldFlow flow = field_flow (self, fields, FALSE);

  return place_fields (&flow, error);
}

static const char *
longest_value (const MattraFields *fields)
{
  const char *longest = "";

  for (guint i = 0; i < fields->fields->len; i++)
    {
      const MattraField *field = g_ptr_array_index (fields->fields, i);

      if (strlen (field->value) > strlen (longest))
        longest = field->value;
    }
  return longest;
}

/**
 * mattra_flow_place_fields:
 * @self: a flow
 * @fields: a line of fields
 * @follower: the height of what must stand below it on the same page
 * @error: return location for an error
 *
 * Puts a line of labels and values on the page.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character or a value is longer than the page
 */
gboolean
mattra_flow_place_fields (MattraFlow          *self,
                          const MattraFields  *fields,
                          int                  follower,
                          GError             **error)
{
  FieldFlow flow = field_flow (self, fields, TRUE);
  int height = mattra_flow_measure_fields (self, fields, error);

  if (height < 0 || !mattra_flow_check_height (self, height, longest_value (fields), error))
    return FALSE;

  mattra_flow_make_room (self, height + follower);
  place_fields (&flow, NULL);
  self->y += height;
  return TRUE;
}

/* Puts the boxes down or, without @put, only measures them. Gives the height; -1 with an error. */
static int
place_choices (MattraFlow           *self,
               const MattraChoices  *choices,
               gboolean              put,
               GError              **error)
{
  MattraSetting setting = mattra_setting (self->typesetter, MATTRA_FACE_REGULAR, choices->points);
  int lead = (int) (setting.size * (MATTRA_BOX_SIDE + MATTRA_BOX_GAP));
  int x = self->left;
  int y = put ? self->y : 0;
  int top = y;

  for (guint i = 0; choices->texts[i] != NULL; i++)
    {
      const char *text = choices->texts[i];
      MattraLine line;
      int width = take_line (self, &setting, text, &line, error);

      if (width < 0)
        return -1;
      width += lead;
      if (x > self->left && x + width > self->right)
        {
          x = self->left;
          y += setting.pitch;
        }
      if (put)
        {
          mattra_flow_put_box (self, &setting, x, y + mattra_setting_baseline (&setting), FALSE);
          mattra_flow_put_line (self, self->scratch, &line, &setting, x + lead, y + mattra_setting_baseline (&setting), 0);
          if (*text == '\0')
            put_dots (self, x + lead, self->right, y + mattra_setting_baseline (&setting));
        }
      x = *text == '\0' ? self->right : x + width + (int) (setting.size * CHOICE_GAP);
    }
  return y + setting.pitch - top;
}

/*< private >
 * mattra_flow_measure_choices:
 * @self: a flow
 * @choices: boxes to be ticked
 * @error: return location for an error
 *
 * Returns: their height, or -1 with #MATTRA_ERROR_INVALID if the font lacks a character
 */
int
mattra_flow_measure_choices (MattraFlow           *self,
                             const MattraChoices  *choices,
                             GError              **error)
{
  return place_choices (self, choices, FALSE, error);
}

/**
 * mattra_flow_place_choices:
 * @self: a flow
 * @choices: boxes to be ticked
 * @follower: the height of what must stand below them on the same page
 * @error: return location for an error
 *
 * Puts the boxes side by side as long as there is room.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_flow_place_choices (MattraFlow           *self,
                           const MattraChoices  *choices,
                           int                   follower,
                           GError              **error)
{
  int height = mattra_flow_measure_choices (self, choices, error);

  if (height < 0)
    return FALSE;

  mattra_flow_make_room (self, height + follower);
  mattra_page_writer_tag (&self->writer, MATTRA_TAG_P);
  place_choices (self, choices, TRUE, NULL);
  mattra_page_writer_tag_end (&self->writer);
  self->y += height;
  return TRUE;
}
