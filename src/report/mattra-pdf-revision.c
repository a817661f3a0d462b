/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-revision.h"

#include <glib/gi18n-lib.h>

#include "mattra-signature-field.h"

/* What one update changed, and what a signature may change: the field that is signed; where there was none, a field of
 * which nothing is seen and the lists that it is in. */
typedef struct
{
  MattraPdfFile *before;
  MattraPdfFile *after;
  GPtrArray     *old_fields;
  GPtrArray     *new_fields;
  guint          n_signed;
} Comparison;

static guint
count_others (GHashTable        *entries,
              const char *const *except)
{
  guint n = g_hash_table_size (entries);

  for (; *except != NULL; except++)
    n -= g_hash_table_contains (entries, *except);
  return n;
}

/* Every key but those in @except says the same in both, and none is missing. */
static gboolean
is_same_dict (MattraPdfPart      old,
              MattraPdfPart      now,
              const char *const *except)
{
  g_autoptr (GHashTable) before = mattra_pdf_dict_read (old);
  g_autoptr (GHashTable) after = mattra_pdf_dict_read (now);
  GHashTableIter iter;
  gpointer key, value;

  if (before == NULL || after == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const MattraPdfPart *there = g_hash_table_lookup (before, key);

      if (!g_strv_contains (except, key)
          && (there == NULL || !mattra_pdf_part_equal (*there, *(MattraPdfPart *) value)))
        return FALSE;
    }
  return count_others (before, except) == count_others (after, except);
}

/* Says nothing but @keys, and says it once. */
static gboolean
has_only (MattraPdfPart      dict,
          const char *const *keys)
{
  g_autoptr (GHashTable) entries = mattra_pdf_dict_read (dict);

  return entries != NULL && count_others (entries, keys) == 0;
}

/* An object that the update brought. */
static gboolean
is_new (Comparison *self,
        guint       object)
{
  return object >= mattra_pdf_file_get_n_objects (self->before) && mattra_pdf_file_get_offset (self->after, object) > 0;
}

static gboolean
is_signed_now (Comparison *self,
               guint       object)
{
  static const char *const except[] = { "V", "AP", NULL };
  static const char *const look_keys[] = { "N", NULL };
  MattraSignatureField *old = mattra_signature_field_find (self->old_fields, object);
  MattraSignatureField *now = mattra_signature_field_find (self->new_fields, object);
  MattraPdfPart look;
  guint form;

  if (old == NULL || now == NULL || old->signature != 0 || !is_new (self, now->signature)
      || !is_same_dict (mattra_pdf_file_get_object (self->before, object),
                        mattra_pdf_file_get_object (self->after, object), except))
    return FALSE;
  look = mattra_pdf_dict_get (mattra_pdf_file_get_object (self->after, object), "AP");
  if (mattra_pdf_part_equal (look, mattra_pdf_dict_get (mattra_pdf_file_get_object (self->before, object), "AP")))
    return TRUE;
  return has_only (look, look_keys) && mattra_pdf_part_get_ref (mattra_pdf_dict_get (look, "N"), &form)
         && is_new (self, form);
}

/* Four zeros, and written so that nobody reads anything else. */
static gboolean
is_nowhere (MattraPdfPart rectangle)
{
  const char *cursor = NULL;
  MattraPdfPart side;
  guint n = 0;

  for (; mattra_pdf_array_next (rectangle, &cursor, &side); n++)
    if (side.end - side.start != 1 || *side.start != '0')
      return FALSE;
  return n == 4;
}

/* A field that was not there: signed, and nothing to be seen of it. What else it might say, other programs might show
 * or do. */
static gboolean
is_unseen_field (Comparison *self,
                 guint       object)
{
  static const char *const keys[] = { "Type", "Subtype", "FT", "T", "TU", "F", "P", "Rect", "V", NULL };
  MattraSignatureField *now = mattra_signature_field_find (self->new_fields, object);
  MattraPdfPart value = mattra_pdf_file_get_object (self->after, object);

  return is_new (self, object) && now != NULL && is_new (self, now->signature) && has_only (value, keys)
         && mattra_pdf_part_is_name (mattra_pdf_dict_get (value, "Subtype"), "Widget")
         && is_nowhere (mattra_pdf_dict_get (value, "Rect"));
}

/* A list that got unseen fields at its end and is else the same. */
static gboolean
is_longer_list (Comparison    *self,
                MattraPdfPart  old,
                MattraPdfPart  now)
{
  const char *old_cursor = NULL;
  const char *cursor = NULL;
  MattraPdfPart old_item, item;
  guint n = 0;
  guint object;

  while (mattra_pdf_array_next (old, &old_cursor, &old_item))
    if (!mattra_pdf_array_next (now, &cursor, &item) || !mattra_pdf_part_equal (old_item, item))
      return FALSE;
  while (mattra_pdf_array_next (now, &cursor, &item))
    if (++n > self->new_fields->len || !mattra_pdf_part_get_ref (item, &object) || !is_unseen_field (self, object))
      return FALSE;
  return mattra_pdf_part_is_array (now);
}

static gboolean
is_list_owner (Comparison *self,
               guint       object,
               const char *key)
{
  const char *const except[] = { key, NULL };
  MattraPdfPart old = mattra_pdf_file_get_object (self->before, object);
  MattraPdfPart now = mattra_pdf_file_get_object (self->after, object);

  return is_same_dict (old, now, except)
         && is_longer_list (self, mattra_pdf_file_get (self->before, old, key), mattra_pdf_dict_get (now, key));
}

/* The catalog of a file that had no form gets one, with nothing in it but fields and that there are signatures. */
static gboolean
is_new_form (Comparison *self,
             guint       object)
{
  static const char *const except[] = { "AcroForm", NULL };
  static const char *const form_keys[] = { "Fields", "SigFlags", NULL };
  MattraPdfPart old = mattra_pdf_file_get_object (self->before, object);
  MattraPdfPart now = mattra_pdf_file_get_object (self->after, object);
  MattraPdfPart form;
  guint number;

  if (mattra_pdf_dict_get (old, "AcroForm").start != NULL || !is_same_dict (old, now, except)
      || !mattra_pdf_part_get_ref (mattra_pdf_dict_get (now, "AcroForm"), &number) || !is_new (self, number))
    return FALSE;
  form = mattra_pdf_file_get_object (self->after, number);
  return has_only (form, form_keys)
         && is_longer_list (self, MATTRA_PDF_NO_PART, mattra_pdf_dict_get (form, "Fields"));
}

static guint
find_form (MattraPdfFile *file)
{
  guint root, form;

  if (mattra_pdf_file_get_root (file, &root)
      && mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_object (file, root), "AcroForm"), &form))
    return form;
  return 0;
}

static gboolean
is_page (MattraPdfFile *file,
         guint          object)
{
  return mattra_pdf_part_is_name (mattra_pdf_dict_get (mattra_pdf_file_get_object (file, object), "Type"), "Page");
}

/* What is wrong with a change of an object; NULL for nothing. */
static char *
describe_change (Comparison *self,
                 guint       object,
                 guint       root,
                 guint       form)
{
  MattraSignatureField *field = mattra_signature_field_find (self->old_fields, object);
  MattraSignatureField *now = mattra_signature_field_find (self->new_fields, object);

  if (field != NULL && field->signature != 0 && (now == NULL || now->signature == 0))
    return g_strdup_printf (_("the signature in “%s” was removed"), field->name);
  if (field != NULL && field->signature != 0)
    return g_strdup_printf (_("the signature in “%s” was replaced"), field->name);
  if (is_signed_now (self, object))
    return NULL;
  if (is_page (self->before, object) || is_page (self->after, object))
    return is_list_owner (self, object, "Annots") ? NULL : g_strdup (_("a page was changed"));
  if (object == form && is_list_owner (self, object, "Fields"))
    return NULL;
  if (object == root && is_new_form (self, object))
    return NULL;
  return g_strdup_printf (_("something other than a signature was changed (object %u)"), object);
}

/* Another root would be another document. What the trailer said besides may be left out, as it tells how the file was
 * made; nothing may be said that was not. */
static char *
describe_trailer (Comparison *self)
{
  static const char *const except[] = { "Size", "ID", "Prev", NULL };
  static const char *const kept[] = { "Root", "Info" };
  MattraPdfPart old = mattra_pdf_file_get_trailer (self->before);
  MattraPdfPart now = mattra_pdf_file_get_trailer (self->after);
  const char *cursor = NULL;
  MattraPdfPart key, value;
  gboolean same = TRUE;

  while (mattra_pdf_dict_next (now, &cursor, &key, &value))
    {
      g_autofree char *name = g_strndup (key.start + 1, (gsize) (key.end - key.start - 1));

      same = same && (g_strv_contains (except, name) || mattra_pdf_part_equal (mattra_pdf_dict_get (old, name), value));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    same = same && mattra_pdf_part_equal (mattra_pdf_dict_get (old, kept[i]), mattra_pdf_dict_get (now, kept[i]));
  return same ? NULL : g_strdup (_("another document was put in its place"));
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b,
                 gpointer      file)
{
  gsize one = mattra_pdf_file_get_offset (file, *(const guint *) a);
  gsize other = mattra_pdf_file_get_offset (file, *(const guint *) b);

  return one < other ? -1 : one > other;
}

static gboolean
is_blank (MattraPdfFile *file,
          gsize          from,
          gsize          to)
{
  const char *data = g_bytes_get_data (mattra_pdf_file_get_bytes (file), NULL);

  for (; from < to; from++)
    if (!g_ascii_isspace (data[from]))
      return FALSE;
  return TRUE;
}

/* Whether the update is its objects, one behind another, and its table: nothing that the table does not name, which a
 * reader that mends files by itself might find. */
static gboolean
is_orderly (Comparison *self)
{
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize at = g_bytes_get_size (mattra_pdf_file_get_bytes (self->before));

  for (guint i = 1; i < mattra_pdf_file_get_n_objects (self->after); i++)
    {
      gsize offset = mattra_pdf_file_get_offset (self->after, i);

      if (offset >= at)
        g_array_append_val (objects, i);
      else if (offset > 0 && offset != mattra_pdf_file_get_offset (self->before, i))
        return FALSE;
    }
  g_array_sort_with_data (objects, compare_offsets, self->after);
  for (guint i = 0; i < objects->len; i++)
    {
      guint object = g_array_index (objects, guint, i);
      gsize offset = mattra_pdf_file_get_offset (self->after, object);

      if (offset < at || !is_blank (self->after, at, offset))
        return FALSE;
      at = mattra_pdf_file_get_object_end (self->after, object);
    }
  return at > 0 && at <= mattra_pdf_file_get_xref (self->after)
         && is_blank (self->after, at, mattra_pdf_file_get_xref (self->after));
}

/* Whether the update fills in what the file named already when it was not there: what was signed did not show it. A
 * file that was read four times over and is not read to its end is made to keep us busy. */
static gboolean
fills_in (Comparison *self)
{
  gsize left = 4 * g_bytes_get_size (mattra_pdf_file_get_bytes (self->before));

  for (guint i = 1; i < mattra_pdf_file_get_n_objects (self->before); i++)
    {
      MattraPdfPart value = mattra_pdf_file_get_object (self->before, i);
      gsize cost = value.start != NULL ? (gsize) (value.end - value.start)
                   : mattra_pdf_file_get_offset (self->before, i) > 0 ? left : 0;
      const char *cursor = NULL;
      guint named;

      if (cost > left)
        return TRUE;
      left -= cost;
      while (mattra_pdf_part_next_ref (value, &cursor, &named))
        if (mattra_pdf_file_get_offset (self->before, named) == 0
            && mattra_pdf_file_get_offset (self->after, named) > 0)
          return TRUE;
    }
  return FALSE;
}

static char *
describe_all (Comparison *self)
{
  char *how = is_orderly (self) ? describe_trailer (self) : g_strdup (_("something was appended that is no signature"));
  guint n = mattra_pdf_file_get_n_objects (self->before);
  guint form = find_form (self->before);
  guint root = 0;

  mattra_pdf_file_get_root (self->before, &root);
  for (guint i = 1; i < n && how == NULL; i++)
    if (mattra_pdf_file_get_offset (self->before, i) != mattra_pdf_file_get_offset (self->after, i))
      how = describe_change (self, i, root, form);
  for (guint i = 0; i < self->new_fields->len && how == NULL; i++)
    {
      const MattraSignatureField *now = g_ptr_array_index (self->new_fields, i);
      const MattraSignatureField *old = mattra_signature_field_find (self->old_fields, now->object);

      if (now->signature != 0 && (old == NULL || old->signature == 0))
        self->n_signed++;
    }
  if (how == NULL && self->n_signed == 0)
    how = g_strdup (_("something was appended that is no signature"));
  if (how == NULL && fills_in (self))
    how = g_strdup (_("something was added that the file named before, when it was not there"));
  return how;
}

/**
 * mattra_pdf_revision_describe:
 * @before: a file as it was
 * @after: the same with one update more
 *
 * Tells whether an update adds a signature and nothing else. Whether the signature is good is another question.
 *
 * Returns: (transfer full) (nullable): what else it changes, for the user; %NULL for nothing
 */
char *
mattra_pdf_revision_describe (MattraPdfFile *before,
                              MattraPdfFile *after)
{
  g_autoptr (GPtrArray) old_fields = mattra_signature_field_list (before);
  g_autoptr (GPtrArray) new_fields = mattra_signature_field_list (after);
  Comparison comparison = { before, after, old_fields, new_fields, 0 };

  return describe_all (&comparison);
}
