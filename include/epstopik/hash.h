/* SPDX-License-Identifier: MIT */
/* hash.h - SHA-256, PIN hashes and random bytes, all by libsodium. Floor: core. */
#ifndef EPSTOPIK_HASH_H
#define EPSTOPIK_HASH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/status.h"

enum { EPT_HASH_BYTES = 32, EPT_HASH_HEX = 65, EPT_PIN_HASH_CHARS = 128 };

typedef struct ept_hash {
    uint8_t b[EPT_HASH_BYTES];
} ept_hash;

/* Incremental SHA-256. Opaque but of fixed size, so that it can stand on the stack. */
typedef struct ept_hasher {
    _Alignas(16) uint8_t state[128];
} ept_hasher;
void ept_hasher_init(ept_hasher *h);
void ept_hasher_add(ept_hasher *h, const void *bytes, size_t n);
/* A length prefix (8 bytes, little endian) and the bytes: "ab","c" never hashes like "a","bc".
 * NULL text adds a distinct mark. */
void ept_hasher_add_field(ept_hasher *h, const char *text);
void ept_hasher_add_u64(ept_hasher *h, uint64_t value); /* 8 bytes, little endian */
void ept_hasher_end(ept_hasher *h, ept_hash *out);

void ept_hash_of(ept_hash *out, const void *bytes, size_t n);
bool ept_hash_eq(const ept_hash *a, const ept_hash *b);
void ept_hash_hex(const ept_hash *hash, char out[EPT_HASH_HEX]);
bool ept_hash_parse(ept_hash *out, const char *hex);
/* The first 8 bytes as a number, little endian: for shuffle keys and seeds. */
uint64_t ept_hash_u64(const ept_hash *hash);

/* Argon2id (16 MiB, opslimit 3). EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_pin_hash(char out[EPT_PIN_HASH_CHARS], const char *pin);
bool ept_pin_check(const char *hash, const char *pin);

void ept_random_bytes(void *out, size_t n);
uint64_t ept_random_u64(void);

#endif
