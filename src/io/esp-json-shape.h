/* esp-json-shape.h — where in a foreign JSON file the positions are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-json-walker.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_SHAPE_LIST, /* objects in one list; they name each other */
  ESP_SHAPE_GRID, /* lists in one list, as rows of a table */
  ESP_SHAPE_TREE, /* objects in objects */
} EspShapeKind;

typedef enum
{
  ESP_CHILDREN_LIST = 1, /* { "children": [ {…} ] } */
  ESP_CHILDREN_MAP,      /* { "children": { "name": {…} } } */
  ESP_CHILDREN_ONE,      /* { "child": {…} } */
} EspChildren;

/**
 * EspJsonShape:
 * @kind: what it is
 * @path: of a tree the member that makes it; of the list: “$” is the root, “$.a” a member of it, “$[]” what lies in a list; empty if the file is
 *   several objects behind each other
 * @is_keyed: the list is an object whose members are its elements
 * @children: of a tree: name of a member to #EspChildren
 * @node_paths: of a tree: paths of the objects that are nodes although no member of @children holds them
 * @is_names: of a tree: it is made of names alone, { "Ann": { "Bob": {}, "Cy": [ "Di" ] } }
 * @unread: (nullable): lists of objects beside it that are not read so
 * @n: how many objects, or rows, speak for it
 * @is_certain: found by repetition (design rule 10), not by words
 *
 * One way to read a file.
 */
typedef struct
{
  EspShapeKind  kind;
  char         *path;
  gboolean      is_keyed;
  GHashTable   *children;
  GHashTable   *node_paths;
  gboolean      is_names;
  char         *unread;
  guint         n;
  gboolean      is_certain;
} EspJsonShape;

/**
 * EspJsonOutline:
 * @format: (nullable): the text of a member “format” of the root
 * @has_positions: the root has a list “positions”, as our own documents have
 * @is_schema: describes files, and is none of those
 * @shapes: (element-type EspJsonShape): what the file can be read as, the likeliest first
 *
 * What is found in the beginning of a file.
 */
typedef struct
{
  char      *format;
  gboolean   has_positions;
  gboolean   is_schema;
  GPtrArray *shapes;
} EspJsonOutline;

EspJsonOutline *esp_json_outline_new  (const char      *tainted,
                                       gsize            length);
void            esp_json_outline_free (EspJsonOutline  *self);

void            esp_json_shape_free   (EspJsonShape    *shape);

/* Paths of what lies in @path */
char           *esp_json_path_member  (const char      *path,
                                       const char      *name);
char           *esp_json_path_element (const char      *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspJsonShape, esp_json_shape_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspJsonOutline, esp_json_outline_free)

G_END_DECLS
