/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-glyph-run.h"

#define SARA_AA 0x0e32
#define SARA_AM 0x0e33
#define SARA_AM_BYTES 3

/* Where a mark's origin may stand from the pen, in font units. Further to the right, readers sort it behind the next
 * letter; further to the left, they see a gap before that letter and put a space there. Cairo leaves out shifts below
 * 3 thousandths of an em. */
#define MARK_LEFTMOST -95
#define MARK_RIGHTMOST -4

/* One glyph on its way from HarfBuzz to the run. */
typedef struct
{
  hb_codepoint_t glyph;
  guint          cluster;
  int            advance;
  int            dx;
  int            dy;
  guint8         special;
} Shaped;

struct _MattraShaper
{
  hb_font_t      *font;
  hb_buffer_t    *buffer;
  GArray         *shaped;
  GArray         *features;
  GArray         *minima;
  hb_codepoint_t  sara_aa;
  hb_codepoint_t  sara_am;
};

static hb_codepoint_t
nominal_glyph (hb_font_t      *font,
               hb_codepoint_t  character)
{
  hb_codepoint_t glyph = 0;

  hb_font_get_nominal_glyph (font, character, &glyph);
  return glyph;
}

/**
 * mattra_shaper_new:
 * @font: (transfer none): a font scaled to its units per em
 *
 * Makes the shaper of one face: it turns a text into glyphs that a reader of the file turns back into the same text.
 *
 * Returns: (transfer full): the shaper
 */
MattraShaper *
mattra_shaper_new (hb_font_t *font)
{
  MattraShaper *self = g_new0 (MattraShaper, 1);

  self->font = hb_font_reference (font);
  self->buffer = hb_buffer_create ();
  self->shaped = g_array_new (FALSE, FALSE, sizeof (Shaped));
  self->features = g_array_new (FALSE, FALSE, sizeof (hb_feature_t));
  self->minima = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sara_aa = nominal_glyph (font, SARA_AA);
  self->sara_am = nominal_glyph (font, SARA_AM);
  return self;
}

/**
 * mattra_shaper_free:
 * @self: (transfer full): a shaper
 *
 * Frees the shaper.
 */
void
mattra_shaper_free (MattraShaper *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->minima);
  g_array_unref (self->features);
  g_array_unref (self->shaped);
  hb_buffer_destroy (self->buffer);
  hb_font_destroy (self->font);
  g_free (self);
}

static void
run_harfbuzz (MattraShaper *self,
              const char   *text,
              gsize         length)
{
  hb_glyph_info_t *infos;
  hb_glyph_position_t *positions;
  guint n = 0;

  hb_buffer_clear_contents (self->buffer);
  /* Clusters by character: HarfBuzz must not merge a tone mark into the sara am behind it. */
  hb_buffer_set_cluster_level (self->buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (self->buffer, HB_SCRIPT_THAI);
  hb_buffer_add_utf8 (self->buffer, text, (int) length, 0, (int) length);
  hb_shape (self->font, self->buffer, (hb_feature_t *) (void *) self->features->data,
            self->features->len);

  infos = hb_buffer_get_glyph_infos (self->buffer, &n);
  positions = hb_buffer_get_glyph_positions (self->buffer, NULL);
  g_array_set_size (self->shaped, 0);
  for (guint i = 0; i < n; i++)
    {
      Shaped shaped = {
        infos[i].codepoint, infos[i].cluster,
        positions[i].x_advance, positions[i].x_offset, positions[i].y_offset, MATTRA_GLYPH_PLAIN,
      };

      g_array_append_val (self->shaped, shaped);
    }
}

static gboolean
is_tone (gunichar c)
{
  return c >= 0x0e47 && c <= 0x0e4c;
}

/* ป ฝ ฟ ฬ have a stem where the ring of the font's own sara am stands. */
static gboolean
has_stem (gunichar c)
{
  return c == 0x0e1b || c == 0x0e1d || c == 0x0e1f || c == 0x0e2c;
}

/* Where the consonant that carries the sara am at @sara_am begins; @sara_am itself if there is none. */
static gsize
find_base (const char *text,
           gsize       sara_am)
{
  const char *p = text + sara_am;

  while (p > text)
    {
      p = g_utf8_prev_char (p);
      if (!is_tone (g_utf8_get_char (p)))
        return (gsize) (p - text);
    }
  return sara_am;
}

/* Finds the ring of the sara am at @cluster, in whichever of its forms, and the sara aa behind it. Returns whether both
 * are there and the ring is not fused with the tone mark @tone; a @tone of 0 stands for none. */
static gboolean
find_parts (MattraShaper *self,
            guint         cluster,
            guint         tone,
            guint        *ring,
            guint        *aa)
{
  gboolean has_ring = FALSE, has_aa = FALSE, has_tone = tone == 0;

  *ring = *aa = 0;
  for (guint i = 0; i < self->shaped->len; i++)
    {
      const Shaped *shaped = &g_array_index (self->shaped, Shaped, i);

      if (shaped->cluster == tone)
        has_tone = TRUE;
      if (shaped->cluster != cluster)
        continue;
      *(shaped->glyph == self->sara_aa ? aa : ring) = i;
      has_aa = has_aa || shaped->glyph == self->sara_aa;
      has_ring = has_ring || shaped->glyph != self->sara_aa;
    }
  return has_ring && has_aa && has_tone;
}

/* The ring was fused with the tone mark: asks for that syllable to be shaped without fusing. */
static void
forbid_fusing (MattraShaper *self,
               gsize         start,
               gsize         end)
{
  hb_feature_t feature = {
    HB_TAG ('c', 'c', 'm', 'p'), 0, (guint) start, (guint) end,
  };

  g_array_append_val (self->features, feature);
}

/* Puts the font's own sara am in the place of ring and sara aa: one glyph for one character. Where a stem is in the way
 * of its ring, that is hidden and the ring that HarfBuzz chose is drawn as a shape. */
static void
join_parts (MattraShaper *self,
            guint         ring,
            guint         aa,
            gsize         base,
            gboolean      stem)
{
  Shaped *shaped = &g_array_index (self->shaped, Shaped, aa);

  shaped->glyph = self->sara_am;
  if (stem)
    {
      shaped->special = MATTRA_GLYPH_LOWER;
      g_array_index (self->shaped, Shaped, ring).special = MATTRA_GLYPH_SHAPE;
      g_array_index (self->shaped, Shaped, ring).cluster = (guint) base;
    }
  else
    g_array_remove_index (self->shaped, ring);
}

/* Returns whether a syllable has to be shaped again. */
static gboolean
join_all_sara_am (MattraShaper *self,
                  const char   *text,
                  gsize         length)
{
  const char *end = text + length;
  gboolean fused = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - text);
      gsize base;
      guint tone, ring, aa;

      if (g_utf8_get_char (p) != SARA_AM)
        continue;

      base = find_base (text, at);
      tone = p > text && is_tone (g_utf8_get_char (g_utf8_prev_char (p))) ? (guint) at - SARA_AM_BYTES : 0;
      if (find_parts (self, (guint) at, tone, &ring, &aa))
        join_parts (self, ring, aa, base, has_stem (g_utf8_get_char (text + base)));
      else
        {
          forbid_fusing (self, base, at + SARA_AM_BYTES);
          fused = TRUE;
        }
    }
  return fused;
}

static void
shape_text (MattraShaper *self,
            const char   *text,
            gsize         length)
{
  g_array_set_size (self->features, 0);
  run_harfbuzz (self, text, length);
  if (self->sara_am == 0 || !join_all_sara_am (self, text, length))
    return;

  run_harfbuzz (self, text, length);
  join_all_sara_am (self, text, length);
}

static gboolean
find_absent (MattraShaper *self,
             const char   *text,
             gunichar     *absent)
{
  for (guint i = 0; i < self->shaped->len; i++)
    {
      const Shaped *shaped = &g_array_index (self->shaped, Shaped, i);

      if (shaped->glyph == 0)
        {
          *absent = g_utf8_get_char (text + shaped->cluster);
          return TRUE;
        }
    }
  return FALSE;
}

/* What the smallest cluster from each glyph on is; @length behind the last. */
static void
find_minima (MattraShaper *self,
             gsize         length)
{
  guint n = self->shaped->len;
  guint *minima;

  g_array_set_size (self->minima, n + 1);
  minima = (guint *) (void *) self->minima->data;
  minima[n] = (guint) length;
  for (guint i = n; i-- > 0;)
    minima[i] = MIN (g_array_index (self->shaped, Shaped, i).cluster, minima[i + 1]);
}

/* Where the group of glyphs from @first ends: behind it stand only glyphs of later characters. */
static guint
end_of_group (MattraShaper *self,
              guint         first)
{
  guint largest = g_array_index (self->shaped, Shaped, first).cluster;
  guint i = first + 1;

  while (i < self->shaped->len && g_array_index (self->minima, guint, i) <= largest)
    {
      largest = MAX (largest, g_array_index (self->shaped, Shaped, i).cluster);
      i++;
    }
  return i;
}

static guint
count_text_glyphs (MattraShaper *self,
                   guint         first,
                   guint         end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += g_array_index (self->shaped, Shaped, i).special == MATTRA_GLYPH_SHAPE ? 0 : 1;
  return n;
}

static int
append_group (MattraShaper *self,
              guint         first,
              guint         end,
              guint         bytes,
              int           pen,
              GArray       *glyphs)
{
  for (guint i = first; i < end; i++)
    {
      const Shaped *shaped = &g_array_index (self->shaped, Shaped, i);
      gboolean mark = shaped->advance == 0;
      int dx = mark && shaped->special == MATTRA_GLYPH_PLAIN ? CLAMP (shaped->dx, MARK_LEFTMOST, MARK_RIGHTMOST)
                                                             : shaped->dx;
      MattraGlyph glyph = {
        .glyph = (guint16) shaped->glyph,
        .bytes = (guint16) (i == first ? bytes : 0),
        .glyphs = (guint8) (i == first ? count_text_glyphs (self, first, end) : 0),
        .mark = mark,
        .special = shaped->special,
        .rise = (gint16) shaped->dy,
        .x = pen + dx,
      };

      g_array_append_val (glyphs, glyph);
      pen += shaped->advance;
    }
  return pen;
}

static int
append_glyphs (MattraShaper *self,
               gsize         length,
               GArray       *glyphs)
{
  guint covered = 0;
  int pen = 0;

  find_minima (self, length);
  for (guint first = 0; first < self->shaped->len;)
    {
      guint end = end_of_group (self, first);
      guint next = g_array_index (self->minima, guint, end);

      pen = append_group (self, first, end, next - covered, pen, glyphs);
      covered = next;
      first = end;
    }
  return pen;
}

/**
 * mattra_shaper_shape:
 * @self: a shaper
 * @text: UTF-8 text, one word or a little more
 * @length: its length in bytes, at most 600
 * @glyphs: (element-type MattraGlyph): the glyphs are appended here
 * @absent: (out): a character for which the font has no glyph; 0 if it has all
 *
 * Shapes a text. Sara am is one glyph again (HarfBuzz parts it in two), so that every reader of the file finds the
 * character that was written.
 *
 * Returns: the text's advance width in font units
 */
int
mattra_shaper_shape (MattraShaper *self,
                     const char   *text,
                     gsize         length,
                     GArray       *glyphs,
                     gunichar     *absent)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL && length <= G_MAXUINT16, 0);

  *absent = 0;
  shape_text (self, text, length);
  if (find_absent (self, text, absent))
    return 0;
  return append_glyphs (self, length, glyphs);
}
