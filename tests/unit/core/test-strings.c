/* test-strings.c — the pool of interned strings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/esp-strings.h"

#include <string.h>

static void
test_basics (void)
{
  g_autoptr (EspStrings) strings = esp_strings_new ();
  EspStr empty = esp_strings_intern (strings, "", -1);
  EspStr oak = esp_strings_intern (strings, "oak tree", 3);

  g_assert_cmpuint (esp_strings_intern (strings, NULL, -1), ==, ESP_STR_NONE);
  g_assert_null (esp_strings_get (strings, ESP_STR_NONE));
  g_assert_cmpuint (empty, !=, ESP_STR_NONE);
  g_assert_cmpstr (esp_strings_get (strings, empty), ==, "");
  g_assert_cmpstr (esp_strings_get (strings, oak), ==, "oak");
  g_assert_cmpuint (esp_strings_intern (strings, "oak", -1), ==, oak);
  g_assert_cmpuint (esp_strings_find (strings, "oak", -1), ==, oak);
  g_assert_cmpuint (esp_strings_find (strings, "oa", -1), ==, ESP_STR_NONE);
  g_assert_cmpuint (esp_strings_find (strings, "oak tree", -1), ==, ESP_STR_NONE);
}

static void
test_many (void)
{
  g_autoptr (EspStrings) strings = esp_strings_new ();
  const guint n = 200000;
  const char *first = esp_strings_get (strings, esp_strings_intern (strings, "0", -1));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_cmpuint (esp_strings_intern (strings, text, -1), ==, i + 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_cmpuint (esp_strings_find (strings, text, -1), ==, i + 1);
      g_assert_cmpstr (esp_strings_get (strings, i + 1), ==, text);
    }
  g_assert_true (first == esp_strings_get (strings, 1)); /* texts stay where they are */
}

static void
test_long (void)
{
  g_autoptr (EspStrings) strings = esp_strings_new ();
  g_autofree char *text = g_strnfill (5 * 1024 * 1024, 'x');
  EspStr small = esp_strings_intern (strings, "small", -1);
  EspStr large = esp_strings_intern (strings, text, -1);

  g_assert_cmpstr (esp_strings_get (strings, large), ==, text);
  g_assert_cmpstr (esp_strings_get (strings, small), ==, "small");
  g_assert_cmpuint (esp_strings_intern (strings, "after", -1), ==, large + 1);
  g_assert_cmpuint (esp_strings_get_size (strings), >=, strlen (text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strings/basics", test_basics);
  g_test_add_func ("/strings/many", test_many);
  g_test_add_func ("/strings/long", test_long);
  return g_test_run ();
}
