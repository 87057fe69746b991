/* esp-table-guess-private.h — what the files of the guess share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-table-guess.h"

G_BEGIN_DECLS

/**
 * EspColumnFacts:
 * @normalized: the header’s words
 * @rates: by #EspColumnUse, how much the header speaks for it
 * @n_filled: cells that are not empty
 * @n_distinct: different ones
 * @n_numbers: cells that are numbers
 * @n_mails: cells that are mail addresses
 * @n_states: cells that are states, not names
 * @n_people: cells that look like names of people
 * @n_labels: cells that no person is called
 * @n_objects: cells that are lists of JSON objects
 * @is_counter: nameless and nothing but 0, 1, 2 … in the order of the rows
 * @is_switch: nothing but “true” and “false”
 * @is_dense: whole numbers that leave few out between the least and the greatest: another number is found among them by chance
 *
 * What is known of a column.
 */
typedef struct
{
  char    *normalized;
  int      rates[ESP_N_USES];
  guint32  n_filled;
  guint32  n_distinct;
  guint32  n_numbers;
  guint32  n_mails;
  guint32  n_states;
  guint32  n_people;
  guint32  n_labels;
  guint32  n_objects;
  gboolean is_counter;
  gboolean is_switch;
  gboolean is_dense;
} EspColumnFacts;

/**
 * EspGuess:
 * @facts: by column
 * @folded: (nullable): by #EspStr of the sample, the same text without leading zeros and letter case
 * @marks: by #EspStr, for whoever needs to mark texts; all below @mark
 * @first_rows: by #EspStr, for whoever marks
 * @full_name: a column of given and family names, joined, that is in the sample alone; or %ESP_COLUMN_NONE
 * @forced_id: the column the user named as the id, or %ESP_COLUMN_NONE
 * @forced_manager: the one named as the manager
 */
typedef struct
{
  EspTableSample         *sample;
  const EspImportOptions *options;
  EspTableMapping        *mapping;
  EspColumnFacts         *facts;
  guint                   n_columns;
  EspStr                 *folded;
  guint32                *marks;
  guint32                *first_rows;
  guint32                 mark;
  int                     full_name;
  int                     forced_id;
  int                     forced_manager;
} EspGuess;

EspColumnFacts *esp_column_facts_new         (EspTableSample *sample);
void            esp_column_facts_free        (EspColumnFacts *facts,
                                              guint           n_columns);

void            esp_guess_links              (EspGuess       *self);
void            esp_guess_grow_marks         (EspGuess       *self);
double          esp_guess_get_consistency    (EspGuess       *self,
                                              guint           of,
                                              guint           per);

G_END_DECLS
