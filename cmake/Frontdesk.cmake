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
  # These two cost a third of the compile time: a null pointer faults anyway and is reported, and nothing here is packed.
  if("undefined" IN_LIST FRONTDESK_SANITIZE)
    add_compile_options(-fno-sanitize=null,alignment)
  endif()
  add_link_options(-fsanitize=${sanitizers})
endif()

# frontdesk_library(NAME LINKS targets… [HEADERS file]): the sources of the current folder as the static library frontdesk_NAME. HEADERS: a
# precompiled header of its own in place of that of models/domain.
function(frontdesk_library name)
  cmake_parse_arguments(arg "" "HEADERS" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(frontdesk_${name} STATIC ${sources})
  target_include_directories(frontdesk_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(frontdesk_${name} PUBLIC ${arg_LINKS})
  if(arg_HEADERS)
    target_precompile_headers(frontdesk_${name} PRIVATE ${arg_HEADERS})
  else()
    target_precompile_headers(frontdesk_${name} REUSE_FROM frontdesk_domain)
  endif()
endfunction()

# frontdesk_tests(LINKS targets… [HEADERS file]): every tst_*.cpp of the current folder becomes a program and a test of that name. The other
# sources of the folder become a library that is linked into each. HEADERS: a precompiled header of the folder's own, or the target whose it shares, in
# place of that of tests/support; folders with windows need it, because QtTest is another there.
function(frontdesk_tests)
  cmake_parse_arguments(arg "" "HEADERS" "LINKS" ${ARGN})
  file(GLOB programs CONFIGURE_DEPENDS tst_*.cpp)
  file(GLOB shared CONFIGURE_DEPENDS *.cpp *.h)
  list(FILTER shared EXCLUDE REGEX "/tst_[^/]*$")
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
  set(headers frontdesk_test_support)
  if(TARGET "${arg_HEADERS}")
    set(headers ${arg_HEADERS})
    unset(arg_HEADERS)
  endif()
  set(links frontdesk_test_support ${arg_LINKS} Qt6::Test)
  if(shared MATCHES "[.]cpp")
    add_library(frontdesk_${folder}_tests STATIC ${shared})
    target_link_libraries(frontdesk_${folder}_tests PUBLIC ${links})
    if(arg_HEADERS)
      target_precompile_headers(frontdesk_${folder}_tests PRIVATE ${arg_HEADERS})
      set(headers frontdesk_${folder}_tests)
    else()
      target_precompile_headers(frontdesk_${folder}_tests REUSE_FROM ${headers})
    endif()
    set(links frontdesk_${folder}_tests)
  endif()
  foreach(source ${programs})
    cmake_path(GET source STEM test)
    add_executable(${test} ${source})
    target_link_libraries(${test} PRIVATE ${links})
    target_precompile_headers(${test} REUSE_FROM ${headers})
    add_test(NAME ${folder}/${test} COMMAND ${test})
    set_tests_properties(${folder}/${test} PROPERTIES TIMEOUT 600 LABELS ${folder}
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Europe/Berlin;LC_ALL=C.UTF-8;FRONTDESK_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}"
      FAIL_REGULAR_EXPRESSION "SKIP   :")
  endforeach()
endfunction()
