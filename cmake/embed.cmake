# Templates, migrations and what is promised about disclosure inside the binary: one file to deploy.
# tools/embed_texts.mjs writes one C++ file with `kith::embedded::templates()` and `migrations()`.
find_program(NODE node REQUIRED)
file(GLOB_RECURSE KITH_PAGES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.html)
file(GLOB KITH_MIGRATIONS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
set(KITH_DISCLOSURE ${CMAKE_SOURCE_DIR}/docs/operating/disclosure.md)
set(embedded ${CMAKE_BINARY_DIR}/generated/embedded.cpp)
add_custom_command(
  OUTPUT ${embedded}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/embed_texts.mjs ${embedded} ${KITH_PAGES} ${KITH_MIGRATIONS} ${KITH_DISCLOSURE}
  DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed_texts.mjs ${CMAKE_SOURCE_DIR}/tools/icons.mjs ${kith_icon_sheet} ${KITH_PAGES} ${KITH_MIGRATIONS} ${KITH_DISCLOSURE}
  VERBATIM)
add_library(kith_embedded STATIC ${embedded})
target_link_libraries(kith_embedded PUBLIC kith_platform_html kith_platform_sql kith_options)
target_include_directories(kith_embedded PUBLIC ${CMAKE_SOURCE_DIR}/src)
