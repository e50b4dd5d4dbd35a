# kith_assets: what the browser gets, built from web/ and embedded.
#
# Node runs only when something under web/, the tools or one of the modules has changed. The look-ups
# of assets.cpp are compiled in the folder's own library; this one holds the bytes.
find_program(KITH_NODE NAMES node nodejs REQUIRED)

set(kith_assets_source ${CMAKE_BINARY_DIR}/web/assets_table.cpp)
file(GLOB_RECURSE kith_web_sources CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/web/*.ts ${CMAKE_SOURCE_DIR}/web/*.css
  ${CMAKE_SOURCE_DIR}/web/icons/*.svg)

# Which icons the templates name; it changes more seldom than they do.
file(GLOB_RECURSE kith_markup CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.html ${CMAKE_SOURCE_DIR}/web/*.html)
set(kith_icon_sheet ${CMAKE_BINARY_DIR}/icons.svg)
add_custom_command(
  OUTPUT ${kith_icon_sheet}
  COMMAND ${KITH_NODE} ${CMAKE_SOURCE_DIR}/tools/icons.mjs --out ${kith_icon_sheet}
  DEPENDS ${kith_markup} ${CMAKE_SOURCE_DIR}/tools/icons.mjs
  VERBATIM)

add_custom_command(
  OUTPUT ${kith_assets_source}
  COMMAND ${KITH_NODE} ${CMAKE_SOURCE_DIR}/tools/build_web.mjs
          --out ${CMAKE_BINARY_DIR}/web --cpp ${kith_assets_source}
          --module ${kith_screening_module} --model ${CMAKE_SOURCE_DIR}/src/screen/model/kith.model
          --faces ${kith_faces_module}
  DEPENDS ${kith_web_sources} ${kith_icon_sheet} ${kith_screening_module} ${kith_screening_model}
          ${kith_faces_module} ${CMAKE_SOURCE_DIR}/tools/face_weights.mjs
          ${CMAKE_SOURCE_DIR}/tools/build_web.mjs
          ${CMAKE_SOURCE_DIR}/tools/write_asset_table.mjs
          ${CMAKE_SOURCE_DIR}/tools/draw_icons.mjs ${CMAKE_SOURCE_DIR}/tools/icons.mjs
          ${CMAKE_SOURCE_DIR}/package-lock.json
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  COMMENT "Building the script and the stylesheet"
  VERBATIM)

add_library(kith_assets STATIC ${kith_assets_source})
target_include_directories(kith_assets PUBLIC ${CMAKE_SOURCE_DIR}/src)
target_compile_features(kith_assets PUBLIC cxx_std_23)
