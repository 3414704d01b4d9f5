// Pages for the eye on a terminal, and as --plain. The one place that knows colours.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "base/text.h"
#include "view/calendar.h"
#include "view/drawing.h"
#include "view/line.h"
#include "view/render.h"
#include "view/table.h"

namespace coach {
namespace {

constexpr int drawing_width = 80;  // of drawings and right edges where there is no width
constexpr int least_label = 9;     // so that the facts of a page line up across its blank lines
constexpr int least_text = 16;     // less than this beside a label: the text stands below it
constexpr int least_bar = 12;
constexpr int hanging = 2;

class TerminalPage {
 public:
  explicit TerminalPage(const Rendering& how) : how_(how) {}

  std::string rendered(const Page& page) {
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
      if (i == 0 || !label_of(page.blocks[i - 1]))
        label_ =
            label_width({page.blocks.begin() + static_cast<std::ptrdiff_t>(i), page.blocks.end()});
      std::visit([&](const auto& block) { add(block); }, page.blocks[i]);
    }
    return std::move(out_);
  }

 private:
  /// The label of what lines up with its neighbours, or nothing.
  static const std::string* label_of(const Block& block) {
    if (const auto* fact = std::get_if<Fact>(&block)) return &fact->label;
    if (const auto* bar = std::get_if<Bar>(&block)) return &bar->label;
    if (const auto* table = std::get_if<TableBlock>(&block))
      return table->label ? &*table->label : nullptr;
    return nullptr;
  }

  /// Of the labelled blocks that follow each other at the start of `blocks`.
  int label_width(std::span<const Block> blocks) const {
    int columns = least_label;
    for (const auto& block : blocks) {
      const auto* label = label_of(block);
      if (!label) break;
      columns = std::max(columns, width_of(safe(plain(*label), how_.ascii)) + 2);
    }
    return columns;
  }

  int edge() const { return how_.width > 0 ? how_.width : drawing_width; }

  void add(const Heading& heading) {
    add_with_right(0, {}, in_tone(safe(heading.text, how_.ascii), Tone::strong), heading.right);
  }

  void add(const Paragraph& paragraph) {
    for (const auto& line : wrapped(safe(paragraph.text, how_.ascii), room(paragraph.indent)))
      emit(indented(paragraph.indent, line));
  }

  void add(const Fact& fact) {
    Line label = safe(toned(fact.label, Tone::strong), how_.ascii);
    const int indent = placed(label);
    if (fact.lines.empty()) add_with_right(indent, label, {}, fact.right);
    for (std::size_t i = 0; i < fact.lines.size(); ++i)
      add_with_right(indent, i == 0 ? label : Line{}, safe(fact.lines[i], how_.ascii),
                     i == 0 ? fact.right : Line{});
  }

  void add(const Bar& bar) {
    Line label = safe(toned(bar.label, Tone::strong), how_.ascii);
    const int indent = placed(label);
    const Line right =
        safe(is_blank(bar.right) ? plain(in_words(bar.progress)) : bar.right, how_.ascii);
    const int columns = edge() - indent - 2 - width_of(right);
    if (columns < least_bar) return add_with_right(indent, label, right, {});
    Line line = draw(bar.progress, columns, how_.ascii);
    pad(line, 2);
    append(line, right);
    emit(labelled(label, indent, line));
  }

  void add(const TableBlock& table) {
    if (table.label) return add_hanging(table);
    for (const auto& line : table_lines(table, how_)) emit(line);
  }

  void add_hanging(const TableBlock& table) {
    Line label = safe(toned(*table.label, Tone::strong), how_.ascii);
    const int indent = placed(label);
    Rendering beside = how_;
    beside.width = room(indent);
    for (const auto& line : table_lines(table, beside)) {
      emit(labelled(label, indent, line));
      label.clear();
    }
  }

  void add(const Verbatim& verbatim) {
    for (const auto& line : lines_of(verbatim.text)) {
      const std::string text = visible_line(line);
      emit(plain(how_.ascii ? ascii_only(text) : text));
    }
  }

  void add(const Calendar& calendar) {
    for (const auto& line : draw(calendar, edge(), how_.ascii)) emit(line);
  }

  void add(const Gap&) { out_ += '\n'; }

  int room(int indent) const { return how_.width > 0 ? std::max(1, how_.width - indent) : 0; }

  /// Where text beside this label begins; a label without room beside it is printed at once.
  int placed(Line& label) {
    if (how_.width == 0 || how_.width - label_ >= least_text) return label_;
    if (!is_blank(label)) emit(label);
    label.clear();
    return hanging;
  }

  static Line labelled(const Line& label, int indent, const Line& text) {
    Line line = label;
    if (!is_blank(text)) pad(line, indent - width_of(label));
    append(line, text);
    return line;
  }

  /// Text at its indent, and what belongs to the right edge: beside its first line, else below it.
  void add_with_right(int indent, const Line& label, const Line& text, const Line& raw_right) {
    const Line right = safe(raw_right, how_.ascii);
    const bool beside = indent + width_of(text) + 2 + width_of(right) <= edge();
    if (!is_blank(right) && (beside || how_.width == 0)) {
      Line line = labelled(label, indent, text);
      pad(line, std::max(2, edge() - width_of(line) - width_of(right)));
      append(line, right);
      return emit(line);
    }
    const auto parts = wrapped(text, room(indent));
    for (std::size_t i = 0; i < parts.size(); ++i)
      emit(labelled(i == 0 ? label : Line{}, indent, parts[i]));
    if (!is_blank(right))
      for (const auto& part : wrapped(right, room(indent))) emit(indented(indent, part));
  }

  void emit(const Line& line) {
    std::string text;
    std::size_t end = 0;  // behind the last piece that shows something
    for (const auto& piece : joined(line)) {
      text += in_colour(piece);
      if (!trimmed(piece.text).empty()) end = text.size() - trailing(piece);
    }
    text.erase(end);
    out_ += text + '\n';
  }

  /// Pieces of one tone as one, so that a colour is switched once.
  static Line joined(const Line& line) {
    Line out;
    for (const auto& piece : line) {
      if (!out.empty() && out.back().tone == piece.tone)
        out.back().text += piece.text;
      else
        out.push_back(piece);
    }
    return out;
  }

  /// Blanks at the end of a line are no use to anybody; within a colour they stay.
  std::size_t trailing(const Piece& piece) const {
    if (how_.colour && piece.tone != Tone::plain) return 0;
    return piece.text.size() - (piece.text.find_last_not_of(' ') + 1);
  }

  static std::string_view code(Tone tone) {
    switch (tone) {
      case Tone::plain:
        return "";
      case Tone::strong:
        return "1";
      case Tone::dim:
        return "2";
      case Tone::good:
        return "32";
      case Tone::warn:
        return "33";
      case Tone::bad:
        return "31";
    }
    return "";
  }

  std::string in_colour(const Piece& piece) const {
    if (!how_.colour || piece.tone == Tone::plain || piece.text.empty()) return piece.text;
    return fmt::format("\x1b[{}m{}\x1b[0m", code(piece.tone), piece.text);
  }

  Rendering how_;
  int label_ = least_label;
  std::string out_;
};

/// One line a row or a block, parts joined by tabs; nothing is drawn, cut or wrapped.
class PlainPage {
 public:
  explicit PlainPage(bool ascii) : ascii_(ascii) {}

  std::string rendered(const Page& page) {
    for (const auto& block : page.blocks) std::visit([&](const auto& one) { add(one); }, block);
    return std::move(out_);
  }

 private:
  std::string text_of(const Line& line) const {
    std::string text;
    for (const auto& piece : safe(line, ascii_)) text += piece.text;
    return text;
  }

  void put(const std::vector<std::string>& parts) {
    out_ += fmt::format("{}\n", fmt::join(parts, "\t"));
  }

  void put(std::string text, const Line& right) {
    if (!is_blank(right)) text += '\t' + text_of(right);
    out_ += text + '\n';
  }

  void add(const Heading& heading) { put(text_of(heading.text), heading.right); }
  void add(const Paragraph& paragraph) { put(text_of(paragraph.text), {}); }

  void add(const Fact& fact) {
    const std::string label = text_of(plain(fact.label));
    if (fact.lines.empty()) put(label, fact.right);
    for (std::size_t i = 0; i < fact.lines.size(); ++i)
      put(label + '\t' + text_of(fact.lines[i]), i == 0 ? fact.right : Line{});
  }

  void add(const Bar& bar) {
    put(text_of(plain(bar.label)) + '\t' +
            text_of(is_blank(bar.right) ? plain(in_words(bar.progress)) : bar.right),
        {});
  }

  void add(const TableBlock& table) {
    if (!table.heading.empty()) put({text_of(plain(table.heading))});
    const bool labelled = table.label && !table.label->empty();
    std::vector<std::string> titles;
    for (const auto& column : table.columns) titles.push_back(text_of(plain(column.title)));
    if (table.titles && table.heading.empty() && !table.rows.empty()) put(titles);
    for (const auto& row : table.rows) {
      if (!is_blank(row.group)) put({text_of(row.group)});
      std::vector<std::string> cells;
      if (labelled) cells.push_back(text_of(plain(*table.label)));
      for (const auto& cell : row.cells) cells.push_back(text_of(cell_text(cell, ascii_)));
      put(cells);
    }
  }

  void add(const Verbatim& verbatim) {
    for (const auto& line : lines_of(verbatim.text)) put({text_of(plain(line))});
  }
  void add(const Calendar& calendar) {
    for (const auto& row : calendar.rows)
      put(text_of(row.label) + '\t' + text_of(plain(row.words)), {});
  }
  void add(const Gap&) {}

  bool ascii_;
  std::string out_;
};

}  // namespace

std::string render_terminal(const Page& page, const Rendering& how) {
  return how.plain ? PlainPage(how.ascii).rendered(page) : TerminalPage(how).rendered(page);
}

}  // namespace coach
