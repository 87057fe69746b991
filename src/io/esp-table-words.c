/* esp-table-words.c — what the words in foreign tables mean: headers, states, marks of a top; in several languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-words"

#include "io/esp-table-words.h"

#include <string.h>

/*
 * Headers are compared as plain words: “ReportsTo”, “reports_to” and “Reports to:” are “reports to”; letters without marks and in small (“Übergeordnet” is
 * “ubergeordnet”). A phrase counts if its words stand in the header in a row; the more of the header it covers, the more it counts.
 */
typedef struct
{
  EspColumnUse use;
  int          weight;
  const char  *phrases; /* separated by | */
} Phrases;

static const Phrases phrases[] = {
  { ESP_USE_MANAGER, 100, "reports to|report to|reporting to|reports to senior post|reporting senior post|reporting manager|line manager|manager id|"
                          "managed by|direct manager|manager name|manager email|managers|line managers|supervisors|berichtet an|rattache a|reporta a|depende de|riporta a|"
                          "rapporteert aan|rapporterar till|rapporterer til|подчиняется|报告给|汇报给|汇报对象|報告先|보고 대상" },
  { ESP_USE_MANAGER, 90, "manager|mgr|supervisor|superior|boss|line mgr|vorgesetzter|vorgesetzte|vorgesetzten|vorgesetzte r|fuhrungskraft|superieur|"
                         "superieur hierarchique|jefe|jefe directo|superiore|leidinggevende|przełozony|narmaste chef|nærmeste leder|"
                         "naermeste leder|esimies|esihenkilo|nadrizeny|felettes|yonetici|руководитель|начальник|上司|上級|上级|主管|直属上级|상사" },
  { ESP_USE_MANAGER, 80, "parent id|parentid|parent|parents|parent node|parent key|superior id|ubergeordnet|ubergeordnete stelle|responsable|responsabile|chef|"
                         "n 1|gestor|chefe|leder|vedouci|vezeto|amir" },
  { ESP_USE_MANAGER, 60, "pid|leader|lead|team lead|leiter|gerente|capo|head|parent ref|parent code|reports|report" },
  { ESP_USE_ID, 100, "employee id|employee number|employee no|emp id|empid|emp no|position id|position number|post unique reference|personnel number|"
                     "staff id|staff number|person id|worker id|personalnummer|personalnr|empno|emp number|mitarbeiternummer|matricule|numero de empleado|matricola|"
                     "personeelsnummer|anstallningsnummer|medarbejdernummer|табельный номер|工号|員工編號|社員番号|사번" },
  { ESP_USE_ID, 90, "id|unique reference|unique id|identifier|identifiant|kennung|node id|nodeid|post id|编号|編號" },
  { ESP_USE_ID, 65, "reference|ref|code|key|uid|uuid|guid|sam account name|s am account name|samaccountname|user id|userid|login|distinguished name|nummer|nr|numero|legajo|codigo|clave|codice|matricula|numer|код|番号|slug|dn" },
  { ESP_USE_ID, 40, "number|no|num|pk" },
  { ESP_USE_TITLE, 100, "job title|position title|post title|generic job title|title of position|stellenbezeichnung|planstellenbezeichnung|planstellentext|"
                        "stellentext|berufsbezeichnung|intitule du poste|"
                        "titulo del puesto|functietitel|stillingsbetegnelse|tehtavanimike" },
  { ESP_USE_TITLE, 90, "title|titel|position|position type|designation|poste|cargo|puesto|functie|stanowisko|befattning|stilling|unvan|должность|役職|職位|职位|职务|"
                       "岗位|職稱|職務|직책|직위|jobtitle" },
  { ESP_USE_TITLE, 75, "stelle|funktion|fonction|titre|intitule|occupation|job|job name|funcao|ruolo|mansione|qualifica|posizione|titolo|nimike|pozice|"
                       "funkce|pozisyon|gorev|preferred label|beruf|emploi|metier|post|profession" },
  { ESP_USE_TITLE, 55, "role|function|label|caption|text" },
  { ESP_USE_NAME, 100, "full name|fullname|employee name|ename|emp name|common name|last name first name|first name last name|first and last name|surname first name|"
                       "surname forename|name vorname|nachname vorname|vorname nachname|vorname und nachname|nom prenom|nom et prenom|prenom nom|"
                       "prenom et nom|apellidos y nombre|nombre y apellidos|cognome nome|cognome e nome|nome e cognome|name of incumbent|person name|staff name|stelleninhaber|mitarbeitername|vollstandiger name|"
                       "nom complet|nombre completo|nome completo|imie i nazwisko|ad soyad|фио|氏名|姓名|员工姓名|성명" },
  { ESP_USE_NAME, 90, "name|display name|displayname|cn|incumbent|holder|employee|mitarbeiter|inhaber|nom|nombre|nome|naam|navn|namn|nimi|jmeno|nev|isim|"
                      "имя|сотрудник|名前|员工|이름|nominativo|pracownik|medewerker|empleado|funcionario|colaborador|dipendente" },
  { ESP_USE_NAME, 50, "person|people|worker|staff|staff member|user" },
  { ESP_USE_GIVEN_NAME, 100, "first name|firstname|given name|givenname|forename|vorname|prenom|voornaam|fornamn|fornavn|etunimi|primer nombre|imie" },
  { ESP_USE_FAMILY_NAME, 100, "last name|lastname|surname|family name|familyname|nachname|familienname|nom de famille|apellido|apellidos|cognome|sobrenome|"
                              "achternaam|efternamn|etternavn|sukunimi|nazwisko|soyad|фамилия" },
  { ESP_USE_UNIT, 100, "unit|department|dept|org einheit|orgeinheit|supervisory organization|department name|dept name|org unit|organizational unit|organisational unit|unit name|abteilung|"
                       "organisationseinheit|departement|departamento|dipartimento|afdeling|avdelning|avdeling|osasto|oddeleni|bolum|departman|"
                       "отдел|подразделение|部署|部门|部門|부서|dział|dzial" },
  { ESP_USE_UNIT, 75, "division|team|team name|business unit|section|bereich|referat|equipe|area|unidad|reparto|setor|org name" },
  { ESP_USE_UNIT, 55, "organisation|organization|organisation name|organization name|group|office|service|direction|branch|agency name" },
  { ESP_USE_LEVEL, 90, "level|grade|job level|job grade|band|seniority|pay grade|stufe|karrierestufe|entgeltgruppe|niveau|nivel|livello|niva|等级|职级|"
                       "等級|grade or equivalent" },
  { ESP_USE_LEVEL, 50, "rank|ebene" },
  { ESP_USE_STATE, 80, "state|status|position status|vacancy|vacant|post status|etat|estado|stato" },
  { ESP_USE_POSTS, 100, "number of posts in fte|number of posts|posts|number of posts fte|stellenanteil|headcount|head count|vza|etp|vte|effectif|plazas" },
  { ESP_USE_POSTS, 85, "fte|anzahl stellen|full time equivalent|full time equivalents" },
  { ESP_USE_SCOPE, 80, "scope" },
  { ESP_USE_NOTE, 80, "note|notes|remarks|remark|comment|comments|bemerkung|bemerkungen|anmerkung|remarque|nota|notas|opmerking" },
  { ESP_USE_SECOND, 100, "second|second manager|secondary manager|second line manager|manager 2|second supervisor|co manager|zweiter vorgesetzter" },
  { ESP_USE_DOTTED, 100, "dotted|dotted line|dotted line manager|dotted manager|dotted line to|matrix manager|gestrichelt" },
  { ESP_USE_FUNCTIONAL, 100, "functional|functional manager|functional line|fachlich|fachvorgesetzter|fachlicher vorgesetzter" },
  { ESP_USE_PROGRAM, 100, "program line|program" },
  { ESP_USE_VENDOR, 100, "vendor line|vendor manager|vendor" },
};

/* Of a header, words and bytes of a phrase that are looked at */
#define MAX_WORDS  10
#define MAX_PHRASE 64

/* Words that turn a header to something else: the id of a department is no id of a row, the salary of reports no manager */
static const struct
{
  EspColumnUse use;
  int          penalty;
  const char  *words;
} spoilers[] = {
  { ESP_USE_ID, 60, "manager|mgr|supervisor|parent|department|dept|job|location|site|country|region|project|grade|team|office|cost|role|company|managed|"
                    "reports|superior|phone|postal|zip|tax|title|type|category|building|floor|division|group" },
  { ESP_USE_MANAGER, 70, "salary|cost|costs|number|count|span|direct|name of children|of reports|project|program|product|account|type|phone|date|level" },
  { ESP_USE_MANAGER, 35, "department|organisation|organization|company|unit|dotted|matrix|functional|second|secondary|2" },
  { ESP_USE_UNIT, 60, "id|code|number|ref|reference|uri|url|location|country|postal|address|street|region|city|phone|type|abbreviation|head|managed|"
                      "order|cost|function|manager|parent|parents|title|min|max|website|kind" },
  { ESP_USE_NAME, 60, "manager|department|dept|unit|organisation|organization|company|parent|location|country|city|region|job|title|file|user|team|type|project|"
                      "first|last|given|family|supervisor|agency|org|agcy|group|division|nick|reports|category|level|role" },
  { ESP_USE_TITLE, 60, "id|code|manager|supervisor|parent|department|person|holder|location|salary|min|max|count|number|level|grade|status|state|function|"
                       "type|order|related|team|unit" },
  { ESP_USE_LEVEL, 60, "uri|url|id|min|max|minimum|maximum|education|access|preferred|term" },
  { ESP_USE_STATE, 60, "location|country|city|address|code" },
  { ESP_USE_POSTS, 60, "min|max|salary|cost|population" },
};

static const char *const child_members[] = {
  "children", "positions", "people", "persons", "employees", "members", "staff", "departments", "teams", "units", "divisions", "subordinates", "reports",
  "direct reports", "branches", "sections", "posts", "organisations", "organizations", "mitarbeiter", "stellen", "abteilungen", "personen", "einheiten",
  "enfants", "postes", "services", "departements", "equipes", "empleados", "puestos", "departamentos", "hijos", "child orgs", "sub units",
};

static const char *const unit_words[] = {
  "department", "division", "directorate", "office", "branch", "section", "unit", "team", "agency", "ministry", "service", "services", "bureau", "board",
  "committee", "council", "commission", "authority", "group", "centre", "center", "institute", "abteilung", "referat", "bereich", "amt", "direktion",
  "direction", "departement", "departamento", "ministerio", "organisation", "organization", "organisationseinheit", "institut", "sector",
};

static const struct
{
  EspState    state;
  gboolean    is_plain; /* the state says all of it */
  const char *words;
} states[] = {
  { ESP_STATE_VACANT, TRUE, "vacant|vacancy|vakant|vacante|vacant e|vago|vaga|vacatura|wakat|ledig|вакансия|вакантно|空缺|空席|공석|欠員" },
  { ESP_STATE_VACANT, FALSE, "new vacancy|not in post|unfilled|open|open position|to be hired|tbh|tbd|tba|tbc|to be confirmed|to be announced|"
                             "to be recruited|to be filled|to be appointed|vacant post|vacant position|post vacant|position vacant|recruiting|"
                             "under recruitment|recruitment underway|unbesetzt|offen|zu besetzen|nicht besetzt|n n|a pourvoir|poste vacant|por cubrir|"
                             "sin cubrir|posto vacante|openstaand|vakans|avoin|unoccupied|n i p|nip" },
  { ESP_STATE_ELIMINATED, TRUE, "eliminated|deleted|abolished|entfallen|gestrichen|supprime|suprimido|eliminado|soppresso" },
  { ESP_STATE_ELIMINATED, FALSE, "post eliminated|post deleted|position eliminated|disestablished|post removed|post abolished" },
  { ESP_STATE_FROZEN, TRUE, "frozen|on hold|gesperrt|gele|congelado|post frozen|hiring freeze" },
  { ESP_STATE_UNDISCLOSED, TRUE, "n d|undisclosed|not disclosed|withheld|redacted|not published|nicht veroffentlicht|k a|non communique|no publicado" },
  { ESP_STATE_UNDISCLOSED, FALSE, "n a|career incumbent|not available|not applicable|confidential|anonymous|name withheld" },
  { ESP_STATE_FILLED, TRUE, "filled|besetzt|occupied|pourvu|cubierto|ocupado" },
};

/* What is longer is no state */
#define MAX_STATE 64

#define MAX_ROOT_MARK 24

static const char *const root_marks[] = {
  "xx", "null", "[]", "{}", "-1", "none", "nil", "nan", "n/a", "na", "#n/a", "-", "--", "–", "—", "root", "top", "(none)", "<none>", "(blank)", "no manager", "no supervisor", "no line manager", "not applicable", "kein vorgesetzter", "n.a.",
  "keine", "keiner", "kein", "aucun", "ninguno", "nessuno", "geen", "ingen", "brak", "нет", "無", "无",
};

/* White space of all kinds at both ends, and what programs leave there that nobody sees */
const char *
esp_words_trim (const char *text,
                gsize      *length)
{
  const char *end = text + *length;

  while (text < end)
    {
      guint8 c = *text;

      if (c <= ' ')
        text++;
      else if (c < 0x80)
        break;
      else if (end - text >= 2 && memcmp (text, "\xc2\xa0", 2) == 0)
        text += 2;
      else if (end - text >= 3 && (memcmp (text, "\xe2\x80\x8b", 3) == 0 || memcmp (text, "\xef\xbb\xbf", 3) == 0))
        text += 3;
      else
        break;
    }
  while (end > text)
    {
      guint8 c = end[-1];

      if (c <= ' ')
        end--;
      else if (c < 0x80)
        break;
      else if (end - text >= 2 && memcmp (end - 2, "\xc2\xa0", 2) == 0)
        end -= 2;
      else if (end - text >= 3 && (memcmp (end - 3, "\xe2\x80\x8b", 3) == 0 || memcmp (end - 3, "\xef\xbb\xbf", 3) == 0))
        end -= 3;
      else
        break;
    }

  *length = end - text;
  return text;
}

/* What stands in ="…": so spreadsheets are told that a number is a text */
const char *
esp_words_unwrap (const char *text,
                  gsize      *length)
{
  if (*length < 3 || text[0] != '=' || text[1] != '"' || text[*length - 1] != '"')
    return text;

  *length -= 3;
  return text + 2;
}

/* Whether marks are taken off the letter: in Latin script they are left out as often as not, in others they make another letter */
static gboolean
is_latin (gunichar letter)
{
  return letter < 0x250;
}

/*
 * esp_words_normalize:
 * @text: valid UTF-8
 * @length: of @text, or -1
 *
 * Returns: (transfer full): its words in small letters without marks, one blank between them
 */
char *
esp_words_normalize (const char *text,
                     gssize      length)
{
  g_autofree char *parts = g_utf8_normalize (text, length, G_NORMALIZE_ALL);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean was_small = FALSE, was_capital = FALSE;
  gunichar base = 0;

  for (const char *c = parts; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_ismark (character))
        {
          if (!is_latin (base))
            g_string_append_unichar (words, character);
          continue;
        }
      base = character;
      if (character == '\'' && was_small)
        continue;
      if (!g_unichar_isalnum (character))
        {
          was_small = was_capital = FALSE;
          if (words->len > 0 && words->str[words->len - 1] != ' ')
            g_string_append_c (words, ' ');
          continue;
        }

      /* “reportsTo” and “IDManager” are two words, “MANAGER” is one */
      if (g_unichar_isupper (character))
        {
          const char *next = g_utf8_next_char (c);

          if (words->len > 0 && words->str[words->len - 1] != ' ' && (was_small || (was_capital && g_unichar_islower (g_utf8_get_char (next)))))
            g_string_append_c (words, ' ');
          was_capital = TRUE;
          was_small = FALSE;
        }
      else
        {
          was_small = TRUE;
          was_capital = FALSE;
        }
      g_string_append_unichar (words, g_unichar_tolower (character));
    }

  g_strchomp (words->str);
  return g_utf8_normalize (words->str, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* What a phrase in a header says: for a use, or against it */
typedef struct
{
  EspColumnUse use;
  int          weight; /* below 0: it spoils the use */
} Hint;

static void
add_hints (GHashTable   *table,
           const char   *words,
           EspColumnUse  use,
           int           weight)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);
  Hint hint = { use, weight };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      GArray *hints = g_hash_table_lookup (table, parts[i]);

      if (hints == NULL)
        {
          hints = g_array_new (FALSE, FALSE, sizeof (Hint));
          g_hash_table_insert (table, g_strdup (parts[i]), hints);
        }
      g_array_append_val (hints, hint);
    }
}

/* The phrases of headers to what they say */
static GHashTable *
get_hints (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    {
      GHashTable *new_table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
        add_hints (new_table, phrases[i].phrases, phrases[i].use, phrases[i].weight);
      for (guint i = 0; i < G_N_ELEMENTS (spoilers); i++)
        add_hints (new_table, spoilers[i].words, spoilers[i].use, -spoilers[i].penalty);
      g_once_init_leave (&table, (gsize) new_table);
    }

  return (GHashTable *) table;
}

/* Takes in what one phrase of a header says. */
static void
weigh (const GArray *hints,
       guint         n_words,
       guint         n_all,
       int          *rates,
       int          *penalties)
{
  for (guint i = 0; hints != NULL && i < hints->len; i++)
    {
      const Hint *hint = &g_array_index (hints, Hint, i);
      int rate = hint->weight - 6 * (int) (n_all - n_words) + (n_words == n_all ? 20 : 0);

      if (hint->weight < 0)
        penalties[hint->use] = MIN (penalties[hint->use], hint->weight);
      else
        rates[hint->use] = MAX (rates[hint->use], rate);
    }
}

static guint
split_words (char        *text,
             const char **words)
{
  guint n = 0;

  for (char *at = text; *at != '\0' && n < MAX_WORDS;)
    {
      words[n++] = at;
      at = strchr (at, ' ');
      if (at == NULL)
        break;
      *at++ = '\0';
    }

  return n;
}

/*
 * esp_words_rate_header:
 * @normalized: a header, by esp_words_normalize()
 * @rates: (out): by #EspColumnUse, how much the words speak for it; 0 or less: nothing
 *
 * Time: a look-up for each phrase in the header, of which there are some dozen.
 *
 * Returns: the greatest of the rates
 */
int
esp_words_rate_header (const char *normalized,
                       int        *rates)
{
  g_autofree char *text = g_strdup (normalized);
  const char *words[MAX_WORDS];
  guint n = split_words (text, words);
  int penalties[ESP_N_USES] = { 0 };
  gboolean is_exact[ESP_N_USES] = { FALSE };
  char phrase[MAX_PHRASE];
  int best = G_MININT;

  for (EspColumnUse use = 0; use < ESP_N_USES; use++)
    rates[use] = 0;
  for (guint first = 0; first < n; first++)
    {
      gsize length = 0;

      for (guint last = first; last < n; last++)
        {
          gsize more = strlen (words[last]);
          const GArray *hints;

          if (length + more + 2 > sizeof phrase)
            break;
          if (last > first)
            phrase[length++] = ' ';
          memcpy (phrase + length, words[last], more + 1);
          length += more;
          hints = g_hash_table_lookup (get_hints (), phrase);
          weigh (hints, last - first + 1, n, rates, penalties);
          for (guint i = 0; hints != NULL && first == 0 && last + 1 == n && i < hints->len; i++)
            if (g_array_index (hints, Hint, i).weight > 0)
              is_exact[g_array_index (hints, Hint, i).use] = TRUE;
        }
    }

  for (EspColumnUse use = 0; use < ESP_N_USES; use++)
    {
      if (!is_exact[use])
        rates[use] += penalties[use];
      best = MAX (best, rates[use]);
    }

  return best;
}

/* Whether @word stands in @text as a word of its own */
static gboolean
has_word (const char *text,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

static gboolean
is_one_of (const char        *text,
           const char *const *words,
           guint              n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (words[i], text) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: whether a member of that name holds seats, people or parts of what it stands in */
gboolean
esp_words_is_child_member (const char *normalized)
{
  return is_one_of (normalized, child_members, G_N_ELEMENTS (child_members));
}

/* Returns: whether a column of that name says what its rows are called */
gboolean
esp_words_is_label (const char *normalized)
{
  static const char *const labels[] = { "name", "names", "label", "title", "bezeichnung", "nom", "nombre", "nome", "naam", "namn", "navn", "nimi", "nazwa",
                                        "nazev", "caption", "term" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (has_word (normalized, labels[i]))
      return TRUE;

  return FALSE;
}

/* Returns: whether one of the words is one that units are called by */
gboolean
esp_words_is_unit_word (const char *normalized)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (has_word (normalized, unit_words[i]))
      return TRUE;

  return FALSE;
}

/* Words of one or two letters are names too, unless they are written like abbreviations: N/D, N.N., “NA”, but not “Na” */
static gboolean
is_abbreviation (const char *text,
                 gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_islower (text[i]) && !memchr (text, '/', length) && !memchr (text, '.', length))
      return FALSE;

  return TRUE;
}

/* The phrases of @states to their place in it, from 1 */
static GHashTable *
get_state_table (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    {
      GHashTable *new_table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (states); i++)
        {
          g_auto (GStrv) words = g_strsplit (states[i].words, "|", -1);

          for (guint k = 0; words[k] != NULL; k++)
            g_hash_table_insert (new_table, g_strdup (words[k]), GUINT_TO_POINTER (i + 1));
        }
      g_once_init_leave (&table, (gsize) new_table);
    }

  return (GHashTable *) table;
}

/* The words of an ASCII text in small letters, as they stand in @states; a million names come this way. Returns: %FALSE if it is not ASCII */
static gboolean
fold_ascii (const char *text,
            gsize       length,
            char       *folded)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if ((guint8) text[i] >= 0x80)
        return FALSE;
      if (g_ascii_isalnum (text[i]))
        folded[n++] = g_ascii_tolower (text[i]);
      else if (n > 0 && folded[n - 1] != ' ')
        folded[n++] = ' ';
    }
  folded[n > 0 && folded[n - 1] == ' ' ? n - 1 : n] = '\0';

  return TRUE;
}

/*
 * esp_words_get_state:
 * @text: what stands where a name is expected
 * @is_plain: (out): the state says as much as the text does
 *
 * Returns: the state that the text means; %ESP_STATE_DEFAULT if it is the name of a person
 */
EspState
esp_words_get_state (const char *text,
                     gsize       length,
                     gboolean   *is_plain)
{
  char folded[MAX_STATE + 1];
  g_autofree char *normalized = NULL;
  const char *words = folded;
  guint found;

  *is_plain = FALSE;
  if (length == 0 || length > MAX_STATE)
    return ESP_STATE_DEFAULT;

  if (!fold_ascii (text, length, folded))
    words = normalized = esp_words_normalize (text, length);

  if (strcmp (words, "na") == 0 || strcmp (words, "nd") == 0 || strcmp (words, "nn") == 0)
    {
      if (!is_abbreviation (text, length))
        return ESP_STATE_DEFAULT;
      return words[1] == 'n' ? ESP_STATE_VACANT : ESP_STATE_UNDISCLOSED;
    }

  found = GPOINTER_TO_UINT (g_hash_table_lookup (get_state_table (), words));
  if (found > 0)
    {
      *is_plain = states[found - 1].is_plain;
      return states[found - 1].state;
    }

  /* “Vacant (from May)”, “VACANT – acting: J. Smith” */
  if (g_str_has_prefix (words, "vacant ") || g_str_has_prefix (words, "vakant "))
    return ESP_STATE_VACANT;
  if (g_str_has_prefix (words, "eliminated "))
    return ESP_STATE_ELIMINATED;

  return ESP_STATE_DEFAULT;
}

/*
 * esp_words_is_root_mark:
 * @text: what stands in a manager’s cell, trimmed
 *
 * Returns: whether it usually means that there is none
 */
gboolean
esp_words_is_root_mark (const char *text,
                        gsize       length)
{
  g_autofree char *small = NULL;

  if (length == 0)
    return TRUE;
  if (length > MAX_ROOT_MARK)
    return FALSE;

  small = g_utf8_strdown (text, length);
  g_strdelimit (small, "_", ' ');
  return is_one_of (small, root_marks, G_N_ELEMENTS (root_marks));
}
