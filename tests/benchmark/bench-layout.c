/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Prints a table straight through document, layout and painter, for measuring and for looking at:
 * bench-layout FONTS DICTIONARY DATA.tsv OUT.pdf [--tags] */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mattra-document.h"
#include "mattra-layout.h"
#include "mattra-pdf.h"

/* The lines of a file as rows, read one by one. An item begins at "๒. " and the like. */
typedef struct
{
  FILE  *file;
  char  *line;
  size_t size;
} Rows;

/* Reads the next line without its end. */
static gboolean
read_line (Rows *rows)
{
  ssize_t length = getline (&rows->line, &rows->size, rows->file);

  if (length > 0 && rows->line[length - 1] == '\n')
    rows->line[length - 1] = '\0';
  return length > 0;
}

static gboolean
rows_rewind (gpointer   data,
             GError   **error)
{
  Rows *rows = data;

  rewind (rows->file);
  read_line (rows);
  return TRUE;
}

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  fclose (rows->file);
  free (rows->line);
  g_free (rows);
}

/* How many bytes of a number in Thai digits with its dot and space stand at @p; 0 if none does. */
static gsize
number_length (const char *p)
{
  gsize n = 0;

  while ((guint8) p[n] == 0xe0 && (guint8) p[n + 1] == 0xb9 && (guint8) p[n + 2] >= 0x90
         && (guint8) p[n + 2] <= 0x99)
    n += 3;
  return n > 0 && p[n] == '.' && p[n + 1] == ' ' ? n + 2 : 0;
}

static void
add_items (MattraRow  *row,
           const char *p,
           const char *end)
{
  while (p < end)
    {
      gsize number = number_length (p);
      const char *stop = p + number;
      g_autofree char *label = number > 0 ? g_strndup (p, number - 1) : NULL;

      while (stop < end && !(*stop == ' ' && number_length (stop + 1) > 0))
        stop++;
      mattra_row_add_paragraph (row, label, p + number, stop - p - (gssize) number);
      p = stop < end ? stop + 1 : end;
    }
}

static gboolean
rows_next (gpointer    data,
           MattraRow  *row,
           GError    **error)
{
  Rows *rows = data;
  const char *p, *end;

  if (!read_line (rows))
    return FALSE;

  mattra_row_clear (row);
  p = rows->line;
  end = p + strlen (p);
  while (p <= end)
    {
      const char *stop = strchrnul (p, '\t');

      mattra_row_begin_cell (row);
      add_items (row, p, stop);
      p = stop + 1;
    }
  return TRUE;
}

static void
add_columns (MattraTable *table,
             const char  *line)
{
  g_auto (GStrv) head = g_strsplit (line, "\t", -1);

  for (guint i = 0; head[i] != NULL; i++)
    mattra_table_add_column (table, head[i], 0);
}

static void
add_cover (MattraDocument *document)
{
  MattraCover *cover;

  mattra_document_begin_section (document, MATTRA_PAGE_PORTRAIT);
  cover = mattra_document_add_cover (document);
  mattra_cover_add_line (cover, MATTRA_COVER_TITLE, "รายงานผลการดำเนินการ", 26, TRUE);
  mattra_cover_add_line (cover, MATTRA_COVER_TITLE, "ตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", 26, TRUE);
  mattra_cover_add_line (cover, MATTRA_COVER_TITLE, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", 26, TRUE);
  mattra_cover_add_line (cover, MATTRA_COVER_FOOT, "องค์การบริหารส่วนตำบลตัวอย่าง", 22, TRUE);
  mattra_cover_add_line (cover, MATTRA_COVER_FOOT, "www.example.go.th", 18, FALSE);
}

static void
add_signatures (MattraDocument *document)
{
  static const char *const posts[] = { "นักวิเคราะห์นโยบายและแผนชำนาญการ", NULL };
  static const char *const acting[] = {
    "ปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่", "นายกองค์การบริหารส่วนตำบลตัวอย่าง", NULL,
  };
  MattraSignatures *signatures = mattra_document_add_signatures (document, 16, 2);

  mattra_signatures_add (signatures, &(MattraSignature) {
    "(ลงชื่อ)", NULL, "ผู้รายงาน", "นางสาวสมใจ ใจดี", posts, NULL,
  });
  mattra_signatures_add (signatures, &(MattraSignature) {
    "(ลงชื่อ)", "จ่าเอก", "ผู้รับรอง", "สมชาย ใจดี", acting,
    "วันที่........เดือน....................พ.ศ. ........",
  });
}

static MattraDocument *
make_document (Rows *rows)
{
  static const MattraRowSourceFuncs funcs = { rows_rewind, rows_next, rows_free };
  MattraDocument *document = mattra_document_new ();
  MattraTable *table;

  mattra_document_set_title (document, "รายงานผลการดำเนินการ");
  mattra_document_set_date (document, "2023-03-31");
  mattra_document_set_version (document, "ร่าง");
  add_cover (document);
  mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (document, "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", 18);
  mattra_document_add_heading (document, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)", 16);
  mattra_document_add_paragraph (document,
                                 "ตามที่องค์การบริหารส่วนตำบลตัวอย่างได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส"
                                 "ในการดำเนินงานของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ และได้กำหนดมาตรการส่งเสริม"
                                 "คุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ นั้น บัดนี้ "
                                 "ได้ดำเนินการเสร็จสิ้นแล้ว จึงขอรายงานผลการดำเนินการดังต่อไปนี้",
                                 16, MATTRA_ALIGN_DISTRIBUTED, TRUE);
  table = mattra_document_add_table (document, 14, mattra_row_source_new (&funcs, rows));
  if (read_line (rows))
    add_columns (table, rows->line);
  add_signatures (document);
  return document;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraTypesetter) typesetter = NULL;
  g_autoptr (MattraDocument) document = NULL;
  g_autoptr (MattraLayout) layout = NULL;
  MattraPdfOptions options = { .tags = argc > 5 };
  Rows *rows;

  if (argc < 5)
    {
      g_printerr ("Usage: bench-layout FONTS DICTIONARY DATA.tsv OUT.pdf [--tags]\n");
      return 2;
    }

  rows = g_new0 (Rows, 1);
  rows->file = fopen (argv[3], "re");
  if (rows->file == NULL)
    {
      perror (argv[3]);
      g_free (rows);
      return EXIT_FAILURE;
    }
  document = make_document (rows);
  if ((typesetter = mattra_typesetter_new (argv[1], argv[2], &error)) != NULL
      && (layout = mattra_layout_new (document, typesetter, &error)) != NULL
      && mattra_pdf_write (layout, argv[4], &options, &error))
    {
      g_print ("%u pages\n", mattra_layout_get_n_pages (layout));
      return EXIT_SUCCESS;
    }
  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}
