# The detector of faces as a WebAssembly module. The server does not run it: natively it is built for its tests alone.
file(GLOB_RECURSE kith_faces_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/faces/*.cpp)
kith_wasm(faces ${kith_faces_sources})
