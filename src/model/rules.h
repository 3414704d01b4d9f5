// What is worth a word about an engagement's records: references to nothing, days in disorder,
// histories that disagree, and advice. Pure: a finding names the record and the field; the journal
// knows its place.
#pragma once

#include "base/error.h"
#include "model/see.h"

namespace coach {

struct Finding {
  std::string kind;  // name of the record's kind
  std::string id;
  Path path;  // to the field; where it is absent the record counts
  Severity severity = Severity::warning;
  std::string text;
  std::string hint;
};

/// What lies beside the engagement and may be referred to.
struct Surroundings {
  std::vector<std::string> rubrics;  // NAME@VERSION
  std::vector<std::string> models;
};

/// True where a text holds a word of the client's name, or an alias.
bool holds_name(const Client& client, std::string_view text);

/// Elements in {braces} of a script that the rubric lacks.
std::vector<std::string> unknown_elements(std::string_view script, const Rubric& rubric);

std::vector<Finding> findings(const Seen& seen, const Surroundings& around, Date today);

/// What is wrong with a rubric in itself: levels outside two to seven, keys twice, descriptors for
/// levels that it lacks.
std::vector<Finding> findings(const Rubric& rubric, const std::string& name);

/// What is wrong with a model in itself: steps outside one to twelve, keys twice, a step to go back
/// to that is none, records expected of a kind that is none.
std::vector<Finding> findings(const Way& way, const std::string& name);

}  // namespace coach
