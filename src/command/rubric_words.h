// ELEMENT=LEVEL as typed on the command line, read by the words of an engagement's rubric: for
// ratings, targets and what is looked up by an element. What is wrong is gathered, so that one run
// tells all of it and nothing is written.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/see.h"

namespace coach {

class RubricWords {
 public:
  /// Throws Error where the engagement's rubric is not in the journal.
  explicit RubricWords(const Seen& seen);

  const Rubric& rubric() const { return rubric_; }
  const std::string& name() const { return name_; }  // NAME@VERSION

  /// Nothing where the rubric lacks it; `end` then throws with the nearest right one.
  const Element* element(const std::string& typed);
  std::optional<Level> level(const std::string& typed);

  void refuse(std::string what, const std::string& hint);
  /// The command line itself makes no sense: exit 2 rather than 1.
  void refuse_as_malformed(std::string what, const std::string& hint);
  /// Throws Error with everything that was refused, if anything was.
  void end() const;

 private:
  const Rubric& rubric_;
  std::string name_;
  std::vector<std::string> lines_;
  bool malformed_ = false;
};

/// The two sides of ELEMENT=LEVEL or ELEMENT=TEXT. Throws Misunderstood where there is no '='.
std::pair<std::string, std::string> pair_of(const std::string& word);

/// Appends each ELEMENT=LEVEL[@DAY] to the goal's targets, as set on that day.
void add_targets(RubricWords& reading, const std::vector<std::string>& typed, Date set, Date today,
                 Table& goal);

}  // namespace coach
