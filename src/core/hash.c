/* SPDX-License-Identifier: MIT */
/* hash.c - SHA-256, PIN hashes and random bytes by libsodium, whose types stay in this file. A PIN
 * keeps out a neighbour, so Argon2id runs with little memory: an old PC must answer at once. */
#include "epstopik/hash.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

enum { PIN_MEMORY_BYTES = 16 * 1024 * 1024, PIN_PASSES = 3, U64_BYTES = 8 };

static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(ept_hasher), "the state has room");
static_assert(crypto_hash_sha256_BYTES == EPT_HASH_BYTES, "a hash has room");
static_assert(crypto_pwhash_STRBYTES == EPT_PIN_HASH_CHARS, "a PIN hash has room");

/* Without random numbers from the system there is nothing to go on with. */
static void need_sodium(void)
{
    if (sodium_init() < 0) {
        abort();
    }
}

static void put_u64(uint8_t out[U64_BYTES], uint64_t value)
{
    for (int i = 0; i < U64_BYTES; i++) {
        out[i] = (uint8_t)(value >> (8 * i));
    }
}

void ept_hasher_init(ept_hasher *h)
{
    crypto_hash_sha256_state state;

    memset(h, 0, sizeof *h);
    crypto_hash_sha256_init(&state);
    memcpy(h->state, &state, sizeof state);
}

void ept_hasher_add(ept_hasher *h, const void *bytes, size_t n)
{
    crypto_hash_sha256_state state;

    if (n == 0) {
        return;
    }
    memcpy(&state, h->state, sizeof state);
    crypto_hash_sha256_update(&state, bytes, n);
    memcpy(h->state, &state, sizeof state);
}

void ept_hasher_add_field(ept_hasher *h, const char *text)
{
    size_t n = text ? strlen(text) : 0;

    ept_hasher_add_u64(h, text ? n : UINT64_MAX);
    ept_hasher_add(h, text, n);
}

void ept_hasher_add_u64(ept_hasher *h, uint64_t value)
{
    uint8_t bytes[U64_BYTES];

    put_u64(bytes, value);
    ept_hasher_add(h, bytes, sizeof bytes);
}

void ept_hasher_end(ept_hasher *h, ept_hash *out)
{
    crypto_hash_sha256_state state;

    memcpy(&state, h->state, sizeof state);
    crypto_hash_sha256_final(&state, out->b);
}

void ept_hash_of(ept_hash *out, const void *bytes, size_t n)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add(&h, bytes, n);
    ept_hasher_end(&h, out);
}

bool ept_hash_eq(const ept_hash *a, const ept_hash *b)
{
    return memcmp(a->b, b->b, EPT_HASH_BYTES) == 0;
}

void ept_hash_hex(const ept_hash *hash, char out[EPT_HASH_HEX])
{
    sodium_bin2hex(out, EPT_HASH_HEX, hash->b, EPT_HASH_BYTES);
}

bool ept_hash_parse(ept_hash *out, const char *hex)
{
    ept_hash parsed;
    size_t n = 0;

    if (!hex || strlen(hex) != EPT_HASH_HEX - 1 ||
        sodium_hex2bin(parsed.b, sizeof parsed.b, hex, EPT_HASH_HEX - 1, NULL, &n, NULL) != 0 ||
        n != EPT_HASH_BYTES) {
        return false;
    }
    *out = parsed;
    return true;
}

uint64_t ept_hash_u64(const ept_hash *hash)
{
    uint64_t value = 0;

    for (int i = 0; i < U64_BYTES; i++) {
        value |= (uint64_t)hash->b[i] << (8 * i);
    }
    return value;
}

ept_status ept_pin_hash(char out[EPT_PIN_HASH_CHARS], const char *pin)
{
    need_sodium();
    memset(out, 0, EPT_PIN_HASH_CHARS);
    if (crypto_pwhash_str_alg(out, pin, strlen(pin), PIN_PASSES, PIN_MEMORY_BYTES,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return ept_fail(EPT_E_NOMEM, "hash a PIN: no memory");
    }
    return EPT_OK;
}

bool ept_pin_check(const char *hash, const char *pin)
{
    char whole[EPT_PIN_HASH_CHARS] = {0};

    if (!hash || !pin || strlen(hash) >= sizeof whole) {
        return false;
    }
    need_sodium();
    memcpy(whole, hash, strlen(hash));
    return crypto_pwhash_str_verify(whole, pin, strlen(pin)) == 0;
}

void ept_random_bytes(void *out, size_t n)
{
    need_sodium();
    randombytes_buf(out, n);
}

uint64_t ept_random_u64(void)
{
    uint64_t value;

    ept_random_bytes(&value, sizeof value);
    return value;
}
