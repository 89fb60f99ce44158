/* SPDX-License-Identifier: MIT */
/* source_priv.h - the sources in questions/ as read: slots, patterns, exams, facts, pictures,
 * items, and the faults found on the way. Private to src/bank and its tests. */
#ifndef BANK_SOURCE_PRIV_H
#define BANK_SOURCE_PRIV_H
#include "bank_priv.h"
#include "yaml_priv.h"

#include "epstopik/bank_build.h"
#include "epstopik/text.h"

/* Where something stands. `file` as the user gave the folder, joined with the name inside it. */
typedef struct bank_spot {
    const char *file;
    int line;
} bank_spot;

typedef enum bank_options_kind {
    BANK_OPTIONS_TEXT,
    BANK_OPTIONS_PICTURE,
    BANK_OPTIONS_SPOKEN
} bank_options_kind;
typedef enum bank_need { BANK_NEVER, BANK_MAY, BANK_MUST } bank_need;
typedef enum bank_where {
    BANK_NOWHERE,
    BANK_IN_PASSAGE,
    BANK_IN_DOCUMENT,
    BANK_IN_OPTIONS
} bank_where;
enum { BANK_HAS_PICTURE = 1, BANK_HAS_PASSAGE = 2, BANK_HAS_DOCUMENT = 4, BANK_HAS_SCRIPT = 8 };

/* Least and most; {0, 0} = free. */
typedef struct bank_range {
    int64_t min, max;
} bank_range;

typedef struct bank_src_slot {
    ept_bank_slot out;
    bank_spot at;
    unsigned stimulus; /* BANK_HAS_... */
    bank_need group, ask, contrast, fact, numeric;
    bank_options_kind options;
    bank_where blank, underline;
    const char **documents, **tags;
    size_t document_count, tag_count;
    bank_range turns, syllables, option_syllables;
    int64_t longest_s;
} bank_src_slot;

typedef struct bank_src_fact {
    ept_bank_fact out;
    bank_spot at;
    bool starts_later;  /* not yet in force today */
    bool switches_soon; /* changes within 90 days */
} bank_src_fact;

/* A picture of a file, or one drawn from parameters. */
typedef struct bank_src_picture {
    const char *id;
    const char *names[EPT_LANG_COUNT];
    const char *kind;
    const char **near;
    size_t near_count;
    ept_str svg; /* empty: there is no drawing */
    /* In units of the drawing, all 0 when rooms.yaml does not say: where what is put on it stands
     * (x, y); the free room beneath it (left, top, right); the room inside that one looks into
     * (left, top, right, bottom). */
    double rest[2], under[3], inside[4];
    double cm;   /* how high it is, or how long when it lies; 0: not told */
    double lies; /* degrees by which the drawing is turned to lie; 0: it stands */
    double foot; /* y of the drawing on which it stands; 0: its lowest point */
    bank_spot at;
    bool used;
    /* by parameters: its kind ("clock"; NULL for a picture of a file) and the quantity it shows */
    const char *param;
    double value;
} bank_src_picture;

typedef struct bank_src_group {
    ept_item item; /* id and stimulus only */
    bank_spot at;
    size_t members;
} bank_src_group;

typedef struct bank_src_item {
    ept_item item; /* with its group's stimulus */
    const bank_src_slot *slot;
    const char *section; /* the folder: reading listening law */
    bank_spot at;
    const bank_node *node; /* for the lines of its parts */
    uint8_t rising[EPT_OPTIONS];
} bank_src_item;

typedef struct bank_fault {
    ept_fault_kind kind;
    bank_spot at;
    const char *what;
    size_t seq;
} bank_fault;

typedef struct bank_spelling {
    const char *wrong, *right;
} bank_spelling;

typedef struct bank_src {
    const ept_bank_sources *opts;
    ept_arena *arena;
    ept_coverage *coverage; /* NULL when no coverage text was given */
    ept_lexicon *lexicon;   /* the program's words and on top those of lexicon.yaml */
    bank_said *said;        /* those of lexicon.yaml */
    size_t said_count;
    ept_arena *scratch; /* the readings of one item */
    ept_status st; /* the first failure that is no fault of a source: out of memory, unreadable */
    const char **files; /* all names below the folder */
    size_t file_count;
    bank_src_slot *slots;
    size_t slot_count;
    ept_bank_pattern *patterns;
    size_t pattern_count;
    ept_bank_exam *exams;
    size_t exam_count;
    bank_src_fact *facts;
    size_t fact_count;
    bank_src_picture *pictures;
    size_t picture_count;
    bank_src_group *groups;
    size_t group_count;
    bank_src_item *items;
    size_t item_count;
    bank_spelling *spellings;
    size_t spelling_count;
    bank_fault *faults;
    size_t fault_count, errors, warnings;
} bank_src;

/* Opens a folder: EPT_E_NOT_FOUND. Reads nothing yet. Close frees all that was loaded. */
EPT_NODISCARD ept_status bank_src_open(bank_src *src, const ept_bank_sources *opts);
void bank_src_close(bank_src *src);
/* Reads and checks everything; faults are collected, not told. */
EPT_NODISCARD ept_status bank_src_load(bank_src *src);
/* Slots, patterns and exams only. */
EPT_NODISCARD ept_status bank_src_load_exams(bank_src *src);
/* Tells the faults in order of file and line. */
void bank_src_tell(bank_src *src);

void bank_error(bank_src *src, bank_spot at, const char *fmt, ...) EPT_PRINTF(3, 4);
void bank_warn(bank_src *src, bank_spot at, const char *fmt, ...) EPT_PRINTF(3, 4);
/* Remembers a failure that stops the work; returns NULL for convenience. */
void *bank_stop(bank_src *src, ept_status st);

/* A YAML file below the folder, every text of it checked; NULL when it is not there or broken
 * (told). */
const bank_node *bank_src_yaml(bank_src *src, const char **file, const char *name, bool required);
bool bank_src_has(const bank_src *src, const char *name);
bank_spot bank_spot_of(const char *file, const bank_node *node);

/* Tells each key of a map that is not in `allowed` (NULL-terminated). False when `map` is no map.
 */
bool bank_keys(bank_src *src, const char *file, const bank_node *map, const char *const *allowed,
               const char *what);
/* A text that must be there; NULL when it is not (told). */
const char *bank_need_text(bank_src *src, const char *file, const bank_node *map, const char *key);
/* ko kk ru en under a map, from `first` on; what is missing is told. */
void bank_need_says(bank_src *src, const char *file, const bank_node *map, ept_lang first,
                    const char *out[EPT_LANG_COUNT]);
/* A list of words; one word counts as a list of one. */
const char **bank_words(bank_src *src, const char *file, const bank_node *node, size_t *count);
bool bank_word_in(const char *word, const char *const *words, size_t count);

void bank_load_slots(bank_src *src);
void bank_load_patterns(bank_src *src);
void bank_load_exams(bank_src *src);
bank_src_slot *bank_slot_find(const bank_src *src, const char *id);

#endif
