// Man pages from the same rows as the help: coach.1 from the table of commands, coach-journal.5
// from the record kinds, the topics in section 7. Made at build time; the same bytes each time.
#include <fmt/format.h>

#include "base/text.h"
#include "command/face.h"
#include "journal/templates.h"

namespace coach {
namespace {

/// Text as roff prints it: backslashes, dashes that are dashes, and no line that reads as a
/// request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'' && out.empty()) {
      out += "\\(aq";
    } else {
      if (c == '.' && out.empty()) out += "\\&";
      out += c;
    }
  }
  return out;
}

/// Inline `code` and **strong** of Markdown in bold.
std::string inline_roff(std::string_view text) {
  std::string out, plain;
  bool code = false, strong = false;
  const auto flush = [&] {
    const std::string safe = roff(plain);
    out += !code && !strong ? safe : "\\fB" + safe + "\\fR";
    plain.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`') {
      flush();
      code = !code;
    } else if (!code && text.substr(i, 2) == "**") {
      flush();
      strong = !strong;
      ++i;
    } else {
      plain += text[i];
    }
  }
  flush();
  if (out.starts_with("\\fB") || !out.starts_with('.')) return out;
  return "\\&" + out;
}

std::string title(std::string_view name, int section) {
  std::string upper;
  for (const char c : name) upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return fmt::format(".TH {} {} \"\" \"coach {}\" \"coach\"\n", roff(upper), section,
                     COACH_VERSION);
}

/// The Markdown of the help topics: headings, paragraphs, lists, indented examples.
std::string from_markdown(std::string_view text) {
  std::string out;
  bool example = false, comment = false;
  const auto end_example = [&] {
    if (example) out += ".EE\n.RE\n.PP\n";
    example = false;
  };
  for (const auto& line : lines_of(text)) {
    if (line.starts_with("<!--")) comment = true;
    if (comment) {
      comment = line.find("-->") == line.npos;
      continue;
    }
    if (line.starts_with("    ")) {
      if (!example) out += ".PP\n.RS 2\n.EX\n";
      example = true;
      out += roff(line.substr(4)) + "\n";
      continue;
    }
    if (line.empty()) {
      if (!example) out += ".PP\n";
      continue;
    }
    end_example();
    if (line.starts_with("# ")) continue;  // stands in NAME
    if (line.starts_with("## "))
      out += fmt::format(".SH \"{}\"\n", roff(line.substr(3)));
    else if (line.starts_with("- "))
      out += ".IP \\(bu 2\n" + inline_roff(line.substr(2)) + "\n";
    else
      out += inline_roff(trimmed(line)) + "\n";
  }
  end_example();
  return out;
}

std::string page_of_commands() {
  std::string text = title("coach", 1);
  text += ".SH NAME\ncoach \\- a journal for people who coach school leaders\n";
  text += ".SH SYNOPSIS\n.B coach\n.I COMMAND\n[\\fIoptions\\fR]\n";
  text +=
      ".SH DESCRIPTION\nKeeps what was seen, said and promised, and where a client stands on a "
      "rubric, in a folder of plain text files that git can keep. No server, no account, no "
      "network.\n.PP\n\\fBcoach help first\\-hour\\fR begins at the beginning; the files are "
      "described in \\fBcoach\\-journal\\fR(5).\n";
  std::string group;
  for (const auto& command : all_commands()) {
    if (group != command.group) text += fmt::format(".SH \"{}\"\n", roff(group = command.group));
    text += fmt::format(".SS \"coach {} {}\"\n{}.\n", roff(command.name), roff(command.usage),
                        roff(command.summary));
    for (const auto& option : command.options())
      text += fmt::format(
          ".TP\n{}\\fB\\-\\-{}\\fR{}\n{}{}\n",
          option.letter.empty() ? "" : fmt::format("\\fB\\-{}\\fR, ", option.letter),
          roff(option.name), option.takes.empty() ? "" : " \\fI" + roff(option.takes) + "\\fR",
          roff(option.help), option.repeats ? " (may be repeated)" : "");
    text += ".PP\n.EX\n";
    for (const auto& example : command.examples) text += "  $ " + roff(example) + "\n";
    text += ".EE\n";
  }
  Command both = all_commands().front();
  both.writes = both.shows = true;
  text += ".SH \"OPTIONS EVERYWHERE\"\n";
  for (const auto& option : common_options(both))
    text += fmt::format(".TP\n\\fB\\-\\-{}\\fR{}\n{}\n", roff(option.name),
                        option.takes.empty() ? "" : " \\fI" + roff(option.takes) + "\\fR",
                        roff(option.help));
  text +=
      ".SH ENVIRONMENT\n.TP\n\\fBCOACH_JOURNAL\\fR\nthe journal, where none is around\n"
      ".TP\n\\fBCOACH_CLIENT\\fR\nthe client meant, where none is named\n"
      ".TP\n\\fBCOACH_EDITOR\\fR, \\fBVISUAL\\fR, \\fBEDITOR\\fR\nfor forms\n"
      ".TP\n\\fBCOACH_PAGER\\fR, \\fBPAGER\\fR\nfor pages taller than the terminal\n"
      ".TP\n\\fBCOACH_OPENER\\fR\nfor \\fBcoach open\\fR\n"
      ".TP\n\\fBNO_COLOR\\fR, \\fBCLICOLOR_FORCE\\fR\ncolours never, or always\n"
      ".SH \"EXIT STATUS\"\n.TP\n0\ndone\n.TP\n1\nunderstood, but it could not be done; of "
      "\\fBcheck\\fR: there are errors\n.TP\n2\nthe command line could not be understood\n.TP\n"
      "130\ninterrupted\n"
      ".SH \"SEE ALSO\"\n\\fBcoach\\-journal\\fR(5), \\fBgit\\fR(1)";
  for (const auto& topic : template_names("help"))
    text += fmt::format(", \\fBcoach\\-{}\\fR(7)", roff(topic));
  return text + "\n";
}

void rows_in_roff(std::string& text, const Description& rows) {
  for (const auto& row : rows) {
    text += fmt::format(".TP\n\\fB{}\\fR{}\n{}{}\n", roff(row.key),
                        row.need == Need::required ? " (must be there)" : "", roff(row.help),
                        row.inner ? "" : roff(fmt::format("; {}", wanted(row))));
    if (!row.inner) continue;
    text += ".RS\n";
    rows_in_roff(text, *row.inner);
    text += ".RE\n";
  }
}

std::string page_of_files() {
  std::string text = title("coach-journal", 5);
  text += ".SH NAME\ncoach\\-journal \\- the files of a coaching journal\n";
  if (const auto topic = template_text("help/format.md"))
    text += ".SH DESCRIPTION\n" + from_markdown(*topic);
  for (const auto& kind : all_kinds()) {
    text += fmt::format(".SH \"{}\"\n{}; in \\fB{}\\fR.\n", roff(kind.info.name),
                        roff(kind.info.help), roff(kind.info.folder));
    rows_in_roff(text, *kind.description);
  }
  return text + ".SH \"SEE ALSO\"\n\\fBcoach\\fR(1)\n";
}

std::string page_of_topic(const std::string& topic, std::string_view markdown) {
  const auto lines = lines_of(markdown);
  const std::string heading = lines.empty() ? topic : lines.front().substr(2);
  return title("coach-" + topic, 7) +
         fmt::format(".SH NAME\ncoach\\-{} \\- {}\n.SH DESCRIPTION\n", roff(topic), roff(heading)) +
         from_markdown(markdown) + ".SH \"SEE ALSO\"\n\\fBcoach\\fR(1)\n";
}

}  // namespace

int write_man_page(const std::vector<std::string>& words) {
  std::string text;
  if (words.empty()) {
    text = "coach.1\ncoach-journal.5\n";
    for (const auto& topic : template_names("help")) text += fmt::format("coach-{}.7\n", topic);
  } else if (words[0] == "coach.1") {
    text = page_of_commands();
  } else if (words[0] == "coach-journal.5") {
    text = page_of_files();
  } else if (words[0].starts_with("coach-") && words[0].ends_with(".7")) {
    const std::string topic = words[0].substr(6, words[0].size() - 8);
    if (const auto markdown = template_text(fmt::format("help/{}.md", topic)))
      text = page_of_topic(topic, *markdown);
  }
  if (text.empty()) throw Misunderstood("no such page");
  return write_all(1, text) ? 0 : 1;
}

}  // namespace coach
