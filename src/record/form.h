// The form that an editor, standard input and the inbox use: lines `key: value`, then blocks.
//
//   #| help, left out when read
//   date: today
//   setting: classroom
//   == notes ==
//   any number of lines
//   == heron will ==
//   what; due
//
// A line that would be read as something else starts with a backslash: `\== x ==`, `\#|`, `\\`.
// A block may stand more than once. Text before the first block that names no field is the kind's
// prose.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "record/kind.h"
#include "record/typed.h"

namespace coach {

/// What a form is written for.
struct FormFor {
  std::string title;        // its first help line
  std::string code;         // how the client is called in "heron will"
  bool everything = false;  // fields kept by the program too (an edit), else only what one fills in
};

/// Something in a form that could not be read. Lines count from 1.
struct FormFlaw {
  int line = 0;
  std::string text;
  std::string hint;
};

struct FormReading {
  Table record;
  std::vector<FormFlaw> flaws;
};

/// The form with the record's values filled in.
std::string form_text(const Kind& kind, const Table& record, const FormFor& how);

/// Reads a form as far as it can be read.
FormReading read_form(const Kind& kind, std::string_view form, std::string_view code,
                      const Typing& typing);

/// The form again, each flaw's reason in a help line above its line; earlier reasons are taken out.
std::string form_with_reasons(std::string_view form, const std::vector<FormFlaw>& flaws);

/// What an edited form means for the record it was made from: a field whose lines were not touched
/// keeps its value, byte for byte, whatever a form cannot show of it.
FormReading edited_by_form(const Kind& kind, const Table& before, std::string_view form,
                           const FormFor& how, const Typing& typing);

}  // namespace coach
