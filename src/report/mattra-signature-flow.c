/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-flow.h"

#include <string.h>

/* The line to sign on: as long as that if there is room, never shorter than this. */
#define LONGEST_DOTS MATTRA_MM (55)
#define SHORTEST_DOTS MATTRA_MM (25)

/* One line of a block: which line of text, and where it stands. */
typedef struct
{
  guint first;
  guint end;
  int   x;
  int   row;
} Part;

/* One person's block: its parts among the layout's, its lines, and where its dots are. */
typedef struct
{
  guint       first;
  guint       end;
  int         n_rows;
  int         left;
  int         right;
  int         dots_x;
  int         dots_width;
  const char *label;            /* whose it is */
} Block;

struct _MattraSignatureLayout
{
  MattraSetting  setting;
  MattraLines   *lines;         /* the tokens of all parts */
  GArray        *parts;
  GArray        *blocks;
  guint          per_row;
};

/* What stands beside the dots: how wide it is before and behind them. */
typedef struct
{
  int before;
  int after;
} Sides;

/* A block being filled: its place on the page and its next line. */
typedef struct
{
  MattraSignatureLayout  *layout;
  MattraTypesetter       *typesetter;
  Sides                   widest;
  int                     outer_left;   /* a rank may reach that far */
  int                     left;
  int                     right;
  int                     row;
  int                     dots_x;
  int                     dots_width;
  GError                **error;
} Filling;

/**
 * mattra_signature_layout_free:
 * @self: (transfer full) (nullable): a layout
 *
 * Frees the layout.
 */
void
mattra_signature_layout_free (MattraSignatureLayout *self)
{
  if (self == NULL)
    return;

  mattra_lines_free (self->lines);
  g_array_unref (self->parts);
  g_array_unref (self->blocks);
  g_free (self);
}

static void
add_part (MattraSignatureLayout *self,
          const MattraLine      *line,
          int                    x,
          int                    row)
{
  Part part = { line->first, line->end, x, row };

  g_array_append_val (self->parts, part);
}

/* Adds a text in the middle between @left and @right, in as many lines as it needs. */
static gboolean
add_centred (Filling    *filling,
             const char *text,
             int         left,
             int         right)
{
  MattraSignatureLayout *self = filling->layout;
  guint first = self->lines->lines->len;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!mattra_lines_add_evenly (self->lines, filling->typesetter, &self->setting, text, strlen (text), right - left,
                                filling->error))
    return FALSE;

  for (guint i = first; i < self->lines->lines->len; i++)
    {
      const MattraLine *line = &g_array_index (self->lines->lines, MattraLine, i);
      int width = mattra_setting_length (&self->setting, line->width);

      add_part (self, line, left + (right - left - width) / 2, filling->row++);
    }
  return TRUE;
}

static char *
make_dots (int count)
{
  char *dots = g_malloc ((gsize) count + 1);

  memset (dots, '.', (gsize) count);
  dots[count] = '\0';
  return dots;
}

static char *
text_before (const MattraSignatureBlock *signer)
{
  const char *label = signer->label != NULL ? signer->label : "";
  const char *rank = signer->rank != NULL ? signer->rank : "";

  return g_strconcat (label, *label != '\0' && *rank != '\0' ? " " : "", rank, NULL);
}

static gboolean
measure_sides (MattraSignatureLayout       *self,
               MattraTypesetter            *typesetter,
               const MattraSignatureBlock  *signer,
               Sides                       *sides,
               GError                     **error)
{
  g_autofree char *before = text_before (signer);

  sides->before = mattra_lines_measure (self->lines, typesetter, &self->setting, before, error);
  if (sides->before < 0)
    return FALSE;
  sides->after = mattra_lines_measure (self->lines, typesetter, &self->setting,
                                       signer->role != NULL ? signer->role : "", error);
  return sides->after >= 0;
}

/* Chooses where the dots stand: below one another in all blocks, if what stands beside them leaves room for that. */
static void
choose_dots (Filling     *filling,
             const Sides *own)
{
  int room = filling->right - filling->left;
  Sides sides = filling->widest;

  if (sides.before + SHORTEST_DOTS + sides.after > room)
    sides = *own;
  filling->dots_width = CLAMP (room - sides.before - sides.after, SHORTEST_DOTS, LONGEST_DOTS);
  filling->dots_x = filling->left + MAX (room - sides.before - filling->dots_width - sides.after, 0) / 2 + sides.before;
  filling->dots_x = MAX (filling->dots_x, filling->outer_left + own->before);
}

/* The line to sign on. Gives the middle of its dots, below which the name stands; -1 with an error. */
static int
add_signing_line (Filling            *filling,
                  const MattraSignatureBlock *signer)
{
  MattraSignatureLayout *self = filling->layout;
  g_autofree char *before = text_before (signer);
  g_autofree char *dots = NULL;
  g_autofree char *text = NULL;
  MattraLine line = { 0 };
  Sides own;
  int dot_width;

  if (!measure_sides (self, filling->typesetter, signer, &own, filling->error))
    return -1;
  dot_width = mattra_lines_measure (self->lines, filling->typesetter, &self->setting, "..........", filling->error);
  if (dot_width < 0)
    return -1;

  choose_dots (filling, &own);
  dots = make_dots (signer->blank ? 0 : MAX (filling->dots_width * 10 / dot_width, 1));
  text = g_strconcat (before, dots, signer->role, NULL);
  line.first = self->lines->tokens->len;
  if (!mattra_typesetter_tokenize (filling->typesetter, self->setting.face, text, strlen (text),
                                   self->lines->tokens, filling->error))
    return -1;
  line.end = self->lines->tokens->len;
  add_part (self, &line, filling->dots_x - own.before, filling->row++);
  return filling->dots_x + filling->dots_width / 2;
}

static gboolean
fill_block (Filling            *filling,
            const MattraSignatureBlock *signer)
{
  g_autofree char *name = signer->name != NULL ? g_strdup_printf ("(%s)", signer->name) : NULL;
  int middle, half;

  filling->row = MATTRA_SIGNATURE_FREE_LINES;
  middle = add_signing_line (filling, signer);
  if (middle < 0)
    return FALSE;

  half = MIN (middle - filling->left, filling->right - middle);
  if (!add_centred (filling, name, middle - half, middle + half))
    return FALSE;
  for (guint i = 0; signer->posts != NULL && signer->posts[i] != NULL; i++)
    if (!add_centred (filling, signer->posts[i], middle - half, middle + half))
      return FALSE;
  return add_centred (filling, signer->date, middle - half, middle + half);
}

/* Dots are to be written on: they say nothing. */
static gboolean
is_known (const char *text)
{
  return text != NULL && *text != '\0' && strstr (text, "..") == NULL;
}

/* Whom a block is for: a person, else a post, else a role. */
static const char *
get_label (const MattraSignatureBlock *signer)
{
  if (is_known (signer->name))
    return signer->name;
  if (signer->posts != NULL && is_known (signer->posts[0]))
    return signer->posts[0];
  return is_known (signer->role) ? signer->role : NULL;
}

/* What takes the most room beside the dots of any block. A rank before a place to sign that has no dots takes none: the
 * names stand below one another, the rank before them. */
static gboolean
measure_widest (MattraSignatureLayout   *self,
                MattraFlow              *flow,
                const MattraSignatures  *signatures,
                Sides                   *widest,
                GError                 **error)
{
  *widest = (Sides) { 0 };
  for (guint i = 0; i < signatures->signers->len; i++)
    {
      const MattraSignatureBlock *signer = g_ptr_array_index (signatures->signers, i);
      Sides sides;

      if (signer->blank)
        continue;
      if (!measure_sides (self, flow->typesetter, signer, &sides, error))
        return FALSE;
      widest->before = MAX (widest->before, sides.before);
      widest->after = MAX (widest->after, sides.after);
    }
  return TRUE;
}

/* The part of the line in which block @index stands. */
static void
choose_place (Filling                *filling,
              const MattraSignatures *signatures,
              guint                   index)
{
  int width = filling->right - filling->left;

  if (filling->layout->per_row == 1)
    filling->left += (int) (width * MATTRA_SIGNATURE_LEFT);
  else if (index + 1 < signatures->signers->len || index % 2 == 1)
    {
      filling->left += (int) (index % 2) * width / 2;
      filling->right = filling->left + width / 2;
      filling->outer_left = filling->left;
    }
}

static gboolean
fill_all (MattraSignatureLayout   *self,
          MattraFlow              *flow,
          const MattraSignatures  *signatures,
          GError                 **error)
{
  Sides widest;

  if (!measure_widest (self, flow, signatures, &widest, error))
    return FALSE;
  for (guint i = 0; i < signatures->signers->len; i++)
    {
      Filling filling = { self, flow->typesetter, widest, flow->left, flow->left, flow->right, 0, 0, 0, error };
      Block block = { .first = self->parts->len };

      const char *label = get_label (g_ptr_array_index (signatures->signers, i));

      choose_place (&filling, signatures, i);
      if (!fill_block (&filling, g_ptr_array_index (signatures->signers, i))
          || !mattra_flow_check_height (flow, filling.row * self->setting.pitch, label ? label : "", error))
        return FALSE;
      block.end = self->parts->len;
      block.n_rows = filling.row;
      block.left = filling.left;
      block.right = filling.right;
      block.dots_x = filling.dots_x;
      block.dots_width = filling.dots_width;
      block.label = label;
      g_array_append_val (self->blocks, block);
    }
  return TRUE;
}

/**
 * mattra_signature_layout_new:
 * @flow: a flow, for its margins
 * @signatures: signature blocks
 * @error: return location for an error
 *
 * Lays the blocks out: the line to sign on, the name below the middle of its dots, posts and date below the name. The
 * dots of all blocks of a column stand below one another. The last of an odd number, two in a row, stands in the middle.
 *
 * Returns: (transfer full): the layout, or %NULL with #MATTRA_ERROR_INVALID if the font lacks a character or a block is
 *   higher than a page
 */
MattraSignatureLayout *
mattra_signature_layout_new (MattraFlow              *flow,
                             const MattraSignatures  *signatures,
                             GError                 **error)
{
  g_autoptr (MattraSignatureLayout) self = g_new0 (MattraSignatureLayout, 1);

  self->setting = mattra_setting (flow->typesetter, MATTRA_FACE_REGULAR, signatures->points);
  self->lines = mattra_lines_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->per_row = signatures->per_row;
  return fill_all (self, flow, signatures, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mattra_signature_layout_get_place:
 * @self: a layout
 * @block: the index of a block
 * @place: (out): where it stands
 *
 * Tells where a block stands, for those who write it otherwise.
 */
void
mattra_signature_layout_get_place (MattraSignatureLayout *self,
                                   guint                  block,
                                   MattraSigningPlace    *place)
{
  const Block *found = &g_array_index (self->blocks, Block, block);
  const Part *line = &g_array_index (self->parts, Part, found->first);

  *place = (MattraSigningPlace) { found->left, found->right, line->x, found->dots_x, found->dots_width, found->n_rows };
}

/* How high the blocks are that stand side by side from @first on. */
static int
row_height (MattraSignatureLayout *self,
            guint                  first)
{
  int n_rows = 0;

  for (guint i = first; i < MIN (first + self->per_row, self->blocks->len); i++)
    n_rows = MAX (n_rows, g_array_index (self->blocks, Block, i).n_rows);
  return n_rows * self->setting.pitch;
}

/**
 * mattra_signature_layout_get_height:
 * @self: a layout
 * @most: a page's height
 *
 * Returns: the height of all blocks, or that of the first ones if all together are higher than @most
 */
int
mattra_signature_layout_get_height (MattraSignatureLayout *self,
                                    int                    most)
{
  int height = 0;

  for (guint i = 0; i < self->blocks->len; i += self->per_row)
    height += row_height (self, i);
  return height <= most ? height : row_height (self, 0);
}

/* A signature that is no ink stands so far above the dots. */
#define ABOVE_DOTS (3 * MATTRA_POINT)

/* Keeps the place above the dots for one. */
static void
keep_place (MattraSignatureLayout *self,
            MattraFlow            *flow,
            const Block           *block)
{
  mattra_page_writer_signing (&flow->writer, block->dots_x, flow->y, block->dots_width,
                              MATTRA_SIGNATURE_FREE_LINES * self->setting.pitch + mattra_setting_baseline (&self->setting) - ABOVE_DOTS,
                              block->label != NULL ? block->label : "");
}

static void
put_block (MattraSignatureLayout *self,
           MattraFlow            *flow,
           const Block           *block)
{
  const MattraToken *tokens = (const MattraToken *) (void *) self->lines->tokens->data;

  for (guint i = block->first; i < block->end; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      mattra_page_writer_tag (&flow->writer, MATTRA_TAG_P);
      mattra_page_writer_text (&flow->writer, part->x,
                               flow->y + part->row * self->setting.pitch + mattra_setting_baseline (&self->setting),
                               tokens + part->first, part->end - part->first, 0);
      mattra_page_writer_tag_end (&flow->writer);
    }
}

/* The last but one row of many takes the last with it: one that stands on a page by itself looks forgotten. */
static int
needed_height (MattraSignatureLayout *self,
               MattraFlow            *flow,
               guint                  first)
{
  guint next = first + self->per_row;
  int height = row_height (self, first);
  int both = next < self->blocks->len ? height + row_height (self, next) : height;

  return first > 0 && next + self->per_row >= self->blocks->len && both <= flow->bottom - flow->top ? both : height;
}

/**
 * mattra_signature_layout_place:
 * @self: a layout
 * @flow: the flow it was made for
 *
 * Puts the blocks on paper; none is parted by a page's end.
 */
void
mattra_signature_layout_place (MattraSignatureLayout *self,
                               MattraFlow            *flow)
{
  for (guint i = 0; i < self->blocks->len; i += self->per_row)
    {
      mattra_flow_make_room (flow, needed_height (self, flow, i));
      mattra_page_writer_font (&flow->writer, &self->setting);
      for (guint k = i; k < MIN (i + self->per_row, self->blocks->len); k++)
        {
          put_block (self, flow, &g_array_index (self->blocks, Block, k));
          keep_place (self, flow, &g_array_index (self->blocks, Block, k));
        }
      flow->y += row_height (self, i);
    }
}
