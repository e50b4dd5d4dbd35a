# The screening engine as a WebAssembly module, from the same sources as the native one.
file(GLOB_RECURSE kith_screening_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/screen/*.cpp)
kith_wasm(screening ${kith_screening_sources})

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
