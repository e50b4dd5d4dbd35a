# SQLite3 Multiple Ciphers, one C file from npm, pinned by hash: Debian's own SQLite
# 3.40.1 has the WAL-reset corruption bug, mended in 3.51.3.
set(KITH_SQLITE ${CMAKE_SOURCE_DIR}/node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3)
set(KITH_SQLITE_SHA256 ad84d2c24540cf62ea27ee414911a32963390769bd031f39a50aec0ad90614a0)
if(NOT EXISTS ${KITH_SQLITE}/sqlite3.c)
  message(FATAL_ERROR "SQLite's source is not there. Run bin/setup.")
endif()
file(SHA256 ${KITH_SQLITE}/sqlite3.c sqlite_hash)
if(NOT sqlite_hash STREQUAL KITH_SQLITE_SHA256)
  message(FATAL_ERROR "SQLite's source is not the one that Kith was tested with. Run: npm ci")
endif()

add_library(kith_sqlite3 STATIC ${KITH_SQLITE}/sqlite3.c)
target_include_directories(kith_sqlite3 SYSTEM PUBLIC ${KITH_SQLITE})
target_compile_options(kith_sqlite3 PRIVATE -w -O2 -fno-sanitize=all)
# https://sqlite.org/compile.html#recommended_compile_time_options, where they fit several connections.
target_compile_definitions(kith_sqlite3 PRIVATE
  SQLITE_THREADSAFE=2 SQLITE_DQS=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1
  SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_MAX_EXPR_DEPTH=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_USE_ALLOCA SQLITE_SECURE_DELETE SQLITE_TEMP_STORE=3 SQLITE_ENABLE_FTS5
  SQLITE_ENABLE_MATH_FUNCTIONS HAVE_USLEEP=1 CODEC_TYPE=CODEC_TYPE_CHACHA20)
target_link_libraries(kith_sqlite3 PUBLIC Threads::Threads ${CMAKE_DL_LIBS} m)
