/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include "mattra-error.h"

/* The parser's work grows with the depth as well as with the length, so the depth has an end; at 256 the
 * parser has one of its own and says nothing. */
#define MAX_DEPTH 250
/* As HTML has them. */
#define MAX_COLUMN_SPAN 1000
#define MAX_ROW_SPAN 65534
#define MAX_MARK 32
#define MAX_CONDITION 80

/* What an element means for the lines of a cell's text. */
typedef enum
{
  ROLE_INLINE,
  ROLE_BLOCK,
  ROLE_BREAK,
  ROLE_GAP,
  ROLE_ITEM,
  ROLE_HIDDEN,
} Role;

static const struct
{
  const char *name;
  Role role;
} roles[] = {
  { "address", ROLE_BLOCK },
  { "blockquote", ROLE_BLOCK },
  { "br", ROLE_BREAK },
  { "dd", ROLE_BLOCK },
  { "div", ROLE_BLOCK },
  { "dl", ROLE_BLOCK },
  { "dt", ROLE_BLOCK },
  { "h1", ROLE_BLOCK },
  { "h2", ROLE_BLOCK },
  { "h3", ROLE_BLOCK },
  { "h4", ROLE_BLOCK },
  { "h5", ROLE_BLOCK },
  { "h6", ROLE_BLOCK },
  { "head", ROLE_HIDDEN },
  { "li", ROLE_ITEM },
  { "ol", ROLE_BLOCK },
  { "p", ROLE_BLOCK },
  { "pre", ROLE_BLOCK },
  { "script", ROLE_HIDDEN },
  { "style", ROLE_HIDDEN },
  { "table", ROLE_BLOCK },
  { "td", ROLE_GAP },
  { "th", ROLE_GAP },
  { "title", ROLE_HIDDEN },
  { "tr", ROLE_BLOCK },
  { "ul", ROLE_BLOCK },
};

/* A cell's text as it grows: white space and line ends wait until something stands behind them. What
 * follows a list's number stays in its line, also where it is a paragraph. */
typedef struct
{
  GString *text;
  guint n_lines;
  gboolean space;
  gboolean numbered;
} Writer;

/* A table as it is read; spans holds, per column, how many more rows a cell from above reaches into. */
typedef struct
{
  MattraTableText *block;
  GArray *spans;
  guint n_spans;
  gboolean in_row;
} Reader;

static gboolean
is_named (const xmlNode *node,
          const char    *name)
{
  return node->type == XML_ELEMENT_NODE &&
         g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static Role
get_role (const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (is_named (node, roles[i].name))
      return roles[i].role;
  return ROLE_INLINE;
}

static gboolean
has_style (xmlNode    *node,
           const char *name,
           const char *value)
{
  xmlChar *style = xmlGetProp (node, (const xmlChar *) "style");
  const char *found = NULL;
  gboolean has = FALSE;

  if (style == NULL)
    return FALSE;
  found = (const char *) xmlStrcasestr (style, (const xmlChar *) name);
  if (found != NULL)
    {
      found += strlen (name);
      found += strspn (found, " :");
      has = g_ascii_strncasecmp (found, value, strlen (value)) == 0;
    }
  xmlFree (style);
  return has;
}

static guint
get_number (xmlNode    *node,
            const char *name,
            guint       fallback,
            guint       max)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  guint64 number = 0;

  if (value != NULL && *value != '-')
    number = g_ascii_strtoull ((const char *) value, NULL, 10);
  xmlFree (value);
  return number == 0 ? fallback : (guint) MIN (number, max);
}

static void
write_pending (Writer *writer)
{
  gsize length = writer->text->len;

  if (writer->n_lines > 0 && length > 0)
    {
      for (guint i = 0; i < writer->n_lines; i++)
        g_string_append_c (writer->text, '\n');
    }
  else if (writer->space && length > 0 && writer->text->str[length - 1] != '\n')
    {
      g_string_append_c (writer->text, ' ');
    }
  writer->n_lines = 0;
  writer->space = FALSE;
}

static void
write_text (Writer     *writer,
            const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x00a0)
        {
          if (writer->n_lines > 0)
            write_pending (writer);
          writer->space = TRUE;
        }
      else if (c == ' ' || (c >= '\t' && c <= '\r'))
        {
          writer->space = TRUE;
        }
      else
        {
          write_pending (writer);
          g_string_append_unichar (writer->text, c);
          writer->numbered = FALSE;
        }
    }
}

static void
write_block_edge (Writer *writer)
{
  if (writer->numbered)
    return;
  writer->n_lines = MAX (writer->n_lines, 1);
  writer->space = FALSE;
}

static void
leave_node (Writer  *writer,
            xmlNode *node)
{
  Role role = get_role (node);

  if (role == ROLE_ITEM)
    writer->numbered = FALSE;
  if (role == ROLE_BLOCK || role == ROLE_ITEM)
    write_block_edge (writer);
}

/* The next node in reading order below @root; calls on the way up what @leave is for. */
static xmlNode *
next_node (xmlNode *node,
           xmlNode *root,
           gboolean into,
           Writer  *writer)
{
  if (into && node->children != NULL)
    return node->children;
  if (into && writer != NULL)
    leave_node (writer, node);
  while (node != root && node->next == NULL)
    {
      node = node->parent;
      if (writer != NULL && node != root)
        leave_node (writer, node);
    }
  return node == root ? NULL : node->next;
}

/* The item's number, counted at its list. */
static void
write_item_number (Writer  *writer,
                   xmlNode *item)
{
  xmlNode *list = item->parent;
  g_autofree char *number = NULL;
  guint n = 0;

  if (list == NULL || !is_named (list, "ol"))
    return;
  n = GPOINTER_TO_UINT (list->_private);
  n = n == 0 ? get_number (list, "start", 1, G_MAXUINT16) : n + 1;
  list->_private = GUINT_TO_POINTER (n);
  number = g_strdup_printf ("%u. ", n);
  write_text (writer, number);
  writer->numbered = TRUE;
}

/* Word writes a list's mark as text of its own: a number is worth keeping, a bullet is not. A mark is
 * short, so only its first nodes and letters are looked at. */
static gboolean
is_bullet (xmlNode *node)
{
  xmlNode *at = node;

  if (!is_named (node, "span") || !has_style (node, "mso-list", "ignore"))
    return FALSE;
  for (guint i = 0; i < MAX_MARK && at != NULL; i++, at = next_node (at, node, TRUE, NULL))
    {
      const char *text = at->type == XML_TEXT_NODE ? (const char *) at->content : "";

      for (guint j = 0; j < MAX_MARK && *text != '\0'; j++, text = g_utf8_next_char (text))
        if (g_unichar_isalnum (g_utf8_get_char (text)))
          return FALSE;
    }
  return TRUE;
}

/* Tells whether the walk goes into the node. */
static gboolean
enter_node (Writer  *writer,
            xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    write_text (writer, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  switch (get_role (node))
    {
    case ROLE_HIDDEN:
      return FALSE;
    case ROLE_BREAK:
      writer->n_lines++;
      writer->space = FALSE;
      return FALSE;
    case ROLE_ITEM:
      writer->numbered = FALSE;
      write_block_edge (writer);
      write_item_number (writer, node);
      return TRUE;
    case ROLE_BLOCK:
      write_block_edge (writer);
      return TRUE;
    case ROLE_GAP:
      writer->space = TRUE;
      return TRUE;
    case ROLE_INLINE:
    default:
      return !is_bullet (node);
    }
}

static char *
dup_cell_text (xmlNode *cell)
{
  Writer writer = { g_string_new (NULL), 0, FALSE, FALSE };
  xmlNode *node = cell->children;

  while (node != NULL)
    node = next_node (node, cell, enter_node (&writer, node), &writer);
  return g_strchomp (g_string_free (writer.text, FALSE));
}

static guint *
get_span (Reader *reader,
          guint   column)
{
  if (column >= reader->spans->len)
    g_array_set_size (reader->spans, column + 1);
  return &g_array_index (reader->spans, guint, column);
}

static guint
get_row_length (Reader *reader)
{
  GPtrArray *rows = reader->block->rows;

  return ((GPtrArray *) g_ptr_array_index (rows, rows->len - 1))->len;
}

static gboolean
take_covered (Reader  *reader,
              GError **error)
{
  guint column = get_row_length (reader);
  guint *span = get_span (reader, column);

  if (*span > 0 && --*span == 0)
    reader->n_spans--;
  return mattra_table_text_take_cell (reader->block, g_strdup (""), error);
}

static gboolean
is_covered (Reader *reader)
{
  return reader->n_spans > 0 && *get_span (reader, get_row_length (reader)) > 0;
}

/* Ends the row before: what reaches into it from above stands there empty. */
static gboolean
end_row (Reader  *reader,
         GError **error)
{
  guint n_open = 0;

  if (!reader->in_row)
    return TRUE;
  reader->in_row = FALSE;
  for (guint i = get_row_length (reader); i < reader->spans->len && reader->n_spans > 0; i++)
    n_open += g_array_index (reader->spans, guint, i) > 0;
  while (n_open > 0)
    {
      n_open -= is_covered (reader);
      if (!take_covered (reader, error))
        return FALSE;
    }
  return TRUE;
}

static void
begin_row (Reader *reader)
{
  mattra_table_text_begin_row (reader->block);
  reader->in_row = TRUE;
}

static void
put_span (Reader *reader,
          guint   column,
          guint   n_rows)
{
  guint *span = get_span (reader, column);

  if (*span == 0 && n_rows > 0)
    reader->n_spans++;
  *span = MAX (*span, n_rows);
}

static gboolean
read_cell (Reader   *reader,
           xmlNode  *cell,
           GError  **error)
{
  guint n_columns = get_number (cell, "colspan", 1, MAX_COLUMN_SPAN);
  guint n_rows = get_number (cell, "rowspan", 1, MAX_ROW_SPAN);

  if (!reader->in_row)
    begin_row (reader);
  while (is_covered (reader))
    if (!take_covered (reader, error))
      return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      char *text = i == 0 ? dup_cell_text (cell) : g_strdup ("");

      put_span (reader, get_row_length (reader), n_rows - 1);
      if (!mattra_table_text_take_cell (reader->block, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_row_start (Reader   *reader,
                xmlNode  *row,
                gboolean *into,
                GError  **error)
{
  *into = !has_style (row, "display", "none");
  if (*into && !end_row (reader, error))
    return FALSE;
  if (*into && reader->n_spans > 0)
    begin_row (reader);
  return TRUE;
}

static gboolean
read_table (Reader   *reader,
            xmlNode  *table,
            GError  **error)
{
  xmlNode *node = table->children;

  while (node != NULL)
    {
      gboolean into = TRUE;

      if (is_named (node, "tr") && !read_row_start (reader, node, &into, error))
        return FALSE;
      if (is_named (node, "td") || is_named (node, "th"))
        {
          into = FALSE;
          if (!read_cell (reader, node, error))
            return FALSE;
        }
      node = next_node (node, table, into, NULL);
    }
  if (!end_row (reader, error))
    return FALSE;
  g_array_set_size (reader->spans, 0);
  reader->n_spans = 0;
  return TRUE;
}

/* Whether a node is text, more than white space. */
static gboolean
says_something (const xmlNode *node)
{
  const char *text = node->type == XML_TEXT_NODE ? (const char *) node->content : "";

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

/* A page break parts a table in two: they are one below the other again. The parser takes an element that it
 * doesn't know for part of the head, also where a spreadsheet writes its table into it. */
static MattraTableText *
read_document (xmlNode  *root,
               GError  **error)
{
  g_autoptr (MattraTableText) block = mattra_table_text_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (guint));
  Reader reader = { block, spans, 0, FALSE };
  xmlNode *node = root;

  while (node != NULL)
    {
      gboolean is_table = is_named (node, "table");
      gboolean is_hidden = get_role (node) == ROLE_HIDDEN && !is_named (node, "head");

      if (is_table && !read_table (&reader, node, error))
        return NULL;
      block->has_more |= says_something (node);
      node = next_node (node, root, !is_table && !is_hidden, NULL);
    }
  if (block->n_cells == 0)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                           _("What was copied holds no table; copy the cells once more"));
      return NULL;
    }
  return g_steal_pointer (&block);
}

/* Marks the parser by its own address: what it has read by then is half a page. */
static void
start_element (void           *context,
               const xmlChar  *name,
               const xmlChar **attributes)
{
  xmlParserCtxt *parser = context;

  if (parser->nameNr <= MAX_DEPTH)
    {
      xmlSAX2StartElement (context, name, attributes);
      return;
    }
  parser->_private = parser;
  xmlStopParser (parser);
}

/* Programs end the text with a nul or write it in UTF-16; what comes out is UTF-8 of known length. */
static char *
dup_utf8 (const char  *html,
          gsize        length,
          gsize       *n_bytes,
          GError     **error)
{
  gboolean little = length >= 2 && memcmp (html, "\xff\xfe", 2) == 0;
  gboolean big = length >= 2 && memcmp (html, "\xfe\xff", 2) == 0;
  g_autofree char *utf8 = NULL;

  *n_bytes = length;
  if (little || big)
    utf8 = g_convert (html + 2, (gssize) length - 2, "UTF-8", little ? "UTF-16LE" : "UTF-16BE", NULL,
                      n_bytes, NULL);
  else
    utf8 = g_strndup (html, length);
  while (utf8 != NULL && *n_bytes > 0 && utf8[*n_bytes - 1] == '\0')
    --*n_bytes;
  if (utf8 == NULL || !g_utf8_validate (utf8, (gssize) *n_bytes, NULL))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("What was copied is not text; copy the cells once more"));
      return NULL;
    }
  return g_steal_pointer (&utf8);
}

/* Takes out what word processors write around the parts that are for old browsers, as in
 * <![if !supportLists]>: no HTML, and the parser would give it as text. Returns the bytes left. */
static gsize
strip_conditions (char  *html,
                  gsize  length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (length - i > 3 && strncmp (html + i, "<![", 3) == 0)
        {
          gsize end = i + 3;

          while (end < length && end - i < MAX_CONDITION && html[end] != '>' && html[end] != '<')
            end++;
          if (end < length && html[end] == '>' && html[end - 1] == ']')
            {
              i = end;
              continue;
            }
        }
      html[n++] = html[i];
    }
  html[n] = '\0';
  return n;
}

/**
 * mattra_table_text_parse_html:
 * @html: a page or a piece of one, as word processors and spreadsheets copy it
 * @length: bytes of @html, or -1 when it ends with a nul
 * @error: return location for %MATTRA_ERROR_INVALID, and for %MATTRA_ERROR_NOT_FOUND when it holds no table
 *
 * Reads the tables, the rows of one below those of the other. Breaks, paragraphs and list items part the lines of a text; numbers of
 * numbered lists are written out. A cell that spans several leaves the others empty; rows that are not
 * displayed are left out.
 *
 * Returns: (transfer full) (nullable): a block of at least one cell, %NULL on error
 */
MattraTableText *
mattra_table_text_parse_html (const char  *html,
                              gssize       length,
                              GError     **error)
{
  g_autofree char *utf8 = NULL;
  MattraTableText *block = NULL;
  htmlParserCtxt *parser = NULL;
  xmlDoc *document = NULL;
  gsize n_bytes = 0;

  g_return_val_if_fail (html != NULL, NULL);

  n_bytes = length < 0 ? strlen (html) : (gsize) length;
  if (n_bytes > MATTRA_TABLE_TEXT_MAX_BYTES)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("What was copied is larger than 10 MB; copy a part of it at a time"));
      return NULL;
    }
  utf8 = dup_utf8 (html, n_bytes, &n_bytes, error);
  if (utf8 == NULL)
    return NULL;
  n_bytes = strip_conditions (utf8, n_bytes);
  parser = htmlNewParserCtxt ();
  parser->sax->startElement = start_element;
  document = htmlCtxtReadMemory (parser, utf8, (int) n_bytes, NULL, "UTF-8",
                                 HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                 HTML_PARSE_RECOVER);
  if (parser->_private != NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _("What was copied has elements inside each other more than %d deep; copy the cells "
                   "into a spreadsheet and from there"),
                 MAX_DEPTH);
  else
    block = read_document (document != NULL ? xmlDocGetRootElement (document) : NULL, error);
  xmlFreeDoc (document);
  htmlFreeParserCtxt (parser);
  return block;
}
