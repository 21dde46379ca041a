# Finds Emscripten's own toolchain file: of an activated emsdk (EMSDK), or of the emcc that is
# installed, as Debian does.
if(DEFINED ENV{EMSDK})
  set(candidates "$ENV{EMSDK}/upstream/emscripten")
else()
  find_program(ATTUNE_EMCC emcc)
  if(ATTUNE_EMCC)
    get_filename_component(emcc_real "${ATTUNE_EMCC}" REALPATH)
    get_filename_component(candidates "${emcc_real}" DIRECTORY)
  endif()
  list(APPEND candidates /usr/share/emscripten)
endif()

set(emscripten_toolchain "")
foreach(root IN LISTS candidates)
  if(EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
    set(emscripten_toolchain "${root}/cmake/Modules/Platform/Emscripten.cmake")
    break()
  endif()
endforeach()

if(NOT emscripten_toolchain)
  message(FATAL_ERROR
    "Emscripten was not found (looked in: ${candidates}). Run tests/lib/setup on Debian 12, or "
    "activate an emsdk so that EMSDK is set.")
endif()

include("${emscripten_toolchain}")
