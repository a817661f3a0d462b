/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-fields.h"

#include <math.h>

/* Printed and locked in its place. */
#define FLAGS (4 + 128)

/* There are signatures, and what is appended must not touch them. */
#define SIGNATURE_FLAGS 3

static guint
get_number (const GArray *numbers,
            guint         i)
{
  return g_array_index (numbers, guint, i);
}

/**
 * mattra_pdf_fields_reserve:
 * @self: fields, all zero
 * @file: the file
 * @update: the update that adds them
 * @archive: what fields there are
 *
 * Finds the pages and gives each field a number.
 *
 * Returns: whether all pages are there
 */
gboolean
mattra_pdf_fields_reserve (MattraPdfFields        *self,
                           MattraPdfFile          *file,
                           MattraPdfUpdate        *update,
                           const MattraPdfArchive *archive)
{
  self->widgets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  if (archive->n_fields > 0)
    self->form = mattra_pdf_update_reserve (update);
  for (guint i = 0; i < archive->n_fields; i++)
    {
      guint widget = mattra_pdf_update_reserve (update);
      guint page;

      if (!mattra_pdf_file_find_page (file, archive->fields[i].page, &page))
        return FALSE;
      g_array_append_val (self->widgets, widget);
      g_array_append_val (self->pages, page);
    }
  return TRUE;
}

static void
add_rectangle (GString              *text,
               const MattraPdfField *field)
{
  /* In hundredths, so that no locale writes a comma. */
  int sides[] = { (int) lround (field->left * 100), (int) lround (field->bottom * 100),
                  (int) lround ((field->left + field->width) * 100),
                  (int) lround ((field->bottom + field->height) * 100) };

  g_string_append (text, "/Rect [");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (text, " %d.%02d", MAX (sides[i], 0) / 100, MAX (sides[i], 0) % 100);
  g_string_append (text, " ]\n");
}

/* The tags' root, the part that holds the document, and the table from annotations to parts. */
typedef struct
{
  guint         root;
  guint         document;
  guint         table;
  gint64        next;
  GString      *document_text;
  GString      *table_text;
} Tags;

static gint64
next_key (MattraPdfPart numbers)
{
  const char *cursor = NULL;
  MattraPdfPart key, value;
  gint64 next = 0;

  while (mattra_pdf_array_next (numbers, &cursor, &key) && mattra_pdf_array_next (numbers, &cursor, &value))
    {
      gint64 number = 0;

      if (mattra_pdf_part_get_int (key, &number))
        next = MAX (next, number + 1);
    }
  return next;
}

static GString *
copy_part (MattraPdfPart part)
{
  return g_string_new_len (part.start, part.end - part.start);
}

static gboolean
find_tags (Tags          *tags,
           MattraPdfFile *file)
{
  guint catalog;
  const char *cursor = NULL;
  MattraPdfPart root, kids, first, table;

  if (!mattra_pdf_file_get_root (file, &catalog)
      || !mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_object (file, catalog), "StructTreeRoot"),
                                   &tags->root))
    return FALSE;
  root = mattra_pdf_file_get_object (file, tags->root);
  kids = mattra_pdf_file_get (file, root, "K");
  if (!mattra_pdf_array_next (kids, &cursor, &first) || !mattra_pdf_part_get_ref (first, &tags->document)
      || !mattra_pdf_part_get_ref (mattra_pdf_dict_get (root, "ParentTree"), &tags->table))
    return FALSE;
  table = mattra_pdf_file_get_object (file, tags->table);
  if (!mattra_pdf_part_is_dict (table)
      || !mattra_pdf_part_is_dict (mattra_pdf_file_get_object (file, tags->document)))
    return FALSE;
  tags->next = next_key (mattra_pdf_dict_get (table, "Nums"));
  tags->table_text = copy_part (table);
  tags->document_text = copy_part (mattra_pdf_file_get_object (file, tags->document));
  return TRUE;
}

static void
append_to (GString    *dict,
           const char *key,
           const char *item)
{
  MattraPdfPart whole = { dict->str, dict->str + dict->len };
  g_autoptr (GString) array = g_string_new (NULL);

  mattra_pdf_text_append (array, mattra_pdf_dict_get (whole, key), item);
  mattra_pdf_text_set (dict, key, array->str);
}

/* The field's part among the tags. */
static void
put_tag (Tags                 *tags,
         MattraPdfUpdate      *update,
         const MattraPdfField *field,
         guint                 widget,
         guint                 page)
{
  guint part = mattra_pdf_update_reserve (update);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *item = g_strdup_printf ("%u 0 R", part);
  g_autofree char *entry = g_strdup_printf ("%" G_GINT64_FORMAT " %u 0 R", tags->next, part);

  g_string_printf (text, "<< /Type /StructElem\n/S /Form\n/P %u 0 R\n/Pg %u 0 R\n"
                   "/K << /Type /OBJR /Pg %u 0 R /Obj %u 0 R >>\n/Alt ", tags->document, page, page, widget);
  mattra_pdf_text_add_string (text, field->label);
  g_string_append (text, "\n>>");
  mattra_pdf_update_put (update, part, text->str, text->len);
  append_to (tags->document_text, "K", item);
  append_to (tags->table_text, "Nums", entry);
  tags->next++;
}

static void
put_widget (MattraPdfFields      *self,
            MattraPdfUpdate      *update,
            const MattraPdfField *field,
            guint                 index,
            guint                 appearance,
            gint64                key)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "<< /Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature%u)\n/F %d\n/P %u 0 R\n",
                   index + 1, FLAGS, get_number (self->pages, index));
  add_rectangle (text, field);
  if (*field->label != '\0')
    {
      g_string_append (text, "/TU ");
      mattra_pdf_text_add_string (text, field->label);
      g_string_append_c (text, '\n');
    }
  if (key >= 0)
    g_string_append_printf (text, "/StructParent %" G_GINT64_FORMAT "\n", key);
  g_string_append_printf (text, "/AP << /N %u 0 R >>\n>>", appearance);
  mattra_pdf_update_put (update, get_number (self->widgets, index), text->str, text->len);
}

static void
put_form (MattraPdfFields *self,
          MattraPdfUpdate *update)
{
  g_autoptr (GString) text = g_string_new ("<< /Fields [");

  for (guint i = 0; i < self->widgets->len; i++)
    g_string_append_printf (text, " %u 0 R", get_number (self->widgets, i));
  g_string_append_printf (text, " ]\n/SigFlags %d\n>>", SIGNATURE_FLAGS);
  mattra_pdf_update_put (update, self->form, text->str, text->len);
}

/**
 * mattra_pdf_fields_put:
 * @self: fields that were reserved
 * @file: the file
 * @update: the update that adds them
 * @archive: what fields there are
 *
 * Writes the fields: nothing is seen of them until they are signed. Where the file has tags, each is one of its parts.
 */
void
mattra_pdf_fields_put (MattraPdfFields        *self,
                       MattraPdfFile          *file,
                       MattraPdfUpdate        *update,
                       const MattraPdfArchive *archive)
{
  Tags tags = { 0 };
  gboolean tagged;
  guint appearance;

  if (archive->n_fields == 0)
    return;
  tagged = find_tags (&tags, file);
  appearance = mattra_pdf_update_reserve (update);
  mattra_pdf_update_put_stream (update, appearance,
                                "/Type /XObject /Subtype /Form /BBox [ 0 0 1 1 ] /Resources << >>", "", 0);
  put_form (self, update);
  for (guint i = 0; i < archive->n_fields; i++)
    {
      put_widget (self, update, &archive->fields[i], i, appearance, tagged ? tags.next : -1);
      if (tagged)
        put_tag (&tags, update, &archive->fields[i], get_number (self->widgets, i), get_number (self->pages, i));
    }
  if (!tagged)
    return;
  mattra_pdf_update_put (update, tags.document, tags.document_text->str, tags.document_text->len);
  mattra_pdf_update_put (update, tags.table, tags.table_text->str, tags.table_text->len);
  g_string_free (tags.document_text, TRUE);
  g_string_free (tags.table_text, TRUE);
}

/**
 * mattra_pdf_fields_add_to:
 * @self: fields
 * @page: a page's object
 * @dict: the text of its dictionary
 *
 * Adds to a page the fields that stand on it.
 *
 * Returns: whether there are any
 */
gboolean
mattra_pdf_fields_add_to (MattraPdfFields *self,
                          guint            page,
                          GString         *dict)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->pages->len; i++)
    if (get_number (self->pages, i) == page)
      {
        g_autofree char *item = g_strdup_printf ("%u 0 R", get_number (self->widgets, i));

        append_to (dict, "Annots", item);
        any = TRUE;
      }
  return any;
}

/**
 * mattra_pdf_fields_clear:
 * @self: fields
 *
 * Frees what they hold.
 */
void
mattra_pdf_fields_clear (MattraPdfFields *self)
{
  g_clear_pointer (&self->widgets, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
}
