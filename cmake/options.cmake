# How everything is compiled.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR "Kith builds with clang 19 (bin/setup installs it): g++ 12 frees captured state twice around co_await.")
endif()

set(KITH_SANITIZE "" CACHE STRING "address,undefined or thread")

add_library(kith_options INTERFACE)
target_compile_options(kith_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wconversion;-Wno-sign-conversion;-Wshadow;-Wno-gnu-statement-expression;-Wno-missing-field-initializers;-Werror=unused-result;-Werror=return-type>
  -fno-omit-frame-pointer -fstack-protector-strong)
target_link_options(kith_options INTERFACE -fuse-ld=lld-19)
if(KITH_SANITIZE)
  add_compile_options(-fsanitize=${KITH_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${KITH_SANITIZE})
endif()
set(KITH_FUZZ OFF CACHE BOOL "whether libFuzzer is to see which way an input went (bin/fuzz)")
if(KITH_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(kith_options INTERFACE -D_FORTIFY_SOURCE=2)
  target_link_options(kith_options INTERFACE -Wl,-z,relro,-z,now -pie)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # A precompiled header changes its time, not its meaning: without this ccache keeps nothing of what uses one.
  set(with_ccache ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${with_ccache})
  set(CMAKE_C_COMPILER_LAUNCHER ${with_ccache})
  add_compile_options("SHELL:$<$<COMPILE_LANGUAGE:CXX>:-Xclang -fno-pch-timestamp>")
endif()
