# Libraries from Debian. Which folder may include which is said in layers.txt.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(PostgreSQL 15 REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(GTest REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(CTEMPLATE REQUIRED IMPORTED_TARGET libctemplate)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)

add_library(sodium ALIAS PkgConfig::SODIUM)
add_library(ctemplate ALIAS PkgConfig::CTEMPLATE)
add_library(deflate ALIAS PkgConfig::DEFLATE)
add_library(expat ALIAS PkgConfig::EXPAT)
add_library(zip ALIAS PkgConfig::ZIP)

find_library(MD4C_LIBRARY md4c REQUIRED)
add_library(md4c INTERFACE)
target_link_libraries(md4c INTERFACE ${MD4C_LIBRARY})

# Header only.
add_library(nlohmann_json INTERFACE)
add_library(cli11 INTERFACE)
add_library(toml11 INTERFACE)
add_library(boost_beast INTERFACE)
target_link_libraries(boost_beast INTERFACE Threads::Threads)
