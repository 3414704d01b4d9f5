// Pages as GitHub Markdown. Whatever comes from a page is escaped: data cannot become markup, a
// link or a mention.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "view/render.h"

namespace coach {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where the number of an ordered list would end: "12." and "12)".
std::size_t list_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  const bool ends = end > 0 && end < text.size() && (text[end] == '.' || text[end] == ')');
  return ends ? end : std::string_view::npos;
}

/// What GitHub would link by itself: "http://", "www.".
bool starts_link(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at + 1).starts_with("//");
  return text[at] == '.' && at >= 3 && folded(text.substr(at - 3, 3)) == "www";
}

std::string escaped(std::string_view raw) {
  const std::string text = visible_line(raw);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool markup = std::string_view("\\`*_[]<>#|~&$@").find(text[i]) != std::string_view::npos;
    if (markup || starts_link(text, i)) out += '\\';
    out += text[i];
  }
  return out;
}

std::string text_of(const Line& line) {
  std::string text;
  for (const auto& piece : line) text += piece.text;
  return escaped(text);
}

/// At the start of a line a few more signs are markup, and four blanks are code.
std::string line_start(std::string text) {
  text = trimmed(text);
  if (text.empty()) return text;
  if (text[0] == '-' || text[0] == '+' || text[0] == '=') return '\\' + text;
  if (const auto at = list_number(text); at != std::string_view::npos) text.insert(at, 1, '\\');
  return text;
}

std::string cell_text(const Cell& cell) {
  if (const auto* track = std::get_if<Track>(&cell)) return in_words(*track);
  if (const auto* trend = std::get_if<Trend>(&cell)) return in_words(*trend);
  return std::string(trimmed(text_of(std::get<Line>(cell))));
}

class MarkdownPage {
 public:
  std::string rendered(const Page& page) {
    for (const auto& block : page.blocks) std::visit([&](const auto& one) { add(one); }, block);
    return std::move(out_);
  }

 private:
  /// A block stands between blank lines.
  void put(const std::string& text) {
    if (text.empty()) return;
    if (!out_.empty()) out_ += '\n';
    out_ += text + '\n';
  }

  void add(const Heading& heading) {
    const int level = std::clamp(heading.level, 1, 6);
    put(std::string(static_cast<std::size_t>(level), '#') + ' ' + text_of(heading.text));
    put(line_start(text_of(heading.right)));
  }

  void add(const Paragraph& paragraph) { put(line_start(text_of(paragraph.text))); }

  void add(const Fact& fact) {
    std::string text = fact.label.empty() ? "" : fmt::format("**{}**", escaped(fact.label));
    bool first = true;
    for (const auto& line : fact.lines) {
      const std::string here = text_of(line);
      if (first && !text.empty())
        text += ' ' + here;
      else
        text += (first ? "" : "\\\n") + line_start(here);
      first = false;
    }
    if (const std::string right = text_of(fact.right); !right.empty())
      text += fmt::format(" ({})", right);
    put(text);
  }

  void add(const Bar& bar) {
    const std::string words = bar.right.empty() ? in_words(bar.progress) : text_of(bar.right);
    put(bar.label.empty() ? line_start(words)
                          : fmt::format("**{}** {}", escaped(bar.label), words));
  }

  void add(const TableBlock& table) {
    const std::string& over = table.heading.empty() && table.label ? *table.label : table.heading;
    if (!over.empty()) put(fmt::format("**{}**", escaped(over)));
    if (table.rows.empty()) return;
    std::string titles = "|";
    std::string rule = "|";
    for (const auto& column : table.columns) {
      titles += fmt::format(" {} |", escaped(column.title));
      rule += column.right ? "---:|" : "---|";
    }
    std::string text = titles + '\n' + rule;
    for (const auto& row : table.rows) text += group(row, table.columns.size()) + cells(row);
    put(text);
  }

  static std::string group(const Row& row, std::size_t columns) {
    const std::string words = text_of(row.group);
    if (words.empty()) return {};
    std::string text = fmt::format("\n| **{}** |", words);
    for (std::size_t i = 1; i < columns; ++i) text += " |";
    return text;
  }

  static std::string cells(const Row& row) {
    std::string text = "\n|";
    for (const auto& cell : row.cells) text += fmt::format(" {} |", cell_text(cell));
    return text;
  }

  void add(const Verbatim& verbatim) {
    std::string text;
    for (const auto& line : lines_of(verbatim.text)) text += visible_line(line) + '\n';
    const std::string fence = fence_for(text);
    put(fence + '\n' + text + fence);
  }

  /// Longer than any run of backticks within.
  static std::string fence_for(const std::string& text) {
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : text) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
  }

  void add(const Calendar& calendar) {
    std::string text = "| | |\n|---|---|";
    for (const auto& row : calendar.rows)
      text += row.words.empty()
                  ? fmt::format("\n| **{}** | |", text_of(row.label))
                  : fmt::format("\n| {} | {} |", text_of(row.label), escaped(row.words));
    put(text);
  }

  void add(const Gap&) {}

  std::string out_;
};

}  // namespace

std::string render_markdown(const Page& page) { return MarkdownPage().rendered(page); }

}  // namespace coach
