# kith_folder(path links…): the library kith_<path> of a folder under src/, with all
# it holds, and the executable test_<path> of the *_test.cpp that stand beside.
#
# `links` are folders of ours (base, platform/http) or libraries. Sources are found
# by looking, so that adding a file needs no line here.
function(kith_target_name path result)
  string(REPLACE "/" "_" name "kith_${path}")
  set(${result} ${name} PARENT_SCOPE)
endfunction()

function(kith_folder path)
  kith_target_name(${path} name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${path}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")

  set(links)
  foreach(link IN LISTS ARGN)
    if(IS_DIRECTORY ${CMAKE_SOURCE_DIR}/src/${link})
      kith_target_name(${link} link)
    endif()
    list(APPEND links ${link})
  endforeach()

  if(sources)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${links} kith_options)
    target_precompile_headers(${name} PRIVATE <algorithm> <functional> <memory> <optional> <string> <string_view> <vector> <expected> <fmt/format.h>)
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} INTERFACE ${links} kith_options)
  endif()

  if(tests)
    string(REPLACE "kith_" "test_" test_name ${name})
    add_executable(${test_name} EXCLUDE_FROM_ALL ${tests})
    target_link_libraries(${test_name} PRIVATE ${name} kith_test_support GTest::gtest GTest::gtest_main)
    set_property(GLOBAL APPEND PROPERTY KITH_TESTS ${test_name})
    add_test(NAME ${test_name} COMMAND ${test_name})
  endif()
endfunction()

# What unit tests share: a PostgreSQL cluster in a temporary folder, and the like.
file(GLOB support CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
if(support)
  add_library(kith_test_support STATIC EXCLUDE_FROM_ALL ${support})
  target_include_directories(kith_test_support PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(kith_test_support PUBLIC fmt::fmt kith_options)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/tests/support/source_tree.cpp PROPERTIES
    COMPILE_DEFINITIONS KITH_SOURCE_TREE="${CMAKE_SOURCE_DIR}")
else()
  add_library(kith_test_support INTERFACE)
endif()
