// Pages to text: for a terminal, for --plain, as Markdown. Everything that is printed is made safe
// here.
#pragma once

#include <string>

#include "view/document.h"

namespace coach {

enum class Format { table, markdown, csv, json };

/// How a stream wants it.
struct Rendering {
  int width = 0;  // columns; 0: none, rows are never cut or wrapped and drawings take 80
  bool colour = false;
  bool ascii = false;  // glyphs of ours in ASCII, letters of the data that it lacks as \u{...}
  bool plain = false;  // one line a row, never wrapped or cut
};

std::string render_terminal(const Page& page, const Rendering& how);
std::string render_markdown(const Page& page);

}  // namespace coach
