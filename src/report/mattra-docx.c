/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx.h"

#include "mattra-docx-private.h"

/* The file follows ECMA-376 (transitional). It holds the same blocks as the paper, for colleagues who go on in Word. */

#define PACKAGE_NAMESPACE    "http://schemas.openxmlformats.org/package/2006/"
#define RELATIONS_NAMESPACE  PACKAGE_NAMESPACE "relationships"
#define CONTENTS_NAMESPACE   PACKAGE_NAMESPACE "content-types"
#define CORE_NAMESPACE       PACKAGE_NAMESPACE "metadata/core-properties"
#define OFFICE_NAMESPACE     "http://schemas.openxmlformats.org/officeDocument/2006/"
#define REFERENCES_NAMESPACE OFFICE_NAMESPACE "relationships"
#define PROGRAM_NAMESPACE    OFFICE_NAMESPACE "extended-properties"
#define WORD_TYPE            "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define CORE_TYPE            "application/vnd.openxmlformats-package.core-properties+xml"
#define PROGRAM_TYPE         "application/vnd.openxmlformats-officedocument.extended-properties+xml"
#define RELATIONS_TYPE       "application/vnd.openxmlformats-package.relationships+xml"

#define FOLDER "word/"
#define PROGRAM "Mattra"

/* A part that the text refers to. */
typedef struct
{
  const char *name;
  const char *type;             /* behind WORD_TYPE */
  const char *relation;         /* behind REFERENCES_NAMESPACE */
  const char *id;
  void      (*write) (MattraDocx *self);
} Part;

static const Part parts[] = {
  { "styles.xml", "styles+xml", "/styles", "rIdStyles", mattra_docx_write_styles },
  { "settings.xml", "settings+xml", "/settings", "rIdSettings", mattra_docx_write_settings },
  { "fontTable.xml", "fontTable+xml", "/fontTable", "rIdFonts", mattra_docx_write_fonts },
  { "header1.xml", "header+xml", "/header", MATTRA_DOCX_WIDE_HEADER, mattra_docx_write_wide_header },
  { "header2.xml", "header+xml", "/header", MATTRA_DOCX_UPRIGHT_HEADER, mattra_docx_write_upright_header },
  { "header3.xml", "header+xml", "/header", MATTRA_DOCX_EMPTY_HEADER, mattra_docx_write_empty_header },
  { "footer1.xml", "footer+xml", "/footer", MATTRA_DOCX_FOOTER, mattra_docx_write_footer },
  { "footer2.xml", "footer+xml", "/footer", MATTRA_DOCX_EMPTY_FOOTER, mattra_docx_write_empty_footer },
};

/* Writes a block; the pages' ends are Word's. */
typedef gboolean (*BlockWriter) (MattraDocx         *self,
                                 const MattraBlock  *block,
                                 GError            **error);

static const BlockWriter writers[MATTRA_N_BLOCKS] = {
  [MATTRA_BLOCK_COVER] = mattra_docx_write_cover,
  [MATTRA_BLOCK_HEADING] = mattra_docx_write_text,
  [MATTRA_BLOCK_PARAGRAPH] = mattra_docx_write_text,
  [MATTRA_BLOCK_TABLE] = mattra_docx_write_table,
  [MATTRA_BLOCK_SIGNATURES] = mattra_docx_write_signatures,
  [MATTRA_BLOCK_SPACE] = mattra_docx_write_space,
  [MATTRA_BLOCK_DIVIDER] = mattra_docx_write_divider,
  [MATTRA_BLOCK_LETTERHEAD] = mattra_docx_write_letterhead,
  [MATTRA_BLOCK_FIELDS] = mattra_docx_write_fields,
  [MATTRA_BLOCK_CHOICES] = mattra_docx_write_choices,
};

static void
begin_part (MattraDocx *self,
            const char *name,
            const char *element,
            const char *namespace)
{
  self->xml = mattra_docx_package_begin_part (self->package, name);
  mattra_docx_begin (self, element);
  mattra_docx_attribute (self, "xmlns", namespace);
}

static void
end_part (MattraDocx *self)
{
  mattra_docx_package_end_part (self->package);
  self->xml = NULL;
}

static void
add_default (MattraDocx *self,
             const char *extension,
             const char *type)
{
  mattra_docx_begin (self, "Default");
  mattra_docx_attribute (self, "Extension", extension);
  mattra_docx_attribute (self, "ContentType", type);
  mattra_docx_end (self);
}

static void
add_override (MattraDocx *self,
              const char *folder,
              const char *name,
              const char *before,
              const char *type)
{
  mattra_docx_begin (self, "Override");
  xmlTextWriterWriteFormatAttribute (self->xml, (const xmlChar *) "PartName", "/%s%s", folder, name);
  xmlTextWriterWriteFormatAttribute (self->xml, (const xmlChar *) "ContentType", "%s%s", before, type);
  mattra_docx_end (self);
}

static void
write_contents (MattraDocx *self)
{
  begin_part (self, "[Content_Types].xml", "Types", CONTENTS_NAMESPACE);
  add_default (self, "rels", RELATIONS_TYPE);
  add_default (self, "xml", "application/xml");
  add_default (self, "png", "image/png");
  add_default (self, "jpeg", "image/jpeg");
  add_override (self, FOLDER, "document.xml", WORD_TYPE, "document.main+xml");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_override (self, FOLDER, parts[i].name, WORD_TYPE, parts[i].type);
  add_override (self, "docProps/", "core.xml", "", CORE_TYPE);
  add_override (self, "docProps/", "app.xml", "", PROGRAM_TYPE);
  end_part (self);
}

static void
add_relation (MattraDocx *self,
              const char *id,
              const char *namespace,
              const char *type,
              const char *target)
{
  mattra_docx_begin (self, "Relationship");
  mattra_docx_attribute (self, "Id", id);
  xmlTextWriterWriteFormatAttribute (self->xml, (const xmlChar *) "Type", "%s%s", namespace, type);
  mattra_docx_attribute (self, "Target", target);
  mattra_docx_end (self);
}

static void
write_relations (MattraDocx *self)
{
  begin_part (self, "_rels/.rels", "Relationships", RELATIONS_NAMESPACE);
  add_relation (self, "rId1", REFERENCES_NAMESPACE, "/officeDocument", FOLDER "document.xml");
  add_relation (self, "rId2", RELATIONS_NAMESPACE, "/metadata/core-properties", "docProps/core.xml");
  add_relation (self, "rId3", REFERENCES_NAMESPACE, "/extended-properties", "docProps/app.xml");
  end_part (self);
}

/* What the text refers to, pictures included: known when it is written. */
static void
write_references (MattraDocx *self)
{
  begin_part (self, FOLDER "_rels/document.xml.rels", "Relationships", RELATIONS_NAMESPACE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_relation (self, parts[i].id, REFERENCES_NAMESPACE, parts[i].relation, parts[i].name);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      g_autofree char *id = g_strdup_printf (MATTRA_DOCX_PICTURE "%u", i + 1);
      char name[64];

      mattra_docx_name_picture (self, i, name, sizeof name);
      add_relation (self, id, REFERENCES_NAMESPACE, "/image", name);
    }
  end_part (self);
}

static void
write_parts (MattraDocx *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (FOLDER, parts[i].name, NULL);

      self->xml = mattra_docx_package_begin_part (self->package, name);
      parts[i].write (self);
      end_part (self);
    }
  for (guint i = 0; i < self->pictures->len; i++)
    {
      char name[64] = FOLDER;

      mattra_docx_name_picture (self, i, name + sizeof FOLDER - 1, sizeof name - sizeof FOLDER);
      mattra_docx_package_add (self->package, name, g_ptr_array_index (self->pictures, i));
    }
}

static void
add_property (MattraDocx *self,
              const char *element,
              const char *value)
{
  if (value)
    xmlTextWriterWriteElement (self->xml, (const xmlChar *) element, (const xmlChar *) value);
}

/* The day comes from the data, never from the clock. */
static void
add_day (MattraDocx *self,
         const char *element)
{
  if (self->document->date == NULL)
    return;
  mattra_docx_begin (self, element);
  mattra_docx_attribute (self, "xsi:type", "dcterms:W3CDTF");
  xmlTextWriterWriteFormatString (self->xml, "%sT00:00:00Z", self->document->date);
  mattra_docx_end (self);
}

static void
write_properties (MattraDocx *self)
{
  begin_part (self, "docProps/core.xml", "cp:coreProperties", CORE_NAMESPACE);
  mattra_docx_attribute (self, "xmlns:cp", CORE_NAMESPACE);
  mattra_docx_attribute (self, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  mattra_docx_attribute (self, "xmlns:dcterms", "http://purl.org/dc/terms/");
  mattra_docx_attribute (self, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  add_property (self, "dc:title", self->document->title);
  add_property (self, "dc:subject", self->document->subject);
  add_property (self, "dc:creator", self->document->author);
  add_property (self, "dc:language", "th-TH");
  add_day (self, "dcterms:created");
  add_day (self, "dcterms:modified");
  end_part (self);
  begin_part (self, "docProps/app.xml", "Properties", PROGRAM_NAMESPACE);
  add_property (self, "Application", PROGRAM);
  end_part (self);
}

/*< private >
 * mattra_docx_tell:
 * @self: a document
 * @error: return location for an error
 *
 * Tells who waits how far it is.
 *
 * Returns: %FALSE if it is to stop, or the disk refused something
 */
gboolean
mattra_docx_tell (MattraDocx  *self,
                  GError     **error)
{
  double done = self->n_rows > 0 ? (double) self->n_written / (double) self->n_rows : 0;

  return mattra_watch_tell (self->watch, done, error) && !mattra_docx_package_has_failed (self->package, error);
}

/* A section ends with its last paragraph where that is one of the text. Behind a table, and what else may end with one,
 * an own one of a point's height tells it. */
static gboolean
write_block (MattraDocx  *self,
             gboolean     ends,
             GError     **error)
{
  const MattraBlock *block = g_ptr_array_index (self->document->blocks, self->block);
  gboolean is_text = block->kind == MATTRA_BLOCK_PARAGRAPH || block->kind == MATTRA_BLOCK_HEADING;

  if (block->kind == MATTRA_BLOCK_SECTION)
    return TRUE;
  if (!mattra_docx_tell (self, error))
    return FALSE;
  if (ends && is_text)
    self->closes = self->section;
  if (!writers[block->kind] (self, block, error))
    return FALSE;
  if (ends && !is_text)
    {
      self->closes = self->section;
      mattra_docx_gap (self, 0, FALSE);
    }
  return TRUE;
}

static gboolean
write_sections (MattraDocx  *self,
                GError     **error)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      gboolean last = i + 1 == self->sections->len;

      self->section = &g_array_index (self->sections, MattraDocxSection, i);
      self->space = 0;
      for (self->block = self->section->first; self->block < self->section->end; self->block++)
        if (!write_block (self, !last && self->block + 1 == self->section->end, error))
          return FALSE;
    }
  if (self->behind_table)
    mattra_docx_gap (self, 0, FALSE);
  mattra_docx_write_section (self, self->section);
  return TRUE;
}

static gboolean
write_text (MattraDocx  *self,
            GError     **error)
{
  gboolean written;

  self->xml = mattra_docx_package_begin_part (self->package, FOLDER "document.xml");
  mattra_docx_begin (self, "w:document");
  mattra_docx_attribute (self, "xmlns:w", MATTRA_DOCX_NAMESPACE);
  mattra_docx_attribute (self, "xmlns:r", REFERENCES_NAMESPACE);
  mattra_docx_begin (self, "w:body");
  written = write_sections (self, error);
  end_part (self);
  return written;
}

static gboolean
write_package (MattraDocx  *self,
               GError     **error)
{
  write_contents (self);
  write_relations (self);
  if (!write_text (self, error))
    return FALSE;
  write_references (self);
  write_parts (self);
  write_properties (self);
  return mattra_docx_package_finish (self->package, error);
}

static void
docx_clear (MattraDocx *self)
{
  g_clear_pointer (&self->package, mattra_docx_package_free);
  mattra_lines_free (self->scratch);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->pictures);
}

/**
 * mattra_docx_write:
 * @document: a document
 * @typesetter: what measures the columns of its tables
 * @n_rows: about how many rows it has; 0 where nobody wants to know how far it is
 * @path: the file to write; replaced only when the new one is whole and on the disk
 * @watch: (nullable): who waits
 * @error: return location for an error
 *
 * Writes a document for Word: the same texts in the same order as on paper, at the same sizes, with columns of the same
 * widths; where pages end is left to Word. Rows are read one by one and not kept. The same document gives the same bytes.
 *
 * Returns: %FALSE with a row source's error, #MATTRA_ERROR_INVALID if there is nothing to write or a character that is
 *   measured cannot be printed, #MATTRA_ERROR_IO if the disk or the folder refuses, or %G_IO_ERROR_CANCELLED
 */
gboolean
mattra_docx_write (MattraDocument    *document,
                   MattraTypesetter  *typesetter,
                   gsize              n_rows,
                   const char        *path,
                   const MattraWatch *watch,
                   GError           **error)
{
  MattraDocx self = { .document = document, .typesetter = typesetter, .n_rows = n_rows, .watch = watch };
  gboolean written;

  g_return_val_if_fail (document != NULL && typesetter != NULL && path != NULL, FALSE);

  self.scratch = mattra_lines_new ();
  self.sections = g_array_new (FALSE, TRUE, sizeof (MattraDocxSection));
  self.pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  written = mattra_docx_plan_sections (&self, error)
            && (self.package = mattra_docx_package_open (path, error)) != NULL
            && write_package (&self, error);
  docx_clear (&self);
  return written;
}
