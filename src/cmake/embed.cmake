cmake_minimum_required(VERSION 3.25)
# Writes OUT: one `static const char PREFIX_name[]` for each of FILES (separated by |).
string(REPLACE "|" ";" files "${FILES}")
set(text "/* Generated from the files named below; edit those. */\n")
foreach(file ${files})
    get_filename_component(name ${file} NAME)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" id ${name})
    file(READ ${file} body HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," body "${body}")
    string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" body "${body}")
    string(APPEND text "static const unsigned char ${PREFIX}_${id}_bytes[] = {\n${body}0x00};\n"
        "#define ${PREFIX}_${id} ((const char *)${PREFIX}_${id}_bytes)\n")
endforeach()
file(WRITE ${OUT} "${text}")
