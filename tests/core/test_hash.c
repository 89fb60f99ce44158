/* SPDX-License-Identifier: MIT */
/* test_hash.c - SHA-256 against published digests, fields that cannot be confused, PIN hashes. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/hash.h"

static void expect_hex(const char *expected, const ept_hash *hash)
{
    char hex[EPT_HASH_HEX];

    ept_hash_hex(hash, hex);
    assert_string_equal(expected, hex);
}

/* FIPS 180-2, appendix B, and the digest of nothing. */
static void hash__of__published_digests(void **state)
{
    (void)state;
    ept_hash hash;

    ept_hash_of(&hash, "", 0);
    expect_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", &hash);
    ept_hash_of(&hash, "abc", 3);
    expect_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", &hash);
    ept_hash_of(&hash, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56);
    expect_hex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", &hash);
}

static void hash__hasher__takes_pieces(void **state)
{
    (void)state;
    char piece[1000];
    ept_hasher h;
    ept_hash hash;

    memset(piece, 'a', sizeof piece);
    ept_hasher_init(&h);
    for (int i = 0; i < 1000; i++) {
        ept_hasher_add(&h, piece, (size_t)i % 1000);
        ept_hasher_add(&h, piece, 1000 - (size_t)i % 1000);
    }
    ept_hasher_add(&h, NULL, 0);
    ept_hasher_end(&h, &hash);

    expect_hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", &hash);
}

static ept_hash of_fields(const char *a, const char *b)
{
    ept_hasher h;
    ept_hash hash;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, a);
    ept_hasher_add_field(&h, b);
    ept_hasher_end(&h, &hash);
    return hash;
}

static void hash__field__is_never_confused(void **state)
{
    (void)state;
    const ept_hash all[] = {
        of_fields("ab", "c"), of_fields("a", "bc"),   of_fields("abc", ""),
        of_fields("", "abc"), of_fields("abc", NULL), of_fields(NULL, "abc"),
        of_fields("", ""),    of_fields(NULL, ""),    of_fields(NULL, NULL),
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t j = 0; j < sizeof all / sizeof *all; j++) {
            assert_int_equal(i == j, ept_hash_eq(&all[i], &all[j]));
        }
    }
}

static void hash__numbers__are_little_endian(void **state)
{
    (void)state;
    ept_hasher h;
    ept_hash by_parts, whole;

    ept_hasher_init(&h);
    ept_hasher_add_u64(&h, UINT64_C(0x0807060504030201));
    ept_hasher_add_field(&h, "xy");
    ept_hasher_end(&h, &by_parts);
    ept_hash_of(&whole, "\1\2\3\4\5\6\7\10\2\0\0\0\0\0\0\0xy", 18);

    assert_true(ept_hash_eq(&whole, &by_parts));
    ept_hash known = {{1, 2, 3, 4, 5, 6, 7, 8, 99}};
    assert_true(ept_hash_u64(&known) == UINT64_C(0x0807060504030201));
}

static void hash__parse__comes_back(void **state)
{
    (void)state;
    ept_hash hash, back = {{0}};
    char hex[EPT_HASH_HEX];

    ept_hash_of(&hash, "x", 1);
    ept_hash_hex(&hash, hex);
    assert_true(ept_hash_parse(&back, hex));
    assert_true(ept_hash_eq(&hash, &back));

    ept_hash kept = back;
    assert_false(ept_hash_parse(&back, NULL));
    assert_false(ept_hash_parse(&back, ""));
    assert_false(ept_hash_parse(&back, hex + 1));
    hex[63] = 'g';
    assert_false(ept_hash_parse(&back, hex));
    hex[63] = ' ';
    assert_false(ept_hash_parse(&back, hex));
    assert_true(ept_hash_eq(&kept, &back));
}

static void hash__pin__knows_its_pin_only(void **state)
{
    (void)state;
    char first[EPT_PIN_HASH_CHARS], second[EPT_PIN_HASH_CHARS];

    assert_ok(ept_pin_hash(first, "1234"));
    assert_ok(ept_pin_hash(second, "1234"));

    assert_string_not_equal(first, second); /* salted */
    assert_non_null(strstr(first, "$argon2id$"));
    assert_non_null(strstr(first, "m=16384,t=3"));
    assert_null(strstr(first, "1234"));
    assert_true(ept_pin_check(first, "1234"));
    assert_true(ept_pin_check(second, "1234"));
    assert_false(ept_pin_check(first, "1235"));
    assert_false(ept_pin_check(first, ""));
    assert_false(ept_pin_check(first, NULL));
}

static void hash__pin__refuses_no_hash(void **state)
{
    (void)state;
    char overlong[300];

    memset(overlong, 'x', sizeof overlong - 1);
    overlong[sizeof overlong - 1] = '\0';
    assert_false(ept_pin_check(NULL, "1234"));
    assert_false(ept_pin_check("", "1234"));
    assert_false(ept_pin_check("$argon2id$", "1234"));
    assert_false(ept_pin_check(overlong, "1234"));
}

static void hash__random__differs(void **state)
{
    (void)state;
    uint8_t a[32] = {0}, b[32] = {0};

    ept_random_bytes(a, sizeof a);
    ept_random_bytes(b, sizeof b);
    assert_memory_not_equal(a, b, sizeof a);
    assert_true(ept_random_u64() != ept_random_u64());
    ept_random_bytes(a, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash__of__published_digests),
        cmocka_unit_test(hash__hasher__takes_pieces),
        cmocka_unit_test(hash__field__is_never_confused),
        cmocka_unit_test(hash__numbers__are_little_endian),
        cmocka_unit_test(hash__parse__comes_back),
        cmocka_unit_test(hash__pin__knows_its_pin_only),
        cmocka_unit_test(hash__pin__refuses_no_hash),
        cmocka_unit_test(hash__random__differs),
    };
    return cmocka_run_group_tests_name("core.hash", tests, NULL, NULL);
}
