// Site data by student group: recorded from the command line or a CSV file, and shown over time.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "base/csv.h"
#include "base/file.h"
#include "base/text.h"
#include "command/keep.h"

namespace coach {
namespace {

const std::vector<std::string> filled_here = {"name", "by", "groups"};

/// A number as people write it: 54, 54.5, 54,5, "54.5 %". Nothing where it is none, or could be
/// two: 1,204.
std::optional<double> typed_number(std::string_view text) {
  std::string digits(trimmed(text));
  if (digits.ends_with('%')) digits = std::string(trimmed(digits.substr(0, digits.size() - 1)));
  const auto comma = digits.find(',');
  if (comma != std::string::npos && digits.size() - comma <= 3) digits[comma] = '.';
  double value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return {};
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<int> typed_count(std::string_view text) {
  const auto digits = trimmed(text);
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || value < 0) return {};
  return value;
}

/// The total may be called otherwise in a sheet.
std::string group_word(std::string_view text) {
  std::string word = nfc(trimmed(text));
  const std::string plain = folded(word);
  return plain == "all" || plain == "all students" || plain == "total" ? std::string(all_groups)
                                                                       : word;
}

/// GROUP=COUNT:VALUE, a word for each dimension between slashes.
MeasuredGroup typed_group(const std::string& text, std::size_t dimensions) {
  const std::string form = dimensions == 2 ? "black/3=24:41.5" : "black=24:41.5";
  const auto equal = text.rfind('=');
  if (equal == std::string::npos)
    throw Misunderstood(fmt::format("\"{}\" is no GROUP=COUNT:VALUE", text), "as " + form);
  MeasuredGroup group;
  for (const auto& word : split(text.substr(0, equal), '/'))
    group.group.push_back(group_word(word));
  if (group.group.size() != dimensions || std::ranges::find(group.group, "") != group.group.end())
    throw Misunderstood(
        fmt::format("\"{}\": a word for each of {}", text, counted(dimensions, "dimension")),
        "as " + form);
  const std::string rest = text.substr(equal + 1);
  const auto colon = rest.find(':');
  const auto count = typed_count(rest.substr(0, colon));
  if (!count) throw Misunderstood(fmt::format("\"{}\": no number of students", text), "as " + form);
  group.count = *count;
  if (colon != std::string::npos) {
    group.value = typed_number(rest.substr(colon + 1));
    if (!group.value) throw Misunderstood(fmt::format("\"{}\": no value", text), "as " + form);
  }
  return group;
}

/// Which column of a sheet is what: WORD=HEADER, the words count, value and the dimensions.
struct Mapping {
  std::vector<std::pair<std::string, std::string>> dimensions;  // word, header
  std::string count, value;
};

Mapping mapping_of(Invocation& in) {
  Mapping mapping;
  for (const auto& word : in.given.all("map")) {
    const auto equal = word.find('=');
    if (equal == std::string::npos)
      throw Misunderstood(fmt::format("\"{}\" is no WORD=HEADER", word),
                          "--map count=\"Students tested\" --map value=Percent --map "
                          "ethnicity=Subgroup");
    const std::string key(trimmed(word.substr(0, equal))), header(trimmed(word.substr(equal + 1)));
    if (key == "count")
      mapping.count = header;
    else if (key == "value")
      mapping.value = header;
    else
      mapping.dimensions.emplace_back(nfc(key), header);
  }
  if (mapping.count.empty()) mapping.count = "count";
  if (mapping.value.empty()) mapping.value = "value";
  if (mapping.dimensions.empty()) mapping.dimensions.emplace_back("group", "group");
  if (mapping.dimensions.size() > 2)
    throw Misunderstood("one or two dimensions, no more",
                        fmt::format("--map names {}", mapping.dimensions.size()));
  return mapping;
}

/// All of a sheet or nothing: each broken cell is named with its line and column.
std::vector<MeasuredGroup> groups_of_sheet(const std::string& path, const Mapping& mapping) {
  const auto lines = read_csv(nfc(text_of_file(path)), path);
  if (lines.empty()) throw Error(fmt::format("{} is empty", path), "nothing was imported");
  const auto column = [&](const std::string& header) {
    for (std::size_t i = 0; i < lines.front().size(); ++i)
      if (folded(lines.front()[i].text) == folded(header)) return i;
    std::vector<std::string> headers;
    for (const auto& cell : lines.front()) headers.push_back(cell.text);
    throw Error(
        fmt::format("{}:1:1: no column \"{}\"", path, header),
        fmt::format("its columns are {}; --map WORD=HEADER says which is which", listed(headers)));
  };
  const std::size_t count = column(mapping.count), value = column(mapping.value);
  std::vector<std::size_t> words;
  for (const auto& [word, header] : mapping.dimensions) words.push_back(column(header));
  std::vector<std::string> wrong;
  std::vector<MeasuredGroup> groups;
  for (std::size_t l = 1; l < lines.size(); ++l) {
    const TableLine& line = lines[l];
    if (line.size() != lines.front().size()) {
      wrong.push_back(at_cell(
          path, line.size() < lines.front().size() ? line.back() : line[lines.front().size()],
          fmt::format("{} here, the first line has {}", counted(line.size(), "column"),
                      lines.front().size())));
      continue;
    }
    MeasuredGroup group;
    for (const std::size_t at : words) {
      group.group.push_back(group_word(line[at].text));
      if (group.group.back().empty())
        wrong.push_back(at_cell(path, line[at], "no group stands here"));
    }
    if (const auto typed = typed_count(line[count].text))
      group.count = *typed;
    else
      wrong.push_back(at_cell(path, line[count],
                              fmt::format("\"{}\" is no number of students", line[count].text)));
    // What a district hid comes as an empty cell or a star.
    const std::string& text = line[value].text;
    if (!text.empty() && text != "*") {
      group.value = typed_number(text);
      if (!group.value)
        wrong.push_back(at_cell(path, line[value], fmt::format("\"{}\" is no value", text)));
    }
    for (const auto& other : groups)
      if (other.group == group.group)
        wrong.push_back(
            at_cell(path, line[words.front()], fmt::format("{} stands twice", group_name(group))));
    groups.push_back(std::move(group));
  }
  if (!wrong.empty()) throw wrong_cells(wrong);
  return groups;
}

/// Numbers that cannot well be: a word on each, no refusal.
void mind_the_numbers(Invocation& in, const Table& record,
                      const std::vector<MeasuredGroup>& groups) {
  const Value* unit = record.find("unit");
  const bool percent = unit && unit->as<std::string>()->find('%') != std::string::npos;
  int all = -1;
  for (const auto& group : groups)
    if (group_name(group) == all_groups) all = group.count;
  for (const auto& group : groups) {
    if (percent && group.value && (*group.value < 0 || *group.value > 100))
      in.note(fmt::format("coach: {}: {} % is no share", group_name(group), *group.value));
    if (all >= 0 && group.count > all)
      in.note(fmt::format("coach: {}: {} students, and {} in all", group_name(group), group.count,
                          all));
  }
}

int run_log(Invocation& in) {
  const Kind& kind = *find_kind(kind_of<Measure>.name);
  const std::string code = in.client(1);
  if (in.given.words.size() != 1 || trimmed(in.given.words.front()).empty())
    throw Misunderstood(in.given.words.size() > 1 ? "one name, in quotes" : "what was measured?",
                        fmt::format("coach log-measure {} \"Reading at grade level\" --unit % "
                                    "--group all=120:54 --group black=40:41",
                                    code));
  Table record;
  record.set("date", Value{in.today()});
  record = with_options(kind, std::move(record), in, filled_here);
  record.set("name", Value{nfc(trimmed(in.given.words.front()))});
  std::vector<std::string> by = in.given.all("by");
  std::vector<MeasuredGroup> groups;
  if (const auto path = in.given.one("csv")) {
    if (in.given.has("group")) throw Misunderstood("--csv or --group, not both");
    if (!by.empty()) throw Misunderstood("--by with --csv", "--map names the dimensions there");
    const Mapping mapping = mapping_of(in);
    for (const auto& one : mapping.dimensions) by.push_back(one.first);
    groups = groups_of_sheet(*path, mapping);
  } else {
    if (in.given.has("map")) throw Misunderstood("--map without --csv");
    if (by.empty()) by.push_back("group");
    if (by.size() > 2) throw Misunderstood("one or two dimensions, no more", "--by");
    for (const auto& text : in.given.all("group")) {
      groups.push_back(typed_group(text, by.size()));
      for (std::size_t i = 0; i + 1 < groups.size(); ++i)
        if (groups[i].group == groups.back().group)
          throw Misunderstood(fmt::format("{} is given twice", group_name(groups.back())),
                              "keep one of the two");
    }
  }
  if (groups.empty())
    throw Misunderstood("--group is missing", "--group all=120:54, once a group; or --csv FILE");
  for (const auto& group : groups)
    if (group.count == 1 && looks_like_a_name(group_name(group)))
      in.note(fmt::format("coach: one student, called \"{}\": no student's name belongs here",
                          group_name(group)));
  mind_the_numbers(in, record, groups);
  record.set("by", to_value(by));
  record.set("groups", to_value(groups));
  Batch batch(in.journal());
  const Seen seen = seen_for(in, kind, code, record);
  const Kept kept = keep(in, kind, seen, record, batch);
  in.finish(batch, kept.message, fmt::format("{}, {}", kept.what, counted(groups.size(), "group")),
            kept.id, readers_of(record));
  return 0;
}

int run_measures(Invocation& in) {
  const std::string code = in.client(1);
  std::string name;
  if (!in.given.words.empty()) {
    name = in.given.words.front();
    in.given.words.erase(in.given.words.begin());
  }
  in.expect_no_more_words();
  const auto between = split(in.given.one("between").value_or(""), ',');
  if (in.given.has("between") && between.size() != 2)
    throw Misunderstood("--between takes two groups", "--between \"black, white\"");
  std::vector<std::string> two;
  for (const auto& one : between) two.emplace_back(trimmed(one));
  const auto answer = measures_over_time(in.seen(code), in.today(), name, two);
  for (const auto& measure : answer.measures)
    for (const auto& one : two)
      if (std::ranges::none_of(measure.groups, [&](const GroupOverTime& group) {
            return folded(group.group) == folded(one);
          }))
        in.note(fmt::format("coach: {} has no group \"{}\"", measure.name, one));
  in.show(
      answer, [&] { return measures_page(answer); }, "measures");
  return 0;
}

}  // namespace

std::vector<Command> measure_commands() {
  return {
      {"log-measure",
       "Record",
       "[CLIENT] NAME --group GROUP=COUNT:VALUE...",
       "a number of the site by student group",
       {"coach log-measure heron \"Reading at grade level\" --unit % --group all=120:54 --group "
        "black=40:41",
        "coach log-measure heron Attendance --csv scores.csv --map group=Subgroup --map "
        "count=Tested --map value=Percent"},
       [] {
         auto options = options_of(*find_kind("measure"), filled_here);
         options.push_back({"by", "DIMENSION", "what the groups are by; twice for a cross", true});
         options.push_back(
             {"group", "GROUP=COUNT:VALUE", "students and value of a group; all", true});
         options.push_back({"csv", "FILE", "the groups from a sheet"});
         options.push_back(
             {"map", "WORD=HEADER", "which column is count, value, a dimension", true});
         return options;
       },
       run_log,
       true,
       false},
      {"measures",
       "Look",
       "[CLIENT] [NAME]",
       "site data by student group, and whether gaps close",
       {"coach measures heron", "coach measures heron reading --between \"black, white\""},
       [] {
         return std::vector<Option>{{"between", "A, B", "the two groups of the gap"}};
       },
       run_measures,
       false,
       true},
  };
}

}  // namespace coach
