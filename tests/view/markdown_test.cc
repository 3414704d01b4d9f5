// Markdown: what a page says, and nothing that its data could turn into markup.
#include <doctest/doctest.h>

#include <string>

#include "view/render.h"

using namespace coach;

namespace {

std::string shown(Block block) { return render_markdown({{std::move(block)}}); }
std::string paragraph(std::string text) { return shown(Paragraph{plain(std::move(text))}); }

}  // namespace

TEST_CASE("headings, facts and tables are GitHub Markdown") {
  const Page page{
      {Heading{plain("Heron"), plain("since September")},
       Fact{"Vision", {plain("one line"), plain("another")}, plain("active")},
       TableBlock{
           .columns = {{.title = "Element"}, {.title = "Level"}, {.title = "Late", .right = true}},
           .rows = {{{plain("Feedback"), Track{.levels = 5, .baseline = 3, .now = 2, .target = 4},
                      plain("4 d")},
                     plain("Leadership")}}}}};
  CHECK(render_markdown(page) ==
        "# Heron\n"
        "\n"
        "since September\n"
        "\n"
        "**Vision** one line\\\n"
        "another (active)\n"
        "\n"
        "| Element | Level | Late |\n"
        "|---|---|---:|\n"
        "| **Leadership** | | |\n"
        "| Feedback | 3 to 2 of 5, below baseline, target 4 | 4 d |\n");
}

TEST_CASE("data cannot become markup") {
  CHECK(paragraph("*a* _b_ `c` <d> [e](f) #7 ~g~ a|b \\") ==
        "\\*a\\* \\_b\\_ \\`c\\` \\<d\\> \\[e\\](f) \\#7 \\~g\\~ a\\|b \\\\\n");
  CHECK(paragraph("&lt; $x$") == "\\&lt; \\$x\\$\n");
}

TEST_CASE("data cannot become a list, a rule or code at the start of a line") {
  CHECK(paragraph("- a") == "\\- a\n");
  CHECK(paragraph("+ a") == "\\+ a\n");
  CHECK(paragraph("12. a") == "12\\. a\n");
  CHECK(paragraph("12) a") == "12\\) a\n");
  CHECK(paragraph("    a") == "a\n");
  CHECK(shown(Fact{"", {plain("a"), plain("===")}, {}}) == "a\\\n\\===\n");
  CHECK(paragraph("2026 was - a year") == "2026 was - a year\n");
}

TEST_CASE("data cannot become a link or a mention") {
  CHECK(paragraph("http://x.org www.x.org @who") == "http\\://x.org www\\.x.org \\@who\n");
}

TEST_CASE("text that is kept cannot end its fence") {
  CHECK(shown(Verbatim{"```\n````\n"}) == "`````\n```\n````\n`````\n");
}

TEST_CASE("a cell stays one line") {
  CHECK(shown(TableBlock{.columns = {{.title = "A"}}, .rows = {{{plain("x\n| y")}, {}}}}) ==
        "| A |\n|---|\n| x \\| y |\n");
}
