# Settings that every target shares, and the two functions that make them: one static library a folder, one program a test.
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

option(FRONTDESK_TESTS "Build the tests" ON)
option(FRONTDESK_WERROR "Treat warnings as errors" OFF)
set(FRONTDESK_SANITIZE "" CACHE STRING "address;undefined or thread")

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Two checkouts share one cache; precompiled headers need the two sloppinesses.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
foreach(linker mold lld)
  find_program(LINKER_${linker} NAMES ${linker} ld.${linker})
  if(LINKER_${linker})
    add_link_options(-fuse-ld=${linker})
    break()
  endif()
endforeach()

# g++ 12 takes the unused alternatives of a moved std::variant for uninitialized reads.
add_compile_options(-Wno-maybe-uninitialized)
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${FRONTDESK_WERROR}>:-Werror>)
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
                        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(FRONTDESK_SANITIZE)
  list(JOIN FRONTDESK_SANITIZE "," sanitizers)
  add_compile_options(-fsanitize=${sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${sanitizers})
endif()

# frontdesk_library(NAME [QT modules…] LINKS targets…): the sources of the current folder as the static library frontdesk_NAME.
function(frontdesk_library name)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(frontdesk_${name} STATIC ${sources})
  target_include_directories(frontdesk_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(frontdesk_${name} PUBLIC ${arg_LINKS})
  target_precompile_headers(frontdesk_${name} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch_core.h)
endfunction()

# frontdesk_tests(LINKS targets…): every tst_*.cpp of the current folder becomes a program and a test of that name; the other sources
# of the folder are linked into each.
function(frontdesk_tests)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB programs CONFIGURE_DEPENDS tst_*.cpp)
  file(GLOB shared CONFIGURE_DEPENDS *.cpp *.h)
  list(FILTER shared EXCLUDE REGEX "/tst_[^/]*$")
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
  foreach(source ${programs})
    cmake_path(GET source STEM test)
    add_executable(${test} ${source} ${shared})
    target_link_libraries(${test} PRIVATE frontdesk_test_support ${arg_LINKS} Qt6::Test)
    add_test(NAME ${folder}/${test} COMMAND ${test})
    set_tests_properties(${folder}/${test} PROPERTIES TIMEOUT 600 LABELS ${folder}
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Europe/Berlin;LC_ALL=C.UTF-8;FRONTDESK_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}"
      FAIL_REGULAR_EXPRESSION "SKIP   :")
  endforeach()
endfunction()
