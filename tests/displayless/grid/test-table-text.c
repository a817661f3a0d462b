/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-error.h"
#include "mattra-table-text.h"

/* A block is written for comparison as [a|b][c|d], a newline in a text as /. */
typedef struct
{
  const char *from;
  const char *block;
} Reading;

static char *
dup_block (const MattraTableText *block)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < block->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (block->rows, i);

      g_string_append_c (out, '[');
      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (out, j > 0 ? "|%s" : "%s", (char *) g_ptr_array_index (row, j));
      g_string_append_c (out, ']');
    }
  return g_strdelimit (g_string_free (out, FALSE), "\n", '/');
}

static void
check_readings (const Reading *readings,
                gsize          n_readings,
                MattraTableText *(*parse) (const char *, gssize, GError **))
{
  for (gsize i = 0; i < n_readings; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraTableText) block = parse (readings[i].from, -1, &error);
      g_autofree char *got = NULL;

      g_test_message ("%s", readings[i].from);
      g_assert_no_error (error);
      got = dup_block (block);
      g_assert_cmpstr (got, ==, readings[i].block);
    }
}

static void
test_parse (void)
{
  static const Reading readings[] = {
    { "", "[]" },
    { "ก", "[ก]" },
    { "ก\n", "[ก]" },
    { "ก\r\n", "[ก]" },
    { "ก\r", "[ก]" },
    { "ก\n\n", "[ก][]" },
    { "\n", "[]" },
    { "\t", "[|]" },
    { "ก\tข\nค\tง\n", "[ก|ข][ค|ง]" },
    { "ก\tข\r\nค\tง\r\n", "[ก|ข][ค|ง]" },
    { "ก\t\n\tง", "[ก|][|ง]" },
    { "ก\nข\tค\n", "[ก][ข|ค]" },
    { "\"ก\nข\"\tค", "[ก/ข|ค]" },
    { "\"ก\r\nข\"\r\nค\r\n", "[ก/ข][ค]" },
    { "\"ก \"\"ข\"\" ค\"", "[ก \"ข\" ค]" },
    { "\"ก\tข\"\tค", "[ก\tข|ค]" },
    { "\"\"", "[]" },
    { "\"\"\"\"", "[\"]" },
    { "ก\v\"ข", "[ก/\"ข]" },
    /* Quotes that are only quotes. */
    { "\"ก\" ข\tค", "[\"ก\" ข|ค]" },
    { "\"ก\nข", "[\"ก][ข]" },
    { "\"", "[\"]" },
    { "5\" x 3\"\tค", "[5\" x 3\"|ค]" },
    { "\"ก\" และ \"ข\"\n\"ค\"", "[\"ก\" และ \"ข\"][ค]" },
    { " ก \t ข ", "[ ก | ข ]" },
  };

  check_readings (readings, G_N_ELEMENTS (readings), mattra_table_text_parse);
}

static void
test_parse_html (void)
{
  static const Reading readings[] = {
    { "<table><tr><td>ก</td><td>ข</td></tr><tr><td>ค</td><td>ง</td></tr></table>", "[ก|ข][ค|ง]" },
    { "<p>before</p><table><tr><th>ก</table><table><tr><td>ข</table>", "[ก][ข]" },
    { "<table><tr><td rowspan=3>ก<td>ข</table><p>&nbsp;</p><table><tr><td>ค<td>ง</table>", "[ก|ข][ค|ง]" },
    { "<TABLE><TBODY><TR><TD>ก<TD>ข<TR><TD>ค</TABLE>", "[ก|ข][ค]" },
    { "<table><thead><tr><th>ก</th></tr></thead><tbody><tr><td>ข</td></tr></tbody>"
      "<tfoot><tr><td>ค</td></tr></tfoot></table>", "[ก][ข][ค]" },
    { "<table><tr><td>ก<br>ข</td><td>ก<br/><br>ข</td><td>ก<br></td></tr></table>", "[ก/ข|ก//ข|ก]" },
    { "<table><tr><td><p>ก</p><p>ข</p></td><td><div>ก</div>ข</td></tr></table>", "[ก/ข|ก/ข]" },
    { "<table><tr><td><p>ก<br></p>\n <p>ข</p>\n</td></tr></table>", "[ก/ข]" },
    { "<table><tr><td> ก \n\t ข  ค </td></tr></table>", "[ก ข ค]" },
    { "<table><tr><td>ก&nbsp;&nbsp;ข&amp;&lt;b&gt;&#3588;</td></tr></table>", "[ก ข&<b>ค]" },
    { "<table><tr><td>ก<b>ข</b><i> ค</i></td></tr></table>", "[กข ค]" },
    { "<table><tr><td><ul><li>ก<li>ข<ul><li>ค</ul></ul></td></tr></table>", "[ก/ข/ค]" },
    { "<table><tr><td><ol><li>ก<li><p>ข</p></ol>ค<ol start=5><li>ง</ol></td></tr></table>",
      "[1. ก/2. ข/ค/5. ง]" },
    { "<table><tr><td><ol><li><li>ก</ol></td></tr></table>", "[1./2. ก]" },
    { "<table><tr><td>ก<table><tr><td>1<td>2<tr><td>3</table>ข</td><td>ค</td></tr></table>",
      "[ก/1 2/3/ข|ค]" },
    { "<table><tr><td><style>td{}</style><script>x()</script><!-- no -->ก</td></tr></table>", "[ก]" },
    /* Spans. */
    { "<table><tr><td colspan=2>ก</td><td>ข</td></tr><tr><td>1<td>2<td>3</tr></table>",
      "[ก||ข][1|2|3]" },
    { "<table><tr><td rowspan=2>ก</td><td>ข</td></tr><tr><td>ค</td></tr><tr><td>ง</table>",
      "[ก|ข][|ค][ง]" },
    { "<table><tr><td>ก</td><td rowspan=2>ข</td></tr><tr><td>ค</td></tr></table>", "[ก|ข][ค|]" },
    { "<table><tr><td>1<td rowspan=3 colspan=2>ก<td>2<tr><td>3<td>4<tr><td>5</table>",
      "[1|ก||2][3|||4][5||]" },
    { "<table><tr><td rowspan=2>ก</td></tr><tr></tr><tr><td>ข</td></tr></table>", "[ก][][ข]" },
    { "<table><tr><td rowspan=0 colspan=-1>ก</td><td colspan=x>ข</td></tr></table>", "[ก|ข]" },
    /* Excel. */
    { "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=windows-874>"
      "<style><!--td {mso-style-parent:style0;}--></style></head><body><!--StartFragment-->"
      "<table border=0><col width=64 style='width:48pt'><tr height=20><td height=20 class=xl65>มาตรการ"
      "<br style='mso-data-placement:same-cell'>ที่ 1</td><td align=right>2566</td></tr>"
      "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr>"
      "<![endif]></table><!--EndFragment--></body></html>", "[มาตรการ/ที่ 1|2566]" },
    /* LibreOffice Calc. */
    { "<!DOCTYPE html><html><body><table cellspacing=\"0\" border=\"0\"><colgroup width=\"85\">"
      "</colgroup><tr><td height=\"17\" align=\"left\"><font face=\"TH Sarabun\">ก<br>ข</font></td>"
      "<td sdval=\"66\" sdnum=\"1054;\">66</td></tr></table></body></html>", "[ก/ข|66]" },
    /* Word. */
    { "<table class=MsoTableGrid><tr style='mso-yfti-irow:0'><td><p class=MsoNormal><span lang=TH>"
      "ประกาศ\nนโยบาย<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td>"
      "<p class=MsoListParagraph style='mso-list:l0 level1'><![if !supportLists]><span "
      "style='mso-list:Ignore'>1.<span style='font:7pt'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
      "ประชุม<o:p></o:p></p><p><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>ติดตาม</p>"
      "</td></tr></table>", "[ประกาศ นโยบาย|1. ประชุม/ติดตาม]" },
    { "<table><tr><td><p>ก</p><p>&nbsp;</p><p>ข</p></td></tr></table>", "[ก//ข]" },
    /* Google Sheets. */
    { "<meta charset='utf-8'><google-sheets-html-origin><style type=\"text/css\"><!--td {border: 1px solid #ccc;}"
      "br {mso-data-placement:same-cell;}--></style><table xmlns=\"http://www.w3.org/1999/xhtml\" cellspacing=\"0\" "
      "dir=\"ltr\" data-sheets-root=\"1\"><colgroup><col width=\"100\"/></colgroup><tbody><tr style=\"height:21px;\">"
      "<td style=\"overflow:hidden;\" data-sheets-value=\"{&quot;1&quot;:2}\">๑. ประชุม<br/>๒. รายงาน</td>"
      "<td data-sheets-numberformat=\"{&quot;1&quot;:5}\">1/10/2568</td></tr></tbody></table>"
      "</google-sheets-html-origin>", "[๑. ประชุม/๒. รายงาน|1/10/2568]" },
    /* Excel: merged cells, a formula's text, a number with its own format. */
    { "<table border=0 style='border-collapse:collapse'><tr><td colspan=2 rowspan=2 class=xl66>ด้าน</td><td x:num=\"45931\" "
      "align=right>1 ต.ค. 2568</td></tr><tr><td x:str=\"'=A1\">=A1</td></tr></table>", "[ด้าน||1 ต.ค. 2568][||=A1]" },
  };

  check_readings (readings, G_N_ELEMENTS (readings), mattra_table_text_parse_html);
}

/* What stands around the tables is told of; what Excel writes around its own is nothing. */
static void
test_more (void)
{
  static const struct
  {
    const char *html;
    gboolean has_more;
  } rows[] = {
    { "<p>before</p><table><tr><td>ก</table>", TRUE },
    { "<table><tr><td>ก</table>ท้าย", TRUE },
    { "<html><head><title>x</title><style>td{}</style></head><body>\n<!--StartFragment-->\n<table><tr><td>ก</table>\n"
      "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n<table><tr><td>ข</table></body></html>", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraTableText) block = mattra_table_text_parse_html (rows[i].html, -1, NULL);

      g_test_message ("%s", rows[i].html);
      g_assert_cmpint (block->has_more, ==, rows[i].has_more);
    }
}

static void
test_html_encodings (void)
{
  const char html[] = "<table><tr><td>ก</table>\0";
  gsize n_bytes = 0;
  g_autofree char *utf16 = g_convert ("\xef\xbb\xbf<table><tr><td>ก</table>", -1, "UTF-16LE", "UTF-8",
                                      NULL, &n_bytes, NULL);
  g_autoptr (MattraTableText) block = NULL;

  block = mattra_table_text_parse_html (html, sizeof html, NULL);
  g_assert_cmpstr (mattra_table_text_get (block, 0, 0), ==, "ก");
  g_assert_null (mattra_table_text_get (block, 0, 1));
  g_clear_pointer (&block, mattra_table_text_free);
  block = mattra_table_text_parse_html (utf16, (gssize) n_bytes, NULL);
  g_assert_cmpstr (mattra_table_text_get (block, 0, 0), ==, "ก");
}

static char *
repeat (const char *start,
        const char *text,
        gsize       n)
{
  GString *out = g_string_new (start);

  for (gsize i = 0; i < n; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

/* Nothing that comes in may hang, run out of memory or be half read. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *start;
    const char *text;
    gsize n;
    int html;
    int code;
  } inputs[] = {
    { "", "a", MATTRA_TABLE_TEXT_MAX_BYTES + 1, FALSE, MATTRA_ERROR_INVALID },
    { "", "a", MATTRA_TABLE_TEXT_MAX_BYTES + 1, TRUE, MATTRA_ERROR_INVALID },
    { "", "\t", 2000000, FALSE, MATTRA_ERROR_INVALID },
    { "", "\"\n", 900000, FALSE, -1 },
    { "", "\"a\"\"\n", 900000, FALSE, -1 },
    { "\"", "\"\"", 4000000, FALSE, -1 },
    { "ก\xff", "", 0, FALSE, MATTRA_ERROR_INVALID },
    { "<table><td>\xff", "", 0, TRUE, MATTRA_ERROR_INVALID },
    { "", "", 0, TRUE, MATTRA_ERROR_NOT_FOUND },
    { "<p>ไม่มีตาราง</p>", "", 0, TRUE, MATTRA_ERROR_NOT_FOUND },
    { "<table>", "</table>", 1000, TRUE, MATTRA_ERROR_NOT_FOUND },
    { "<table><tr>", "<td colspan=1000 rowspan=65534>", 3000, TRUE, MATTRA_ERROR_INVALID },
    { "<table><tr><td rowspan=65534 colspan=900>", "<tr>", 2000, TRUE, MATTRA_ERROR_INVALID },
    { "<table><tr><td rowspan=2>a", "<tr>", 1000000, TRUE, -1 },
    { "<table><tr><td>", "<b>", 1000000, TRUE, MATTRA_ERROR_INVALID },
    { "<table><tr><td>", "<table><tr><td>", 300000, TRUE, MATTRA_ERROR_INVALID },
    { "<table><tr><td>a", "<b></i>", 1000000, TRUE, MATTRA_ERROR_INVALID },
    { "<table><tr><td><ol>", "<li>a", 300000, TRUE, -1 },
    { "<table><tr><td>a", "<!--", 1000000, TRUE, -1 },
    { "<table><tr><td>a", "<br>", 1000000, TRUE, -1 },
    { "<table><tr><td>a", "&nbsp;", 1000000, TRUE, -1 },
    { "<table><tr><td>", "<span style='mso-list:Ignore'>.", 300000, TRUE, MATTRA_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *text = repeat (inputs[i].start, inputs[i].text, inputs[i].n);
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraTableText) block = NULL;
      gint64 from = g_get_monotonic_time ();

      block = (inputs[i].html ? mattra_table_text_parse_html : mattra_table_text_parse) (text, -1, &error);
      /* The input's number: what is no text, or ends a line, is not understood by who reads what the test says. */
      g_test_message ("Input %" G_GSIZE_FORMAT ": %.2f s", i,
                      (double) (g_get_monotonic_time () - from) / G_USEC_PER_SEC);
      if (inputs[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, MATTRA_ERROR, inputs[i].code);
      g_assert_true ((block != NULL) == (error == NULL));
    }
}

static void
test_append (void)
{
  static const Reading cells[] = {
    { "ก ข", "ก ข" },
    { "ก\nข", "\"ก\nข\"" },
    { "ก\tข", "\"ก\tข\"" },
    { "ก \"ข\"", "\"ก \"\"ข\"\"\"" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (MattraTableText) block = NULL;

      mattra_table_text_append_cell (out, cells[i].from);
      g_assert_cmpstr (out->str, ==, cells[i].block);
      block = mattra_table_text_parse (out->str, -1, NULL);
      g_assert_cmpuint (block->n_cells, ==, 1);
      g_assert_cmpstr (mattra_table_text_get (block, 0, 0), ==, cells[i].from);
    }
}

static void
test_append_html (void)
{
  const char *cell = "ก <b> & \"ข\"\n1. ค";
  g_autoptr (GString) out = g_string_new ("<table><tr><td>");
  g_autoptr (MattraTableText) block = NULL;

  mattra_table_text_append_html (out, cell);
  g_assert_cmpstr (out->str, ==, "<table><tr><td>ก &lt;b&gt; &amp; &quot;ข&quot;<br>1. ค");
  block = mattra_table_text_parse_html (out->str, -1, NULL);
  g_assert_cmpstr (mattra_table_text_get (block, 0, 0), ==, cell);
}

static void
test_join (void)
{
  g_autoptr (MattraTableText) block = mattra_table_text_parse ("ก\tข\n\"ค\nง\"\n", -1, NULL);
  g_autofree char *joined = mattra_table_text_join (block);

  g_assert_cmpstr (joined, ==, "ก ข\nค\nง");
}

static void
test_unnumber (void)
{
  static const Reading texts[] = {
    { "1. ก\n2. ข", "ก\nข" },
    { "๑) ก\n๒) ข\n๓) ค", "ก\nข\nค" },
    { "1.\tก", "ก" },
    { "1. ก\nต่อ\n2. ข", "ก\nต่อ\nข" },
    { "1. ก\n3. ข", "1. ก\n3. ข" },
    { "2. ก\n3. ข", "2. ก\n3. ข" },
    { "ก\n1. ข", "ก\n1. ข" },
    { "1.5 เมตร\n2.5 เมตร", "1.5 เมตร\n2.5 เมตร" },
    { "1 ก\n2 ข", "1 ก\n2 ข" },
    { "2566. ก", "2566. ก" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *got = mattra_table_text_unnumber (texts[i].from);

      g_assert_cmpstr (got, ==, texts[i].block);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/table-text/parse", test_parse);
  g_test_add_func ("/grid/table-text/parse-html", test_parse_html);
  g_test_add_func ("/grid/table-text/more", test_more);
  g_test_add_func ("/grid/table-text/html-encodings", test_html_encodings);
  g_test_add_func ("/grid/table-text/hostile", test_hostile);
  g_test_add_func ("/grid/table-text/append", test_append);
  g_test_add_func ("/grid/table-text/append-html", test_append_html);
  g_test_add_func ("/grid/table-text/join", test_join);
  g_test_add_func ("/grid/table-text/unnumber", test_unnumber);
  return g_test_run ();
}
