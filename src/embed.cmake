# Writes a C++ file that holds other files byte for byte (src/journal/embedded.h says for what).
#
#   cmake -DROOT=<folder> -DLIST=<file> -DOUT=<file.cc> -P embed.cmake
#
# LIST holds a ;-list of paths below ROOT. Each file becomes an array of characters, not a string
# literal: compilers need not take literals beyond 64 KiB, and no byte has to be escaped.
file(READ "${LIST}" paths)
list(SORT paths)

set(arrays "")
set(rows "")
set(count 0)
foreach(path IN LISTS paths)
  file(READ "${ROOT}/${path}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  # The last character stands in for an empty file's missing ones and is not counted.
  string(APPEND arrays "constexpr char file_${count}[] = {${bytes}'\\0'};  // ${path}\n")
  string(APPEND rows "    {\"${path}\", {file_${count}, ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()

set(text "// Made by src/embed.cmake: change the files, not this.\n#include \"journal/embedded.h\"\n\n")
string(APPEND text "#include <array>\n\nnamespace coach {\nnamespace {\n\n${arrays}\n")
string(APPEND text "constexpr std::array<EmbeddedFile, ${count}> files{{\n${rows}}};\n\n}  // namespace\n\n")
string(APPEND text "std::span<const EmbeddedFile> embedded_files() { return files; }\n\n}  // namespace coach\n")
file(WRITE "${OUT}" "${text}")
