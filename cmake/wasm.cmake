# kith_wasm(name source…): a WebAssembly module of sources that build natively too, as build/…/wasm/name.wasm;
# its path goes into kith_<name>_module. With it goes src/wasm: what takes the place of an operating system.
#
# One object for each source, so that a change costs one compile. The module is a reactor (no main) and
# imports nothing; tools/build_web.mjs refuses it otherwise.
find_program(KITH_WASM_CXX NAMES clang++-19 REQUIRED)

set(kith_wasm_compile
  ${CCACHE} ${KITH_WASM_CXX} --target=wasm32-wasi -std=c++23 -O2 -msimd128 -DNDEBUG -fno-exceptions -fno-rtti
  -ffunction-sections -fdata-sections -fvisibility=hidden -fno-threadsafe-statics
  -I${CMAKE_SOURCE_DIR}/src -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
# A stack that a runaway depth meets first, and memory far beyond what a module could need.
set(kith_wasm_link
  ${KITH_WASM_CXX} --target=wasm32-wasi -mexec-model=reactor -O2
  -Wl,--gc-sections -Wl,--strip-all -Wl,--stack-first -Wl,-z,stack-size=262144 -Wl,--max-memory=268435456)

function(kith_wasm module_name)
  file(GLOB alone CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/wasm/*.cpp)
  set(sources ${ARGN} ${alone})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  set(module ${CMAKE_BINARY_DIR}/wasm/${module_name}.wasm)
  set(objects)
  foreach(source IN LISTS sources)
    file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/src ${source})
    set(object ${CMAKE_BINARY_DIR}/wasm/${module_name}/${name}.o)
    get_filename_component(folder ${object} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(
      OUTPUT ${object}
      COMMAND ${kith_wasm_compile} -MD -MF ${object}.d -c ${source} -o ${object}
      DEPENDS ${source}
      DEPFILE ${object}.d
      COMMENT "Building the ${module_name} module: ${name}"
      VERBATIM)
    list(APPEND objects ${object})
  endforeach()
  add_custom_command(
    OUTPUT ${module}
    COMMAND ${kith_wasm_link} ${objects} -o ${module}
    DEPENDS ${objects}
    COMMENT "Linking the ${module_name} module"
    VERBATIM)
  add_custom_target(${module_name}_module DEPENDS ${module})
  set(kith_${module_name}_module ${module} PARENT_SCOPE)
endfunction()
