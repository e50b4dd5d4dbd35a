# The screening engine as a WebAssembly module, from the same sources as the native one.
#
# One object for each source, so that a change costs one compile. The module is a reactor (no main) and
# imports nothing; tools/build_web.mjs refuses it otherwise.
find_program(KITH_WASM_CXX NAMES clang++-19 REQUIRED)

set(kith_screening_module ${CMAKE_BINARY_DIR}/screening/screening.wasm)
set(kith_screening_compile
  ${CCACHE} ${KITH_WASM_CXX} --target=wasm32-wasi -std=c++23 -O2 -msimd128 -DNDEBUG -fno-exceptions -fno-rtti
  -ffunction-sections -fdata-sections -fvisibility=hidden -fno-threadsafe-statics
  -I${CMAKE_SOURCE_DIR}/src -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
# A stack that a runaway depth meets first, and memory far beyond what a post could need.
set(kith_screening_link
  ${KITH_WASM_CXX} --target=wasm32-wasi -mexec-model=reactor -O2
  -Wl,--gc-sections -Wl,--strip-all -Wl,--stack-first -Wl,-z,stack-size=262144 -Wl,--max-memory=268435456)

file(GLOB_RECURSE kith_screening_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/screen/*.cpp)
list(FILTER kith_screening_sources EXCLUDE REGEX "_test\\.cpp$")
set(kith_screening_objects)
foreach(source IN LISTS kith_screening_sources)
  file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/src/screen ${source})
  set(object ${CMAKE_BINARY_DIR}/screening/${name}.o)
  get_filename_component(folder ${object} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(
    OUTPUT ${object}
    COMMAND ${kith_screening_compile} -MD -MF ${object}.d -c ${source} -o ${object}
    DEPENDS ${source}
    DEPFILE ${object}.d
    COMMENT "Building the screening module: ${name}"
    VERBATIM)
  list(APPEND kith_screening_objects ${object})
endforeach()

add_custom_command(
  OUTPUT ${kith_screening_module}
  COMMAND ${kith_screening_link} ${kith_screening_objects} -o ${kith_screening_module}
  DEPENDS ${kith_screening_objects}
  COMMENT "Linking the screening module"
  VERBATIM)
add_custom_target(screening_module DEPENDS ${kith_screening_module})

# What the engine has learnt is embedded natively (#embed). Neither ninja nor ccache sees into that, so
# the file's hash stands in the command.
file(GLOB kith_screening_model CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/screen/model/kith.model)
set(kith_screening_model_hash none)
if(kith_screening_model)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${kith_screening_model})
  file(SHA256 ${kith_screening_model} kith_screening_model_hash)
endif()
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/screen/model/embedded_model.cpp PROPERTIES
  COMPILE_DEFINITIONS KITH_MODEL_SHA256=${kith_screening_model_hash})
