// The files that travel inside the binary: templates, help topics and the example journal. Made at
// build time by src/embed.cmake from the files themselves, so that nothing is copied by hand.
#pragma once

#include <span>
#include <string_view>

namespace coach {

/// One file, byte for byte as it lies in the source tree.
struct EmbeddedFile {
  std::string_view path;  // from the root of the tree: "templates/rubrics/blank-4.toml"
  std::string_view text;
};

/// All of them, sorted by path. They live as long as the program.
std::span<const EmbeddedFile> embedded_files();

}  // namespace coach
