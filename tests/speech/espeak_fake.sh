#!/bin/sh
# SPDX-License-Identifier: MIT
# Stands in for espeak-ng: EPT_FAKE_ESPEAK says what is wrong with it.
case $1 in
--version)
    version=1.51
    [ "$EPT_FAKE_ESPEAK" = old ] && version=1.49.2
    [ "$EPT_FAKE_ESPEAK" = new ] && version=2.0-dev
    [ "$EPT_FAKE_ESPEAK" = nameless ] && version=unknown
    echo "eSpeak NG text-to-speech: $version  Data at: /usr/share"
    exit 0 ;;
--voices=ko)
    echo 'Pty Language       Age/Gender VoiceName          File                 Other Languages'
    [ "$EPT_FAKE_ESPEAK" = voiceless ] || echo ' 5  ko              --/M      Korean             ko'
    exit 0 ;;
--voices=variant)
    for v in m3 m33 m7 f2 linda; do
        echo " 5  variant         --/M      somebody           !v/$v             "
    done
    [ "$EPT_FAKE_ESPEAK" = narratorless ] || echo ' 5  variant 50/M      male8              !v/m8 '
    exit 0 ;;
esac
for out; do :; done # the last argument
case " $* " in
*' -x '*) # names of phonemes are said back
    [ "$EPT_FAKE_ESPEAK" = soundless ] && echo 'k g q- n t d' || sed "s/[][]//g; s/ i\$/ 'i/" "$out"
    exit 0 ;;
esac
case $EPT_FAKE_ESPEAK in
failing) echo 'Error: out of voice' >&2; exit 3 ;;
silent)
    # 0.1 s at 8000 Hz: 44 bytes of head, 1600 of zeros
    printf 'RIFF\144\006\000\000WAVEfmt \020\000\000\000\001\000\001\000\100\037\000\000' >"$out"
    printf '\200\076\000\000\002\000\020\000data\100\006\000\000' >>"$out"
    head -c 1600 /dev/zero >>"$out" ;;
rubbish) echo 'no sound at all' >"$out" ;;
esac
exit 0
