/* esp-io-limits.h — how much of what is read, and why no more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Content of a file, after decompression: three million positions take about 450 MB, a bomb of gzip takes a thousandfold of itself. Offsets of a file fit
 * into 32 bits below it. */
#define ESP_IO_MAX_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* Open brackets: our own format needs five, json-glib 1.6 crashes at some ten thousand. */
#define ESP_IO_MAX_DEPTH 64

/* Open brackets of a foreign tree, which is walked through without looking back: a chain of two million positions */
#define ESP_IO_MAX_NESTING (1u << 22)

/* One element, one further member of the document, one row of a table: it must be in memory as a whole. Room for a picture in an unknown member. */
#define ESP_IO_MAX_VALUE (16u << 20)

/* Positions, units or views: five times the largest employer on earth; a file of nothing but {} would have 300 million. */
#define ESP_IO_MAX_ROWS 16000000u

/* Columns of a table: the widest spreadsheets have 16,384, of which nobody wants the last. */
#define ESP_IO_MAX_COLUMNS 4096u

/* A number as written: 2^1024 written out has 309 digits, and nobody means more. */
#define ESP_IO_MAX_NUMBER 400u

/* Findings of one file: beyond it the file is not what it is taken for, and its report would be larger than itself. */
#define ESP_IO_MAX_FINDINGS 100000u

/* The beginning of a foreign file, from which it is guessed what is what: most files are smaller */
#define ESP_IO_SAMPLE_BYTES (4u << 20)

/* What is read from the file system at a time, and so the least that stays in memory of a file. */
#define ESP_IO_BLOCK (1u << 20)
