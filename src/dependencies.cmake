# The libraries that `coach` stands on, as the list `coach_libraries`: the system's own where it has
# them, else a pinned release by its hash. -DCOACH_OFFLINE=ON forbids fetching.
option(COACH_OFFLINE "fail rather than fetch a library that the system lacks" OFF)
set(coach_libraries "")

include(FetchContent)
find_package(PkgConfig QUIET)

# Says what is fetched, or stops where that is forbidden.
function(coach_fetches name)
  if(COACH_OFFLINE)
    message(FATAL_ERROR "${name} is not installed, and COACH_OFFLINE forbids fetching it. "
                        "On Debian, tests/setup.sh installs all that is needed.")
  endif()
  message(STATUS "${name} is not installed: fetching a pinned release")
endfunction()

# A release of a project that CMake builds, without its tests and without its install rules.
macro(coach_fetch name url hash)
  coach_fetches(${name})
  FetchContent_Declare(${name} URL ${url} URL_HASH SHA256=${hash})
  FetchContent_GetProperties(${name})
  if(NOT ${name}_POPULATED)
    FetchContent_Populate(${name})
    add_subdirectory(${${name}_SOURCE_DIR} ${${name}_BINARY_DIR} EXCLUDE_FROM_ALL)
  endif()
endmacro()

find_package(CLI11 QUIET)
if(NOT CLI11_FOUND)
  coach_fetch(cli11 https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.1.2.tar.gz
              26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb)
endif()
list(APPEND coach_libraries CLI11::CLI11)

find_package(fmt QUIET)
if(NOT fmt_FOUND)
  coach_fetch(fmt https://github.com/fmtlib/fmt/archive/refs/tags/9.1.0.tar.gz
              5dea48d1fcddc3ec571ce2058e13910a0d4a6bab4cc09a809d8b1dd1c88ae6f2)
endif()
list(APPEND coach_libraries fmt::fmt)

find_package(nlohmann_json QUIET)
if(NOT nlohmann_json_FOUND)
  coach_fetch(json https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
              8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f)
endif()
list(APPEND coach_libraries nlohmann_json::nlohmann_json)

# toml++ 3.3 alone: its faults were measured and are worked around (src/toml/).
find_path(TOMLPP_INCLUDE toml++/toml.h)
if(NOT TOMLPP_INCLUDE)
  coach_fetch(tomlplusplus https://github.com/marzer/tomlplusplus/archive/refs/tags/v3.3.0.tar.gz
              fc1a5eb410f3c67e90e5ad1264a1386d020067cfb01b633cc8c0441789aa6cf2)
  set(TOMLPP_INCLUDE ${tomlplusplus_SOURCE_DIR}/include CACHE PATH "where toml++ lies" FORCE)
endif()
add_library(coach_tomlplusplus INTERFACE)
target_include_directories(coach_tomlplusplus SYSTEM INTERFACE ${TOMLPP_INCLUDE})
list(APPEND coach_libraries coach_tomlplusplus)

if(PKG_CONFIG_FOUND)
  pkg_check_modules(utf8proc QUIET IMPORTED_TARGET libutf8proc)
  pkg_check_modules(sodium QUIET IMPORTED_TARGET libsodium)
endif()
if(TARGET PkgConfig::utf8proc)
  list(APPEND coach_libraries PkgConfig::utf8proc)
else()
  enable_language(C)
  coach_fetch(utf8proc https://github.com/JuliaStrings/utf8proc/archive/refs/tags/v2.8.0.tar.gz
              a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc)
  target_include_directories(utf8proc SYSTEM INTERFACE ${utf8proc_SOURCE_DIR})
  list(APPEND coach_libraries utf8proc)
endif()

# libsodium is built by its own configure script.
if(TARGET PkgConfig::sodium)
  list(APPEND coach_libraries PkgConfig::sodium)
else()
  coach_fetches(libsodium)
  include(ExternalProject)
  set(sodium_prefix ${CMAKE_BINARY_DIR}/sodium)
  ExternalProject_Add(sodium_release
    URL https://github.com/jedisct1/libsodium/releases/download/1.0.18-RELEASE/libsodium-1.0.18.tar.gz
    URL_HASH SHA256=6f504490b342a4f8a4c4a02fc9b866cbef8622d5df4e5452b46be121e46636c1
    CONFIGURE_COMMAND <SOURCE_DIR>/configure --prefix=${sodium_prefix} --disable-shared --enable-static
    BUILD_COMMAND make
    INSTALL_COMMAND make install
    BUILD_BYPRODUCTS ${sodium_prefix}/lib/libsodium.a)
  file(MAKE_DIRECTORY ${sodium_prefix}/include)
  add_library(coach_sodium STATIC IMPORTED)
  set_target_properties(coach_sodium PROPERTIES IMPORTED_LOCATION ${sodium_prefix}/lib/libsodium.a)
  target_include_directories(coach_sodium SYSTEM INTERFACE ${sodium_prefix}/include)
  add_dependencies(coach_sodium sodium_release)
  list(APPEND coach_libraries coach_sodium)
endif()

# One file that needs no other starts in half the time of one that looks for its libraries. Debian
# has archives of utf8proc and libsodium; its fmt is a shared library, so its body is compiled here.
include(CheckCXXSourceCompiles)
option(COACH_STATIC "link the program statically where that can be done" ON)
find_library(UTF8PROC_ARCHIVE libutf8proc.a)
find_library(SODIUM_ARCHIVE libsodium.a)
if(COACH_STATIC AND NOT COACH_SANITIZE AND NOT APPLE)
  set(CMAKE_REQUIRED_FLAGS -fPIE)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
  check_cxx_source_compiles("#include <string>\nint main() { return std::string(1, 'a').size() - 1; }"
                            COACH_LINKS_STATICALLY)
  unset(CMAKE_REQUIRED_FLAGS)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
endif()
get_target_property(fmt_kind fmt::fmt TYPE)
if(COACH_LINKS_STATICALLY AND UTF8PROC_ARCHIVE AND SODIUM_ARCHIVE AND fmt_kind STREQUAL "SHARED_LIBRARY"
   AND fmt_VERSION VERSION_LESS 10)
  set(coach_static ON)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  get_target_property(fmt_include fmt::fmt INTERFACE_INCLUDE_DIRECTORIES)
  add_library(coach_fmt STATIC src/fmt.cpp)
  target_include_directories(coach_fmt SYSTEM PUBLIC ${fmt_include})
  list(REMOVE_ITEM coach_libraries fmt::fmt PkgConfig::utf8proc PkgConfig::sodium)
  list(APPEND coach_libraries coach_fmt ${UTF8PROC_ARCHIVE} ${SODIUM_ARCHIVE})
endif()
