# ept_module(NAME SOURCES ... DEPS modules... LIBS third-party...)
# One static library a module. LIBS stay private: another module that includes their headers does not
# compile, which is how the floors are kept besides the lint test.
function(ept_module name)
    cmake_parse_arguments(A "" "" "SOURCES;DEPS;LIBS" ${ARGN})
    add_library(ept_${name} STATIC ${A_SOURCES})
    target_link_libraries(ept_${name} PUBLIC ept_flags PRIVATE ${A_LIBS})
    foreach(dep ${A_DEPS})
        target_link_libraries(ept_${name} PUBLIC ept_${dep})
    endforeach()
    target_include_directories(ept_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR})
endfunction()

# ept_embed(MODULE FILE...) : each file becomes a C string constant `<module>_<name>` (dots and dashes
# to underscores) in <module>_embedded.h, generated at build time.
function(ept_embed module)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/${module}_embedded.h)
    set(inputs)
    foreach(f ${ARGN})
        list(APPEND inputs ${CMAKE_CURRENT_SOURCE_DIR}/${f})
    endforeach()
    string(REPLACE ";" "|" joined "${inputs}")
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DPREFIX=${module} "-DFILES=${joined}"
            -P ${PROJECT_SOURCE_DIR}/src/cmake/embed.cmake
        DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/src/cmake/embed.cmake VERBATIM)
    target_sources(ept_${module} PRIVATE ${out})
endfunction()
