/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "docx-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "mattra-data.h"
#include "mattra-docx.h"
#include "mattra-error.h"

/* What is in a Word document: every text in its order, and the shape that Word insists on. */

/* 1 × 1 points. */
static const guchar png[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
  0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4,
  0x89, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x48, 0x48, 0x48, 0xf8,
  0x0f, 0x00, 0x04, 0x64, 0x02, 0x20, 0x7f, 0x9f, 0x91, 0x2e, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45,
  0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

/* In which order ECMA-376 has the elements of properties (annex A.1), as far as any is written. */
static const struct
{
  const char *properties;
  const char *order;
} orders[] = {
  { "pPr", "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
           "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
           "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
           "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange" },
  { "rPr", "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
           "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
           "em lang eastAsianLayout specVanish oMath" },
  { "tblPr", "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
             "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription" },
  { "tblBorders", "top left bottom right insideH insideV" },
  { "tblCellMar", "top left bottom right" },
  { "tcPr", "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark" },
  { "sectPr", "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
              "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings" },
  { "style", "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
             "pPr rPr tblPr trPr tcPr" },
  { "tbl", "tblPr tblGrid tr" },
  { "tr", "tblPrEx trPr tc" },
  { "anchor", "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic" },
  { "inline", "extent effectExtent docPr cNvGraphicFramePr graphic" },
};

static void
assert_order (xmlDoc     *document,
              const char *properties,
              const char *order)
{
  g_autoptr (GPtrArray) found = docx_find (document, properties);
  g_auto (GStrv) names = g_strsplit (order, " ", -1);

  for (guint i = 0; i < found->len; i++)
    {
      guint at = 0;

      for (const xmlNode *child = ((xmlNode *) g_ptr_array_index (found, i))->children; child; child = child->next)
        {
          while (names[at] && !g_str_equal (names[at], (const char *) child->name))
            at++;
          if (names[at] == NULL)
            g_error ("%s of %s stands where Word does not want it", child->name, properties);
        }
    }
}

static gboolean
is_thai (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_THAI)
      return TRUE;
  return FALSE;
}

/* Fonts and sizes are told for Thai letters as for others, or Word sets them in its own. */
static void
assert_font (const xmlNode *properties,
             gboolean       thai)
{
  static const char *const scripts[] = { "ascii", "hAnsi", "cs" };
  const xmlNode *fonts = docx_child (properties, "rFonts");
  g_autofree char *size = docx_value (docx_child (properties, "sz"), "val");
  g_autofree char *complex_size = docx_value (docx_child (properties, "szCs"), "val");
  g_autofree char *language = docx_value (docx_child (properties, "lang"), "bidi");

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *family = docx_value (fonts, scripts[i]);

      if (thai)
        g_assert_cmpstr (family, ==, "TH SarabunPSK");
      g_assert_nonnull (family);
    }
  g_assert_nonnull (size);
  g_assert_cmpstr (size, ==, complex_size);
  g_assert_cmpstr (language, ==, "th-TH");
  g_assert_true ((docx_child (properties, "b") != NULL) == (docx_child (properties, "bCs") != NULL));
  if (thai)
    g_assert_nonnull (docx_child (properties, "cs"));
}

static void
assert_runs (xmlDoc *document)
{
  g_autoptr (GPtrArray) runs = docx_find (document, "r");

  for (guint i = 0; i < runs->len; i++)
    {
      const xmlNode *run = g_ptr_array_index (runs, i);
      g_autofree char *text = docx_text (run);

      if (docx_child (run, "drawing") == NULL)
        assert_font (docx_child (run, "rPr"), is_thai (text));
    }
}

/* The columns that a row's cells take. */
static guint
count_columns (const xmlNode *row)
{
  guint n = 0;

  for (const xmlNode *cell = row->children; cell; cell = cell->next)
    if (g_str_equal ((const char *) cell->name, "tc"))
      {
        g_autofree char *span = docx_value (docx_child (docx_child (cell, "tcPr"), "gridSpan"), "val");

        g_assert_cmpstr ((const char *) cell->last->name, ==, "p");
        n += span ? (guint) g_ascii_strtoull (span, NULL, 10) : 1;
      }
  return n;
}

static gboolean
is_head (const xmlNode *row)
{
  return docx_child (docx_child (row, "trPr"), "tblHeader") != NULL;
}

/* Each ruled table repeats its first row and no other; all rows fill the grid; no two tables stand at each other. */
static guint
assert_tables (xmlDoc *document)
{
  g_autoptr (GPtrArray) tables = docx_find (document, "tbl");
  guint n_ruled = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const xmlNode *table = g_ptr_array_index (tables, i);
      gboolean ruled = docx_child (docx_child (table, "tblPr"), "tblBorders") != NULL;
      const xmlNode *first = docx_child (table, "tr");
      guint n_columns = (guint) xmlChildElementCount (docx_child (table, "tblGrid"));

      n_ruled += ruled;
      g_assert_cmpstr ((const char *) table->next->name, ==, "p");
      for (const xmlNode *row = first; row; row = row->next)
        {
          g_assert_cmpuint (count_columns (row), ==, n_columns);
          g_assert_true (is_head (row) == (ruled && row == first));
        }
    }
  return n_ruled;
}

/* Whatever is referred to is there, and told of which type it is. */
static void
assert_references (DocxFile *file)
{
  g_autoptr (xmlDoc) relations = docx_parse (file, "word/_rels/document.xml.rels");
  g_autoptr (xmlDoc) contents = docx_parse (file, "[Content_Types].xml");
  g_autoptr (GPtrArray) targets = docx_find (relations, "Relationship");
  g_autoptr (GPtrArray) overrides = docx_find (contents, "Override");
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const struct { const char *element; const char *attribute; } uses[] = {
    { "headerReference", "id" }, { "footerReference", "id" }, { "blip", "embed" },
  };

  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *target = docx_value (g_ptr_array_index (targets, i), "Target");
      g_autofree char *name = g_strconcat ("word/", target, NULL);

      g_assert_true (g_hash_table_contains (file->parts, name));
      g_assert_true (g_hash_table_add (ids, docx_value (g_ptr_array_index (targets, i), "Id")));
    }
  for (guint i = 0; i < overrides->len; i++)
    {
      g_autofree char *name = docx_value (g_ptr_array_index (overrides, i), "PartName");

      g_assert_true (g_hash_table_contains (file->parts, name + 1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autoptr (GPtrArray) nodes = docx_find (file->text, uses[i].element);

      for (guint k = 0; k < nodes->len; k++)
        {
          g_autofree char *id = docx_value (g_ptr_array_index (nodes, k), uses[i].attribute);

          g_assert_true (g_hash_table_contains (ids, id));
        }
    }
}

static void
assert_shape (DocxFile *file)
{
  const xmlNode *body = docx_child (xmlDocGetRootElement (file->text), "body");

  g_assert_cmpstr (g_ptr_array_index (file->names, 0), ==, "[Content_Types].xml");
  g_assert_cmpstr ((const char *) body->last->name, ==, "sectPr");
  g_assert_cmpstr ((const char *) body->last->prev->name, ==, "p");
  for (guint i = 0; i < file->names->len; i++)
    {
      const char *name = g_ptr_array_index (file->names, i);
      g_autoptr (xmlDoc) part = g_str_has_suffix (name, ".xml") ? docx_parse (file, name) : NULL;

      for (guint k = 0; part && k < G_N_ELEMENTS (orders); k++)
        assert_order (part, orders[k].properties, orders[k].order);
      if (part)
        assert_runs (part);
    }
  assert_references (file);
}

/* How many ruled tables each kind has here. */
static const struct
{
  const char *kind;
  const char *division;
  guint n_tables;
} kinds[] = {
  { "results", NULL, 1 }, { "measures", NULL, 1 }, { "division", NULL, 2 }, { "late", NULL, 1 }, { "overview", NULL, 2 },
  { "memo", NULL, 0 },
  { "request", "division-1", 1 }, { "minutes-table", NULL, 1 }, { "signature-sheet", NULL, 1 }, { "announcement", NULL, 1 },
  { "order", NULL, 0 }, { "annex", NULL, 0 }, { "memo,measures,signature-sheet", NULL, 2 },
};

static MattraReportOptions
options_of (guint kind)
{
  MattraReportOptions options = paper_options (kinds[kind].kind);

  options.division = kinds[kind].division;
  return options;
}

static void
test_shape (PaperFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GBytes) picture = g_bytes_new_static (png, sizeof png);
  g_autofree const char **listed = mattra_report_list_kinds ();

  g_assert_cmpuint (g_strv_length ((char **) listed) + 1, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint pictures = 0; pictures < 2; pictures++)
      {
        MattraReportOptions options = options_of (i);
        g_autoptr (DocxFile) file = NULL;

        options.emblem = options.garuda = pictures ? picture : NULL;
        docx_write_kind (self, &options, self->path);
        file = docx_read (self->path);
        assert_shape (file);
        g_assert_cmpuint (assert_tables (file->text), ==, kinds[i].n_tables);
      }
}

static MattraRow *
add_row (GPtrArray *rows)
{
  MattraRow *row = mattra_row_new ();

  g_ptr_array_add (rows, row);
  return row;
}

static void
add_cells (GPtrArray         *rows,
           const char *const *texts)
{
  MattraRow *row = add_row (rows);

  for (guint i = 0; texts[i]; i++)
    {
      mattra_row_begin_cell (row);
      mattra_row_add_paragraph (row, i == 0 ? "๑." : NULL, texts[i], -1);
    }
}

/* One of each block, with what XML and Word could stumble over. */
static MattraDocument *
make_document (void)
{
  static const char *const posts[] = { "ปลัด", "รักษาราชการแทน", NULL };
  const MattraSignature signature = { "(ลงชื่อ)", "จ่าเอก", "ผู้รายงาน", "สมชาย ใจดี", posts, "วันที่ ...", FALSE };
  MattraDocument *document = mattra_document_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  MattraCover *cover;
  MattraFields *fields;
  MattraTable *table;
  MattraRow *section;
  MattraSignatures *signatures;

  mattra_document_set_title (document, "ชื่อเรื่อง <ก> & ข");
  mattra_document_set_date (document, "2023-03-31");
  mattra_document_begin_section (document, MATTRA_PAGE_PORTRAIT);
  cover = mattra_document_add_cover (document);
  mattra_cover_add_line (cover, MATTRA_COVER_TITLE, "ปก", 26, TRUE);
  mattra_cover_add_line (cover, MATTRA_COVER_FOOT, "ท้ายปก", 20, FALSE);
  mattra_document_add_paragraph (document, "ก่อน\x01 https://example.org/a?b=1&c=2 หลัง", 16, MATTRA_ALIGN_DISTRIBUTED, TRUE);
  mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (document, "หัวเรื่อง", 18);
  mattra_document_add_subheading (document, "หัวข้อ", 16);
  section = add_row (rows);
  mattra_row_begin_cell (section);
  mattra_row_add_paragraph (section, NULL, "ตอน", -1);
  mattra_row_set_section (section, TRUE);
  add_cells (rows, (const char *const[]) { "a < b & \"c\" > 'd'", "บรรทัด\nสอง\tสาม", "", NULL });
  add_cells (rows, (const char *const[]) { "๒ แถว", "ข", "ค", NULL });
  mattra_row_add_choice (g_ptr_array_index (rows, 2), "ทำแล้ว", TRUE);
  table = mattra_document_add_table (document, 14, mattra_row_source_new_for_rows (rows));
  for (guint i = 0; i < 3; i++)
    mattra_table_add_column (table, i == 0 ? "หัว ๑" : "หัวอื่น", i == 0 ? 50 : 0);
  mattra_document_add_space (document, 8);
  fields = mattra_document_add_fields (document, 20, TRUE, 16);
  mattra_fields_add (fields, "ที่", "๑๒", 0, 1);
  mattra_fields_add (fields, "วันที่", NULL, 0.5, 1);
  mattra_document_add_choices (document, (const char *const[]) { "ทราบ", "", NULL }, 16);
  signatures = mattra_document_add_signatures (document, 16, 2);
  for (guint i = 0; i < 3; i++)
    mattra_signatures_add (signatures, &signature);
  return document;
}

static void
test_texts (PaperFixture  *self,
            gconstpointer  data)
{
  static const char *const expected[] = {
    "ปก", "ท้ายปก", "ก่อน https://example.org/a?b=1&c=2 หลัง", "หัวเรื่อง", "หัวข้อ", "หัว ๑", "หัวอื่น", "หัวอื่น", "ตอน",
    "๑. a < b & \"c\" > 'd'", "บรรทัด สอง สาม", "๑. ๒ แถว", "ข", "ค", "☑ ทำแล้ว", "ที่ ๑๒   วันที่",
    "☐\u00a0ทราบ\u2003☐\u00a0", "(ลงชื่อ) จ่าเอก ผู้รายงาน", "(สมชาย ใจดี)", "ปลัด", "รักษาราชการแทน", "วันที่ ...",
  };
  g_autoptr (MattraDocument) document = make_document ();
  g_autoptr (DocxFile) file = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *instruction = NULL;

  g_assert_true (docx_write (document, self->path, NULL));
  file = docx_read (self->path);
  assert_shape (file);
  g_assert_cmpuint (assert_tables (file->text), ==, 1);
  texts = docx_paragraphs (file);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_ptr_array_index (texts, i), ==, expected[i]);
  g_assert_cmpuint (texts->len, ==, G_N_ELEMENTS (expected) + 2 * 5);
  links = docx_find (file->text, "fldSimple");
  g_assert_cmpuint (links->len, ==, 1);
  instruction = docx_value (g_ptr_array_index (links, 0), "instr");
  g_assert_cmpstr (instruction, ==, " HYPERLINK \"https://example.org/a?b=1&c=2\" ");
}

/* Paper, numbers, styles and properties of a document with one of each. */
static void
test_sections (PaperFixture  *self,
               gconstpointer  data)
{
  g_autoptr (MattraDocument) document = make_document ();
  g_autoptr (DocxFile) file = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (xmlDoc) properties = NULL;
  g_autoptr (GPtrArray) created = NULL;
  g_autofree char *day = NULL;
  g_autofree char *orientation = NULL;
  g_autofree char *script = NULL;

  g_assert_true (docx_write (document, self->path, NULL));
  file = docx_read (self->path);
  sections = docx_find (file->text, "sectPr");
  g_assert_cmpuint (sections->len, ==, 3);
  for (guint i = 0; i < sections->len; i++)
    g_assert_true ((docx_child (g_ptr_array_index (sections, i), "titlePg") != NULL) == (i == 0));
  orientation = docx_value (docx_child (g_ptr_array_index (sections, 2), "pgSz"), "orient");
  g_assert_cmpstr (orientation, ==, "landscape");
  script = docx_value (docx_child (g_ptr_array_index (sections, 2), "pgNumType"), "fmt");
  g_assert_cmpstr (script, ==, "thaiNumbers");
  properties = docx_parse (file, "docProps/core.xml");
  created = docx_find (properties, "created");
  g_assert_cmpuint (created->len, ==, 1);
  day = (char *) xmlNodeGetContent (g_ptr_array_index (created, 0));
  g_assert_cmpstr (day, ==, "2023-03-31T00:00:00Z");
}

/* The columns are as wide as on paper, and the last row stays with the signatures. */
static void
test_table (PaperFixture  *self,
            gconstpointer  data)
{
  MattraReportOptions options = paper_options ("results");
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = paper_build (self, &options, NULL);
  g_autoptr (MattraLayout) layout = paper_lay_out (document, NULL);
  guint n_columns;
  const double *widths = mattra_layout_get_widths (layout, 0, &n_columns);
  g_autoptr (DocxFile) file = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  const xmlNode *table = NULL;
  const xmlNode *column;
  guint n = 0;

  g_assert_true (docx_write (document, self->path, &error));
  file = docx_read (self->path);
  tables = docx_find (file->text, "tbl");
  for (guint i = 0; i < tables->len; i++)
    if (docx_child (docx_child (g_ptr_array_index (tables, i), "tblPr"), "tblBorders"))
      table = g_ptr_array_index (tables, i);
  for (column = docx_child (table, "tblGrid")->children; column; column = column->next, n++)
    {
      g_autofree char *width = docx_value (column, "w");

      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (width, NULL) / 1440 * 25.4, widths[n], 0.1);
    }
  g_assert_cmpuint (n, ==, n_columns);
  for (const xmlNode *cell = docx_child (table->last, "tc"); cell; cell = cell->next)
    g_assert_nonnull (docx_child (docx_child (docx_child (cell, "p"), "pPr"), "keepNext"));
  for (const xmlNode *row = docx_child (table, "tr"); row != table->last; row = row->next)
    if (!is_head (row) && count_columns (row) == n_columns && row->children->next)
      g_assert_null (docx_child (docx_child (docx_child (row->last, "p"), "pPr"), "keepNext"));
}

/* A heading of several lines is narrowed alike on both sides, so that its lines are about as long as one another. */
static void
test_headings (PaperFixture  *self,
               gconstpointer  data)
{
  g_autofree char *most = g_strnfill (30, 'm');
  g_autofree char *text = g_strdup_printf ("%s %s %s %s", most, most, most, most);
  g_autoptr (MattraDocument) document = mattra_document_new ();
  g_autoptr (DocxFile) file = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  const xmlNode *indent;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  mattra_document_add_heading (document, text, 18);
  mattra_document_add_heading (document, "m", 18);
  mattra_document_add_subheading (document, text, 16);
  g_assert_true (docx_write (document, self->path, NULL));
  file = docx_read (self->path);
  paragraphs = docx_find (file->text, "p");
  indent = docx_child (docx_child (g_ptr_array_index (paragraphs, 0), "pPr"), "ind");
  left = docx_value (indent, "left");
  right = docx_value (indent, "right");
  g_assert_cmpstr (left, ==, right);
  g_assert_cmpint (g_ascii_strtoll (left, NULL, 10), >, 200);
  for (guint i = 1; i < 3; i++)
    g_assert_null (docx_child (docx_child (g_ptr_array_index (paragraphs, i), "pPr"), "ind"));
}

/* The same document gives the same bytes, in any language and time zone. */
static void
test_same_bytes (PaperFixture  *self,
                 gconstpointer  data)
{
  static const char *const places[][2] = { { "C.UTF-8", "UTC" }, { "th_TH.UTF-8", "Asia/Bangkok" }, { "C", "America/Lima" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions options = options_of (i);
      g_autofree char *first = NULL;
      gsize first_size = 0;

      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autofree char *bytes = NULL;
          gsize size;

          setlocale (LC_ALL, places[k][0]);
          g_setenv ("TZ", places[k][1], TRUE);
          docx_write_kind (self, &options, self->path);
          g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
          if (k > 0)
            g_assert_cmpmem (first, first_size, bytes, size);
          else
            {
              first = g_steal_pointer (&bytes);
              first_size = size;
            }
        }
      setlocale (LC_ALL, "C.UTF-8");
      g_setenv ("TZ", "UTC", TRUE);
    }
}

/* The earlier file is still there, and nothing beside it. */
static void
assert_old_file (PaperFixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "an earlier file");
  g_assert_nonnull (g_dir_read_name (folder));
  g_assert_null (g_dir_read_name (folder));
}

static void
test_full_disk (PaperFixture  *self,
                gconstpointer  data)
{
  static const rlim_t most[] = { 0, 2000 };
  g_autoptr (MattraDocument) document = make_document ();
  struct rlimit old_limit, limit;

  g_assert_true (g_file_set_contents (self->path, "an earlier file", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean written;

      limit = old_limit;
      limit.rlim_cur = most[i];
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      written = docx_write (document, self->path, &error);
      setrlimit (RLIMIT_FSIZE, &old_limit);
      g_assert_false (written);
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_IO);
      g_assert_nonnull (strstr (error->message, self->path));
      assert_old_file (self);
    }
}

typedef struct
{
  guint         n_rows;
  guint         next;
  guint         fails_at;
  GCancellable *cancellable;    /* cancelled where it would fail */
} Source;

static gboolean
source_rewind (gpointer   data,
               GError   **error)
{
  ((Source *) data)->next = 0;
  return TRUE;
}

static gboolean
source_next (gpointer    data,
             MattraRow  *row,
             GError    **error)
{
  Source *self = data;

  if (self->next == self->n_rows)
    return FALSE;
  if (self->next == self->fails_at && self->cancellable)
    g_cancellable_cancel (self->cancellable);
  else if (self->next == self->fails_at)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT, "the row is damaged");
      return FALSE;
    }
  mattra_row_clear (row);
  mattra_row_begin_cell (row);
  mattra_row_add_paragraph (row, NULL, "แถว", -1);
  self->next++;
  return TRUE;
}

static MattraDocument *
make_long_table (Source *source)
{
  static const MattraRowSourceFuncs funcs = { source_rewind, source_next, NULL, NULL, NULL };
  MattraDocument *document = mattra_document_new ();

  mattra_table_add_column (mattra_document_add_table (document, 14, mattra_row_source_new (&funcs, source)), "หัว", 100);
  return document;
}

/* A row that cannot be read, and who waits no longer: the earlier file stays. */
static void
test_stopped (PaperFixture  *self,
              gconstpointer  data)
{
  g_autofree char *fonts = mattra_data_find ("fonts", NULL);
  g_autofree char *dictionary = mattra_data_find ("dictionary", NULL);
  g_autoptr (MattraTypesetter) typesetter = mattra_typesetter_new (fonts, dictionary, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const MattraWatch watch = { .cancellable = cancellable, .to = 1 };
  Source damaged = { 5000, 0, 3000, NULL };
  Source cancelled = { 5000, 0, 3000, cancellable };
  g_autoptr (MattraDocument) first = make_long_table (&damaged);
  g_autoptr (MattraDocument) second = make_long_table (&cancelled);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "an earlier file", -1, NULL));
  g_assert_false (mattra_docx_write (first, typesetter, 0, self->path, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT);
  g_clear_error (&error);
  assert_old_file (self);
  g_assert_false (mattra_docx_write (second, typesetter, 5000, self->path, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cancelled.next, <, 3100);
  assert_old_file (self);
}

static void
note_done (double   done,
           gpointer data)
{
  g_assert_cmpfloat (done, >=, *(double *) data);
  *(double *) data = done;
}

/* Who waits is told how far it is, and nothing without pages is written. */
static void
test_watched (PaperFixture  *self,
              gconstpointer  data)
{
  g_autofree char *fonts = mattra_data_find ("fonts", NULL);
  g_autofree char *dictionary = mattra_data_find ("dictionary", NULL);
  g_autoptr (MattraTypesetter) typesetter = mattra_typesetter_new (fonts, dictionary, NULL);
  double done = 0;
  const MattraWatch watch = { .func = note_done, .data = &done, .to = 1 };
  Source source = { 1000, 0, G_MAXUINT, NULL };
  g_autoptr (MattraDocument) document = make_long_table (&source);
  g_autoptr (MattraDocument) empty = mattra_document_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_docx_write (document, typesetter, 1000, self->path, &watch, NULL));
  g_assert_cmpfloat (done, >, 0.9);
  g_assert_false (mattra_docx_write (empty, typesetter, 0, self->path, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  paper_add_test ("docx/shape", paper_set_up, test_shape);
  paper_add_test ("docx/texts", paper_set_up, test_texts);
  paper_add_test ("docx/sections", paper_set_up, test_sections);
  paper_add_test ("docx/table", paper_set_up, test_table);
  paper_add_test ("docx/headings", paper_set_up, test_headings);
  paper_add_test ("docx/same-bytes", paper_set_up, test_same_bytes);
  paper_add_test ("docx/full-disk", paper_set_up, test_full_disk);
  paper_add_test ("docx/stopped", paper_set_up, test_stopped);
  paper_add_test ("docx/watched", paper_set_up, test_watched);
  return g_test_run ();
}
