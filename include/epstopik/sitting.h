/* SPDX-License-Identifier: MIT */
/* sitting.h - one person taking one form, as a reducer: the same events give the same state, so
 * resume, replay, review and tests are one thing. Floor: exam. Time is a number in the event. */
#ifndef EPSTOPIK_SITTING_H
#define EPSTOPIK_SITTING_H
#include "epstopik/form.h"

/* Stored by number in every journal: never renumber, only append. */
typedef enum ept_event_kind {
    EPT_EV_START = 1,      /* the sitting exists; nothing runs yet */
    EPT_EV_SECTION = 2,    /* the next section's clock starts; item = its first item */
    EPT_EV_GO = 3,         /* now at item */
    EPT_EV_ANSWER = 4,     /* place 1..4 and identity 0..3; PENDING where answers are fixed */
    EPT_EV_FIX = 5,        /* the pending answer of item is final */
    EPT_EV_CLEAR = 6,      /* the answer of item is taken back */
    EPT_EV_FLAG = 7,       /* value 1 set, 0 unset */
    EPT_EV_RULE = 8,       /* place 1..4, value 1 ruled out, 0 restored */
    EPT_EV_PLAY_START = 9, /* a play of item's sound begins; value = which play, 1.. */
    EPT_EV_PLAY_END = 10,  /* its last sample has gone out */
    EPT_EV_PLAY_BROKEN =
        11,           /* it broke off: heard again, its time given back; value EPT_PLAY_GIVEN_UP: it
                       * cannot be played at all and the sitting goes on without it */
    EPT_EV_TICK = 12, /* nothing but the time */
    EPT_EV_LEAVE = 13,  /* an interruption begins: program closed, left, or found broken off */
    EPT_EV_RETURN = 14, /* it ends; value = seconds away by the wall clock, a note */
    EPT_EV_SUBMIT = 15, /* the section is handed in */
    EPT_EV_SECTION_OVER = 16, /* its time is over */
    EPT_EV_CLOSE = 17,        /* the sitting ends; value = ept_close_reason */
    EPT_EV_FEEDBACK = 18,     /* the answer of item was shown: it is final */
    EPT_EV_REPLAY = 19,       /* a free replay where the exam allows it; a note */
} ept_event_kind;
enum { EPT_PLAY_GIVEN_UP = -1 };
const char *ept_event_name(ept_event_kind kind); /* "answer", ...; NULL for no kind */

typedef enum ept_close_reason {
    EPT_CLOSE_DONE = 0,       /* all sections over */
    EPT_CLOSE_BY_LEARNER = 1, /* an unfinished sitting closed on purpose */
    EPT_CLOSE_CHANGED = 2,    /* the bank's items have changed */
} ept_close_reason;

typedef struct ept_event {
    ept_event_kind kind;
    uint64_t at_ms;   /* active time of the running section; 0 outside one */
    uint16_t item;    /* index in the form, 0-based */
    uint8_t place;    /* 1..4 */
    uint8_t identity; /* 0..3 */
    int32_t value;
} ept_event;

typedef enum ept_phase {
    EPT_PHASE_READY,   /* before the first section, or between two */
    EPT_PHASE_RUNNING, /* a section's clock runs */
    EPT_PHASE_AWAY,    /* left; the clock stands */
    EPT_PHASE_ENDED,
} ept_phase;

typedef struct ept_response {
    uint8_t place;    /* 0 = no answer, else 1..4 as shown */
    uint8_t identity; /* 0 = key; meaningful only with a place */
    bool fixed;       /* final: later choices are refused */
    bool flagged, seen;
    bool feedback;     /* the answer has been shown */
    uint8_t ruled;     /* bit place-1 */
    uint8_t plays;     /* finished plays */
    bool playing;      /* a play has begun and not ended */
    bool used_up;      /* left in the middle of its plays: not heard again */
    uint32_t changes;  /* answers after the first */
    uint64_t spent_ms; /* active time at this item */
} ept_response;

typedef struct ept_sitting ept_sitting;

/* Borrowed; both must outlive the sitting. only: -1 = all sections, else an ept_section. */
typedef struct ept_sitting_opts {
    const ept_form *form;
    const ept_blueprint *blueprint;
    int only;
} ept_sitting_opts;

/* EPT_E_INVAL: empty form, or a form without the section asked for. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_sitting_new(ept_sitting **out, const ept_sitting_opts *opts);
void ept_sitting_free(ept_sitting *sitting); /* NULL is fine */
/* The same state again, for looking ahead; free it as well. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_sitting_copy(ept_sitting **out, const ept_sitting *sitting);

/* The only way to change a sitting. EPT_E_REFUSED: the exam's rules forbid it now (sitting
 * unchanged); EPT_E_INVAL: the event makes no sense (time going back, no such item, identity that
 * is not at that place); sitting unchanged. */
EPT_NODISCARD ept_status ept_sitting_apply(ept_sitting *sitting, const ept_event *event);
/* The same judgement without applying. */
EPT_NODISCARD ept_status ept_sitting_check(const ept_sitting *sitting, const ept_event *event);

ept_phase ept_sitting_phase(const ept_sitting *sitting);
/* Index into blueprint->sections of the running section, or of the one to come in READY; the number
 * of sections when all are over. */
size_t ept_sitting_section(const ept_sitting *sitting);
/* The same as a rule; NULL when all are over. */
const ept_section_rule *ept_sitting_section_rule(const ept_sitting *sitting);
size_t ept_sitting_item(const ept_sitting *sitting); /* where the learner is; form index */
const ept_response *ept_sitting_response(const ept_sitting *sitting, size_t item); /* borrowed */
/* Active time of the running section at the last event, and what is left of it (UINT64_MAX: no
 * clock). */
uint64_t ept_sitting_at_ms(const ept_sitting *sitting);
uint64_t ept_sitting_left_ms(const ept_sitting *sitting, uint64_t at_ms);
/* Active time used in a finished or running section. */
uint64_t ept_sitting_used_ms(const ept_sitting *sitting, size_t section);
/* First form index and count of a section's items. */
size_t ept_sitting_first(const ept_sitting *sitting, size_t section, size_t *count);
size_t ept_sitting_interruptions(const ept_sitting *sitting);
/* Whether the running section may move to `item` now. */
bool ept_sitting_may_go(const ept_sitting *sitting, size_t item);
ept_close_reason ept_sitting_close_reason(const ept_sitting *sitting);
/* A number over the whole state: equal states, equal numbers (for replay tests). */
uint64_t ept_sitting_digest(const ept_sitting *sitting);
/* Counts over a section: answered, flagged. */
size_t ept_sitting_answered(const ept_sitting *sitting, size_t section);
size_t ept_sitting_flagged(const ept_sitting *sitting, size_t section);

#endif
