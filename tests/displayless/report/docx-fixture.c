/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "docx-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>

#include "mattra-data.h"
#include "mattra-docx.h"

gboolean
docx_write (MattraDocument  *document,
            const char      *path,
            GError         **error)
{
  g_autofree char *fonts = mattra_data_find ("fonts", NULL);
  g_autofree char *dictionary = mattra_data_find ("dictionary", NULL);
  g_autoptr (MattraTypesetter) typesetter = mattra_typesetter_new (fonts, dictionary, NULL);

  return mattra_docx_write (document, typesetter, 0, path, NULL, error);
}

void
docx_write_kind (PaperFixture              *self,
                 const MattraReportOptions *options,
                 const char                *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = paper_build (self, options, &error);

  g_assert_no_error (error);
  docx_write (document, path, &error);
  g_assert_no_error (error);
}

static GBytes *
read_entry (struct archive *archive)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[4096];
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);
  g_assert_cmpint (n, ==, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

DocxFile *
docx_read (const char *path)
{
  DocxFile *self = g_new0 (DocxFile, 1);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      char *name = g_strdup (archive_entry_pathname (entry));

      g_ptr_array_add (self->names, name);
      g_assert_true (g_hash_table_insert (self->parts, name, read_entry (archive)));
    }
  archive_read_free (archive);
  self->text = docx_parse (self, "word/document.xml");
  return self;
}

void
docx_free (DocxFile *self)
{
  g_hash_table_unref (self->parts);
  g_ptr_array_unref (self->names);
  xmlFreeDoc (self->text);
  g_free (self);
}

/* A part of the file, which must be there and be XML. */
xmlDoc *
docx_parse (DocxFile   *self,
            const char *part)
{
  GBytes *bytes = g_hash_table_lookup (self->parts, part);
  gsize size;
  const char *data;
  xmlDoc *document;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &size);
  document = xmlReadMemory (data, (int) size, part, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (document);
  return document;
}

static gboolean
is_named (const xmlNode *node,
          const char    *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

/* The node behind @node in the order of the file, below @top. */
static xmlNode *
walk (xmlNode       *node,
      const xmlNode *top)
{
  if (node->children)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node == top ? NULL : node->next;
}

/* All elements of that name, without its prefix. */
GPtrArray *
docx_find (xmlDoc     *document,
           const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  xmlNode *top = xmlDocGetRootElement (document);

  for (xmlNode *node = top; node; node = walk (node, top))
    if (is_named (node, name))
      g_ptr_array_add (found, node);
  return found;
}

xmlNode *
docx_child (const xmlNode *node,
            const char    *name)
{
  for (xmlNode *child = node ? node->children : NULL; child; child = child->next)
    if (is_named (child, name))
      return child;
  return NULL;
}

/* An attribute, whatever its prefix; %NULL without it. */
char *
docx_value (const xmlNode *node,
            const char    *attribute)
{
  for (const xmlAttr *own = node ? node->properties : NULL; own; own = own->next)
    if (g_str_equal ((const char *) own->name, attribute))
      {
        xmlChar *value = xmlNodeListGetString (node->doc, own->children, 1);
        char *copy = g_strdup (value ? (const char *) value : "");

        xmlFree (value);
        return copy;
      }
  return NULL;
}

/* What is written in an element; tabulators are spaces. */
char *
docx_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (xmlNode *at = (xmlNode *) node; at; at = walk (at, node))
    if (is_named (at, "t"))
      {
        xmlChar *own = xmlNodeGetContent (at);

        g_string_append (text, (const char *) own);
        xmlFree (own);
      }
    else if (is_named (at, "tab") && at->parent && is_named (at->parent, "r"))
      g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}

/* The texts of all paragraphs that have one, in the order of the file. */
GPtrArray *
docx_paragraphs (DocxFile *self)
{
  g_autoptr (GPtrArray) nodes = docx_find (self->text, "p");
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < nodes->len; i++)
    {
      char *text = g_strstrip (docx_text (g_ptr_array_index (nodes, i)));

      if (*text != '\0')
        g_ptr_array_add (texts, text);
      else
        g_free (text);
    }
  return texts;
}
