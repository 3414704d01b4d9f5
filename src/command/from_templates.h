// Rubrics and models that the journal lacks are copied from the templates when they are first used,
// so that its history keeps its meaning whatever a later program brings.
#pragma once

#include "journal/templates.h"
#include "journal/write.h"

namespace coach {

/// The rubric NAME@VERSION of the journal, else of the templates, which is then written with the
/// batch. Throws Error with the nearest where neither has it.
std::shared_ptr<const Rubric> take_rubric(const Journal& journal, const std::string& name,
                                          Batch& batch);
/// The same of a model.
std::shared_ptr<const Way> take_way(const Journal& journal, const std::string& name, Batch& batch);

/// The journal's own, else that of the templates, to read; nothing is written. Throws Error with
/// the nearest where there is none.
std::shared_ptr<const Rubric> rubric_there(const Journal* journal, const std::string& name);
std::shared_ptr<const Way> way_there(const Journal* journal, const std::string& name);

/// The engagement works by another rubric from a day on: the plain key, and the history, whose
/// first entry says what it was before where none does yet.
void take_up_rubric(Table& facts, const std::string& rubric, Date on);

/// Names in the journal and, behind them, those of the templates that it lacks; sorted.
std::vector<std::string> rubrics_to_take(const Journal* journal);
std::vector<std::string> ways_to_take(const Journal* journal);

}  // namespace coach
