/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-column.h"

struct _MattraGridColumn
{
  GObject parent_instance;

  char *id;
  char *title;
  MattraCellKind kind;
  int width;
  gboolean visible;
  gboolean sortable;
  gboolean handle;
};

G_DEFINE_FINAL_TYPE (MattraGridColumn, mattra_grid_column, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_WIDTH,
  PROP_VISIBLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mattra_grid_column_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  MattraGridColumn *self = MATTRA_GRID_COLUMN (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case PROP_VISIBLE:
      g_value_set_boolean (value, self->visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_grid_column_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  MattraGridColumn *self = MATTRA_GRID_COLUMN (object);

  switch (property_id)
    {
    case PROP_TITLE:
      mattra_grid_column_set_title (self, g_value_get_string (value));
      break;
    case PROP_WIDTH:
      mattra_grid_column_set_width (self, g_value_get_int (value));
      break;
    case PROP_VISIBLE:
      mattra_grid_column_set_visible (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_grid_column_finalize (GObject *object)
{
  MattraGridColumn *self = MATTRA_GRID_COLUMN (object);

  g_free (self->id);
  g_free (self->title);
  G_OBJECT_CLASS (mattra_grid_column_parent_class)->finalize (object);
}

static void
mattra_grid_column_class_init (MattraGridColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mattra_grid_column_get_property;
  object_class->set_property = mattra_grid_column_set_property;
  object_class->finalize = mattra_grid_column_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, MATTRA_GRID_COLUMN_WIDTH_MIN,
                                             G_MAXINT, 120, flags);
  properties[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mattra_grid_column_init (MattraGridColumn *self)
{
  self->visible = TRUE;
  self->sortable = TRUE;
}

/**
 * mattra_grid_column_new:
 * @id: what saved states and delegates call it
 * @title: the words in its header
 * @kind: what it holds
 * @width: pixels
 *
 * Returns: (transfer full): a column, visible and sortable
 */
MattraGridColumn *
mattra_grid_column_new (const char     *id,
                        const char     *title,
                        MattraCellKind  kind,
                        int             width)
{
  MattraGridColumn *self = NULL;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_GRID_COLUMN, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->kind = kind;
  self->width = MAX (width, MATTRA_GRID_COLUMN_WIDTH_MIN);
  return self;
}

/**
 * mattra_grid_column_get_id:
 * @self: a column
 *
 * Returns: (transfer none): what saved states and delegates call it
 */
const char *
mattra_grid_column_get_id (MattraGridColumn *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (self), NULL);

  return self->id;
}

/**
 * mattra_grid_column_get_title:
 * @self: a column
 *
 * Returns: (transfer none): the words in its header
 */
const char *
mattra_grid_column_get_title (MattraGridColumn *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (self), NULL);

  return self->title;
}

/**
 * mattra_grid_column_set_title:
 * @self: a column
 * @title: the words in its header
 */
void
mattra_grid_column_set_title (MattraGridColumn *self,
                              const char       *title)
{
  g_return_if_fail (MATTRA_IS_GRID_COLUMN (self) && title != NULL);

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * mattra_grid_column_get_kind:
 * @self: a column
 *
 * Returns: what it holds
 */
MattraCellKind
mattra_grid_column_get_kind (MattraGridColumn *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (self), MATTRA_CELL_TEXT);

  return self->kind;
}

/**
 * mattra_grid_column_get_width:
 * @self: a column
 *
 * Returns: its width in pixels
 */
int
mattra_grid_column_get_width (MattraGridColumn *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (self), 0);

  return self->width;
}

/**
 * mattra_grid_column_set_width:
 * @self: a column
 * @width: pixels; less than %MATTRA_GRID_COLUMN_WIDTH_MIN is that
 */
void
mattra_grid_column_set_width (MattraGridColumn *self,
                              int               width)
{
  g_return_if_fail (MATTRA_IS_GRID_COLUMN (self));

  width = MAX (width, MATTRA_GRID_COLUMN_WIDTH_MIN);
  if (self->width == width)
    return;
  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

/**
 * mattra_grid_column_get_visible:
 * @self: a column
 *
 * Returns: whether it is shown
 */
gboolean
mattra_grid_column_get_visible (MattraGridColumn *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (self), FALSE);

  return self->visible;
}

/**
 * mattra_grid_column_set_visible:
 * @self: a column
 * @visible: whether it is shown
 */
void
mattra_grid_column_set_visible (MattraGridColumn *self,
                                gboolean          visible)
{
  g_return_if_fail (MATTRA_IS_GRID_COLUMN (self));

  visible = !!visible;
  if (self->visible == visible)
    return;
  self->visible = visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE]);
}

/**
 * mattra_grid_column_get_sortable:
 * @self: a column
 *
 * Returns: whether its header asks for a sort
 */
gboolean
mattra_grid_column_get_sortable (MattraGridColumn *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (self), FALSE);

  return self->sortable;
}

/**
 * mattra_grid_column_set_sortable:
 * @self: a column
 * @sortable: whether its header asks for a sort
 */
void
mattra_grid_column_set_sortable (MattraGridColumn *self,
                                 gboolean          sortable)
{
  g_return_if_fail (MATTRA_IS_GRID_COLUMN (self));

  self->sortable = !!sortable;
}

/**
 * mattra_grid_column_get_handle:
 * @self: a column
 *
 * Returns: whether its cells are handles of their rows
 */
gboolean
mattra_grid_column_get_handle (MattraGridColumn *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (self), FALSE);

  return self->handle;
}

/**
 * mattra_grid_column_set_handle:
 * @self: a column
 * @handle: whether a row is moved by dragging its cell of this column up or down
 */
void
mattra_grid_column_set_handle (MattraGridColumn *self,
                               gboolean          handle)
{
  g_return_if_fail (MATTRA_IS_GRID_COLUMN (self));

  self->handle = !!handle;
}
