/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-text-flow.h"

#include <string.h>

#include "mattra-picture.h"

/* Official letters: the first line is indented by 2.5 cm, 6 points of room stand above a paragraph. */
#define FIRST_LINE_INDENT MATTRA_MM (25)
#define PARAGRAPH_GAP (6 * MATTRA_POINT)

/* A paragraph leaves at least this many lines on each side of a page's end. */
#define LEAST_LINES 2

/* The middle of a cover's title stands this part of the page down. */
#define TITLE_MIDDLE 0.45

static MattraLines *
break_text (MattraFlow           *self,
            const char           *text,
            const MattraSetting  *setting,
            int                   indent,
            GError              **error)
{
  mattra_lines_clear (self->scratch);
  if (!mattra_lines_add (self->scratch, self->typesetter, setting, text, strlen (text), indent, 0,
                         self->right - self->left, error))
    return NULL;
  return self->scratch;
}

static MattraLines *
break_evenly (MattraFlow           *self,
              const char           *text,
              const MattraSetting  *setting,
              GError              **error)
{
  mattra_lines_clear (self->scratch);
  if (!mattra_lines_add_evenly (self->scratch, self->typesetter, setting, text, strlen (text),
                                self->right - self->left, error))
    return NULL;
  return self->scratch;
}

static void
put_lines (MattraFlow          *self,
           const MattraLines   *lines,
           guint                first,
           guint                end,
           const MattraSetting *setting,
           MattraAlignment      alignment)
{
  for (guint i = first; i < end; i++)
    {
      mattra_flow_put_aligned (self, lines, &g_array_index (lines->lines, MattraLine, i), setting,
                               self->left, self->right - self->left,
                               self->y + mattra_setting_baseline (setting), alignment);
      self->y += setting->pitch;
    }
}

/**
 * mattra_flow_place_heading:
 * @self: a flow
 * @heading: a heading
 * @keep: the height that must be left below it on the same page
 * @error: return location for an error
 *
 * Puts a heading on the page, one that is longer than a page on the next ones too, and into the outline.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_flow_place_heading (MattraFlow        *self,
                           const MattraText  *heading,
                           int                keep,
                           GError           **error)
{
  MattraSetting setting = mattra_setting (self->typesetter, MATTRA_FACE_BOLD, heading->points);
  MattraLines *lines = break_evenly (self, heading->text, &setting, error);
  guint first = 0;

  if (lines == NULL)
    return FALSE;

  mattra_flow_make_room (self, (int) lines->lines->len * setting.pitch + keep);
  mattra_flow_bookmark (self, heading->text);
  while (first < lines->lines->len)
    {
      guint n = MIN (lines->lines->len - first, (guint) MAX (mattra_flow_get_room (self) / setting.pitch, 1));

      mattra_page_writer_tag (&self->writer, MATTRA_TAG_H1);
      put_lines (self, lines, first, first + n, &setting, heading->alignment);
      mattra_page_writer_tag_end (&self->writer);
      first += n;
      if (first < lines->lines->len)
        mattra_flow_turn_page (self);
    }
  return TRUE;
}

/* How many of the @left lines go on this page, so that neither side of its end has a line alone and @follower fits
 * below the last. */
static guint
lines_that_fit (MattraFlow *self,
                guint       left,
                int         pitch,
                int         follower)
{
  int room = mattra_flow_get_room (self);
  guint fit = (guint) MAX (room / pitch, 0);

  if (fit >= left && (int) left * pitch + follower <= room)
    return left;
  fit = MIN (fit, left - 1);
  if (left - fit < LEAST_LINES)
    fit = left > LEAST_LINES ? left - LEAST_LINES : 0;
  if (fit >= LEAST_LINES)
    return fit;
  return mattra_flow_is_fresh (self) ? MIN (left, MAX (fit, 1)) : 0;
}

/**
 * mattra_flow_place_paragraph:
 * @self: a flow
 * @paragraph: a paragraph
 * @follower: the height of what must stand below its end on the same page; 0 if nothing must
 * @error: return location for an error
 *
 * Puts a paragraph on the page, and what does not fit on the next ones.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_flow_place_paragraph (MattraFlow        *self,
                             const MattraText  *paragraph,
                             int                follower,
                             GError           **error)
{
  MattraSetting setting = mattra_setting (self->typesetter, MATTRA_FACE_REGULAR, paragraph->points);
  MattraLines *lines = break_text (self, paragraph->text, &setting, paragraph->indent ? FIRST_LINE_INDENT : 0, error);
  guint first = 0;

  if (lines == NULL)
    return FALSE;

  mattra_flow_begin_page (self);
  if (!mattra_flow_is_fresh (self))
    self->y += PARAGRAPH_GAP;
  while (first < lines->lines->len)
    {
      guint n = lines_that_fit (self, lines->lines->len - first, setting.pitch, follower);

      if (n > 0)
        {
          mattra_page_writer_tag (&self->writer, MATTRA_TAG_P);
          put_lines (self, lines, first, first + n, &setting, paragraph->alignment);
          mattra_page_writer_tag_end (&self->writer);
        }
      first += n;
      if (first < lines->lines->len)
        mattra_flow_turn_page (self);
    }
  return TRUE;
}

/* The lines of one of a cover's blocks, put down or, without @put, only measured. Returns the height; -1 with an error. */
static int
place_cover_lines (MattraFlow         *self,
                   const MattraCover  *cover,
                   MattraCoverPlace    place,
                   gboolean            put,
                   GError            **error)
{
  int height = 0;
  gboolean first = TRUE;

  for (guint i = 0; i < cover->lines->len; i++)
    {
      const MattraCoverLine *line = g_ptr_array_index (cover->lines, i);
      MattraSetting setting = mattra_setting (self->typesetter,
                                              line->bold ? MATTRA_FACE_BOLD : MATTRA_FACE_REGULAR, line->points);
      MattraLines *lines;

      if (line->place != place)
        continue;

      lines = break_evenly (self, line->text, &setting, error);
      if (lines == NULL)
        return -1;
      if (put)
        {
          mattra_page_writer_tag (&self->writer,
                                  first && place == MATTRA_COVER_TITLE ? MATTRA_TAG_H1 : MATTRA_TAG_P);
          put_lines (self, lines, 0, lines->lines->len, &setting, MATTRA_ALIGN_CENTRE);
          mattra_page_writer_tag_end (&self->writer);
        }
      height += (int) lines->lines->len * setting.pitch;
      first = FALSE;
    }
  return height;
}

static const char *
first_line (const MattraCover *cover)
{
  return cover->lines->len > 0 ? ((const MattraCoverLine *) g_ptr_array_index (cover->lines, 0))->text : "";
}

/* Gives where the emblem ends; -1 with an error. */
static int
place_emblem (MattraFlow         *self,
              const MattraCover  *cover,
              const char         *picture,
              GError            **error)
{
  int width = self->right - self->left;
  int height = MATTRA_MM (cover->emblem_height);

  if (cover->emblem == NULL)
    return self->top;
  if (!mattra_picture_fit (cover->emblem, &width, &height, error))
    return -1;

  mattra_page_writer_picture (&self->writer, (self->left + self->right) / 2, self->top, height, picture);
  return self->top + height;
}

/**
 * mattra_flow_place_cover:
 * @self: a flow
 * @cover: a cover
 * @picture: the name of its picture
 * @error: return location for an error
 *
 * Fills a page with the cover: the emblem at the top, the title in the middle, the organisation at the bottom.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character, the emblem is no picture or the texts are
 *   longer than the page
 */
gboolean
mattra_flow_place_cover (MattraFlow         *self,
                         const MattraCover  *cover,
                         const char         *picture,
                         GError            **error)
{
  int title = place_cover_lines (self, cover, MATTRA_COVER_TITLE, FALSE, error);
  int foot = title < 0 ? -1 : place_cover_lines (self, cover, MATTRA_COVER_FOOT, FALSE, error);
  int top;

  if (foot < 0)
    return FALSE;

  mattra_flow_end_page (self, FALSE);
  mattra_flow_begin_page (self);
  if (cover->lines->len > 0)
    mattra_flow_bookmark (self, first_line (cover));
  top = place_emblem (self, cover, picture, error);
  if (top < 0 || !mattra_flow_check_height (self, top - self->top + title + foot, first_line (cover), error))
    return FALSE;
  self->y = MAX (top, MIN ((int) (self->height * TITLE_MIDDLE) - title / 2, self->bottom - foot - title));
  place_cover_lines (self, cover, MATTRA_COVER_TITLE, TRUE, NULL);
  self->y = MAX (self->y, self->bottom - foot);
  place_cover_lines (self, cover, MATTRA_COVER_FOOT, TRUE, NULL);
  mattra_flow_end_page (self, TRUE);
  return TRUE;
}
