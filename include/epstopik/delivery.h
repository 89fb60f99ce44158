/* SPDX-License-Identifier: MIT */
/* delivery.h - one learner at one exam: the use of bank, exam and journal together; what the window
 * and the terminal share. Floor: delivery. All of a session's actions are durable before they
 * return. */
#ifndef EPSTOPIK_DELIVERY_H
#define EPSTOPIK_DELIVERY_H
#include "epstopik/bank.h"
#include "epstopik/clock.h"
#include "epstopik/journal.h"
#include "epstopik/playlist.h"
#include "epstopik/score.h"

typedef struct ept_delivery ept_delivery;

typedef struct ept_delivery_opts {
    ept_clock clock;
    ept_bank *bank;       /* borrowed */
    ept_journal *journal; /* borrowed; NULL: nothing can be sat, only read */
} ept_delivery_opts;
EPT_NODISCARD ept_status ept_delivery_new(ept_delivery **out, const ept_delivery_opts *opts);
void ept_delivery_free(ept_delivery *delivery); /* NULL is fine */
ept_bank *ept_delivery_bank(const ept_delivery *delivery);
ept_journal *ept_delivery_journal(const ept_delivery *delivery);

/* All exams of the bank, as blueprints; live as long as the delivery. */
const ept_blueprint *const *ept_delivery_exams(const ept_delivery *delivery, size_t *count);
/* EPT_E_NOT_FOUND. */
EPT_NODISCARD ept_status ept_delivery_exam(const ept_blueprint **out, const ept_delivery *delivery,
                                           const char *id);
/* Whether the bank can fill the exam; when not, *shortage says what is missing. */
EPT_NODISCARD ept_status ept_delivery_fillable(bool *out, ept_arena *arena, ept_delivery *delivery,
                                               const char *exam, ept_shortage *shortage);

/* A form without a sitting (`ept form`, checks). learner is looked at when number is 0. Hashes are
 * filled. */
EPT_NODISCARD ept_status ept_delivery_form(const ept_form **out, ept_arena *arena,
                                           ept_delivery *delivery, const char *exam, int number,
                                           int64_t learner, ept_shortage *shortage);

/* --- a session: one sitting in progress ----------------------------------------------------------
 */
typedef struct ept_session ept_session;

typedef struct ept_session_opts {
    const char *exam;
    int number; /* 1..9999; 0 = next */
    int only;   /* -1 or an ept_section; must be one section for one_section exams */
    int64_t learner;
    const char *sector;
    ept_lang law_lang;
} ept_session_opts;

/* EPT_E_SHORT with *shortage; EPT_E_NOT_FOUND: no such exam or learner; EPT_E_REFUSED: an
 * unfinished sitting of the same learner, exam and number is there (go on with it, or close it). */
EPT_NODISCARD ept_status ept_session_start(ept_session **out, ept_delivery *delivery,
                                           const ept_session_opts *opts, ept_shortage *shortage);
/* Replays the journal. EPT_E_REFUSED: it has ended. EPT_E_CHANGED: items of it have changed in the
 * bank; it was closed with what was saved. A play that was under way begins again; the time since
 * the last event does not count. */
EPT_NODISCARD ept_status ept_session_resume(ept_session **out, ept_delivery *delivery,
                                            int64_t sitting);
/* Not in the journal: the warm-up of one section of an exam, with its own short clock.
 * EPT_E_NOT_FOUND: the bank has no warm-up items for it. */
EPT_NODISCARD ept_status ept_session_warm_up(ept_session **out, ept_delivery *delivery,
                                             const char *exam, ept_section section,
                                             const char *sector);
/* Ends the program's hold of it. A running section is left (an interruption). NULL is fine. */
void ept_session_free(ept_session *session);

/* Borrowed views; live as long as the session. */
int64_t ept_session_id(const ept_session *session); /* 0 in a warm-up */
const ept_sitting *ept_session_sitting(const ept_session *session);
const ept_form *ept_session_form(const ept_session *session);
const ept_blueprint *ept_session_blueprint(const ept_session *session);
const ept_sitting_row *ept_session_row(const ept_session *session);
/* The item at a form index, its slot, its picture bytes: cached for the session. */
EPT_NODISCARD ept_status ept_session_item(const ept_item **out, ept_session *session, size_t item);
EPT_NODISCARD ept_status ept_session_slot(const ept_bank_slot **out, ept_session *session,
                                          size_t item);

/* Actions. *seq (may be NULL): the number of the durable event. EPT_E_REFUSED: the exam does not
 * allow it. EPT_E_FULL, EPT_E_IO, EPT_E_DB: not saved; the state is as before, the action can be
 * tried again. */
EPT_NODISCARD ept_status ept_session_begin(ept_session *session,
                                           int64_t *seq); /* the next section's clock */
EPT_NODISCARD ept_status ept_session_go(ept_session *session, size_t item, int64_t *seq);
EPT_NODISCARD ept_status ept_session_answer(ept_session *session, size_t item, int place,
                                            int64_t *seq);
EPT_NODISCARD ept_status ept_session_fix(ept_session *session, int64_t *seq);
EPT_NODISCARD ept_status ept_session_clear(ept_session *session, size_t item, int64_t *seq);
EPT_NODISCARD ept_status ept_session_flag(ept_session *session, size_t item, bool on, int64_t *seq);
EPT_NODISCARD ept_status ept_session_rule(ept_session *session, size_t item, int place, bool out,
                                          int64_t *seq);
EPT_NODISCARD ept_status ept_session_feedback(ept_session *session, int64_t *seq);
EPT_NODISCARD ept_status ept_session_submit(ept_session *session, int64_t *seq);
EPT_NODISCARD ept_status ept_session_leave(ept_session *session,
                                           int64_t *seq); /* the clock stands */
EPT_NODISCARD ept_status ept_session_return(ept_session *session, int64_t *seq);
EPT_NODISCARD ept_status ept_session_replay(ept_session *session,
                                            int64_t *seq); /* free replay: sounds again */
EPT_NODISCARD ept_status ept_session_close(ept_session *session, ept_close_reason reason,
                                           int64_t *seq);

/* Time. Call at least once a second while a section runs: writes a tick every 5 s, ends the section
 * at 0:00, moves on by itself where the exam says so. *changed: something other than the time
 * changed. */
EPT_NODISCARD ept_status ept_session_poll(ept_session *session, bool *changed);
uint64_t ept_session_left_ms(const ept_session *session); /* of the running section, now */
uint64_t ept_session_at_ms(const ept_session *session);   /* active time, now */
/* Until poll has something to do; UINT32_MAX when nothing runs. */
uint32_t ept_session_wait_ms(const ept_session *session);

/* Sound. What should sound now (NULL: nothing): the caller plays it when its serial is not the one
 * playing, stops when NULL, and hands every report of the player back. After LOST the section clock
 * stands until ept_session_sound_back. */
const ept_playlist *ept_session_playlist(const ept_session *session);
EPT_NODISCARD ept_status ept_session_sounded(ept_session *session, const ept_sounded *report);
EPT_NODISCARD ept_status ept_session_sound_back(ept_session *session);
bool ept_session_sound_lost(const ept_session *session);
/* Lost, and not by the device: the recording is damaged. Sound back tries it once more; then the
 * play is given up and the sitting goes on. */
bool ept_session_sound_bad(const ept_session *session);

/* The playlist of one item of a form at plays `from_play`..: a pure function (tests, bench). */
EPT_NODISCARD ept_status ept_delivery_playlist(const ept_playlist **out, ept_arena *arena,
                                               ept_bank *bank, const ept_form *form,
                                               const ept_blueprint *blueprint, size_t item,
                                               int from_play);

/* --- afterwards ----------------------------------------------------------------------------------
 */
typedef struct ept_report_group {
    const char *id; /* slot kind group: "pictures" "grammar" "information" "texts" "sounds" ... */
    ept_section section;
    ept_tally tally;
} ept_report_group;

typedef struct ept_report {
    ept_sitting_row row;
    const ept_blueprint *blueprint;
    const ept_form *form;
    const ept_sitting *sitting; /* final state; lives until ept_report_clear */
    ept_score score;
    const ept_minimum *minimum; /* NULL: none is known */
    size_t group_count;
    ept_report_group *groups; /* kinds of questions, in order of numbers */
    size_t unit_count;
    ept_tally *units;  /* by textbook unit: name is its number */
    bool has_previous; /* the last finished sitting of the same exam before this one */
    ept_sitting_row previous;
    size_t interruptions;
    char mark[9];  /* head of the chain */
    bool *changed; /* per form item: not the same in the bank any more */
} ept_report;

/* EPT_E_NOT_FOUND. Works for unfinished sittings too. Clear frees what the arena does not hold. */
EPT_NODISCARD ept_status ept_report_make(ept_report *out, ept_arena *arena, ept_delivery *delivery,
                                         int64_t sitting);
void ept_report_clear(ept_report *report);

#endif
