# The core: tables compiled from core/data, and the library attune_core.

# The exceptions and type information that the core does without must not creep in natively either.
set(ATTUNE_CORE_OPTIONS $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
set(ATTUNE_TEXT_SOURCES
  ${PROJECT_SOURCE_DIR}/core/src/text/unicode.cpp
  ${PROJECT_SOURCE_DIR}/core/src/text/tokenizer.cpp)

# --- attune-tables: runs on the build machine, also in a cross build -----------------------------
if(CMAKE_CROSSCOMPILING)
  include(ExternalProject)
  ExternalProject_Add(attune_host_tools
    SOURCE_DIR ${PROJECT_SOURCE_DIR}
    BINARY_DIR ${PROJECT_BINARY_DIR}/host
    # The compilers of the cross build's environment must not leak into the host's.
    CMAKE_COMMAND ${CMAKE_COMMAND} -E env --unset=CC --unset=CXX ${CMAKE_COMMAND}
    CMAKE_ARGS -DATTUNE_HOST_TOOLS_ONLY=ON -DCMAKE_BUILD_TYPE=Release
               -DATTUNE_ICU_MAJOR=${ATTUNE_ICU_MAJOR}
    BUILD_COMMAND ${CMAKE_COMMAND} --build <BINARY_DIR> --target attune-tables
    BUILD_ALWAYS ON
    BUILD_BYPRODUCTS ${PROJECT_BINARY_DIR}/host/attune-tables
    INSTALL_COMMAND "")
  set(ATTUNE_TABLES_COMMAND ${PROJECT_BINARY_DIR}/host/attune-tables)
  set(ATTUNE_TABLES_DEPENDS attune_host_tools ${PROJECT_BINARY_DIR}/host/attune-tables)
else()
  file(GLOB compile_sources CONFIGURE_DEPENDS core/data/compile/*.cpp)
  add_executable(attune-tables ${compile_sources} ${ATTUNE_TEXT_SOURCES}
    ${PROJECT_SOURCE_DIR}/core/src/names.cpp ${PROJECT_SOURCE_DIR}/core/src/text/unpack.cpp)
  target_include_directories(attune-tables PRIVATE core/include core/src)
  target_link_libraries(attune-tables PRIVATE attune_icu)
  attune_add_break_rules(attune-tables)
  set(ATTUNE_TABLES_COMMAND $<TARGET_FILE:attune-tables>)
  set(ATTUNE_TABLES_DEPENDS attune-tables)
endif()
if(ATTUNE_HOST_TOOLS_ONLY)
  return()
endif()

# --- the tables as one block of bytes in a C++ file ------------------------------------------------------------
file(GLOB_RECURSE table_files CONFIGURE_DEPENDS core/data/*.tsv)
set(tables_cpp ${PROJECT_BINARY_DIR}/tables_block.cpp)
add_custom_command(
  OUTPUT ${tables_cpp}
  COMMAND ${ATTUNE_TABLES_COMMAND} ${PROJECT_SOURCE_DIR}/core/data ${tables_cpp}
  DEPENDS ${table_files} ${PROJECT_SOURCE_DIR}/core/data/model/reader.weights
          ${ATTUNE_TABLES_DEPENDS}
  COMMENT "Compiling the tables of core/data"
  VERBATIM)

# --- attune_core ---------------------------------------------------------------------------------
find_path(ATTUNE_NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT ATTUNE_NLOHMANN_DIR)
  message(FATAL_ERROR "nlohmann/json.hpp was not found (Debian: apt-get install nlohmann-json3-dev).")
endif()
# A folder of its own: a cross build must not see the rest of the system's headers.
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/nlohmann_include)
file(CREATE_LINK ${ATTUNE_NLOHMANN_DIR}/nlohmann ${PROJECT_BINARY_DIR}/nlohmann_include/nlohmann
  SYMBOLIC)

file(GLOB_RECURSE core_sources CONFIGURE_DEPENDS core/src/*.cpp)
add_library(attune_core STATIC ${core_sources} ${tables_cpp})
target_include_directories(attune_core PUBLIC core/include PRIVATE core/src)
target_include_directories(attune_core SYSTEM PRIVATE ${PROJECT_BINARY_DIR}/nlohmann_include)
target_compile_options(attune_core PRIVATE ${ATTUNE_CORE_OPTIONS})
target_compile_definitions(attune_core PRIVATE ATTUNE_VERSION="${PROJECT_VERSION}")
target_link_libraries(attune_core PRIVATE attune_icu)
attune_add_break_rules(attune_core)
