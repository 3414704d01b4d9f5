// One capture for every record kind: options from its rows, a form in the editor or on standard
// input, and drafts that no failure loses.
#pragma once

#include "command/invocation.h"
#include "record/form.h"

namespace coach {

/// Options for a kind's fields: --date, --element (a list's singular, repeated), --client-will ...;
/// `except` are keys that the command gives itself.
std::vector<Option> options_of(const Kind& kind, const std::vector<std::string>& except = {});

/// The fields given by options, on top of `record`. Lists are appended to. Throws Misunderstood.
Table with_options(const Kind& kind, Table record, Invocation& in,
                   const std::vector<std::string>& except = {});

/// True where any option of the kind was given.
bool any_option(const Kind& kind, Invocation& in, const std::vector<std::string>& except = {});

/// Whole capture for a new or present record: from options, from standard input (the word `-`), or,
/// where nothing was given and one may ask, in the editor on a form (again with reasons until it
/// can be read). Nothing where the form came back unchanged or empty. What was typed is kept as a
/// draft until `forget_draft`. `begun`: something was given that is no field, an attachment.
std::optional<Table> captured(const Kind& kind, const std::string& code, Table start,
                              Invocation& in, bool begun = false);

/// Asks for each field that must be there and is not: a closed or open word by numbered choices,
/// else a line; `b` goes back. Where one may not ask, or the input ends, throws Misunderstood with
/// the option's name.
void ask_for_missing(const Kind& kind, Table& record, Invocation& in);

/// Writes out names that are the beginning of one. Throws Error where a record refers to what the
/// engagement does not hold, with the nearest name. Keys of `except` were looked at already.
void check_references(Invocation& in, const Seen& seen, const Kind& kind, Table& record,
                      const std::vector<std::string>& except = {});

/// The editor on a text; nothing where it comes back empty or as `blank`, what it was before
/// anything was typed. Throws Error where the editor fails (what was typed is kept as the draft
/// `name`).
std::optional<std::string> edited_text(const std::string& name, const std::string& text,
                                       const std::string& blank, Invocation& in);
/// The editor on a record's form, `text` to begin with, again with the reasons until it can be
/// read. Nothing where it came back unchanged or empty. Throws Error where that is declined; what
/// was typed stays in `draft`.
std::optional<Table> edited_in_form(const Kind& kind, const Table& before, const FormFor& how,
                                    const std::string& draft, std::string text, Invocation& in);
void forget_draft(const std::string& name, Invocation& in);

/// Checks and writes what was captured; `finish` calls what it is given once only writing is left.
/// Where that fails what was typed is kept as a draft that the message names and the next capture
/// offers; where a check fails, a draft that is there is named. Afterwards the draft is gone.
void finish_captured(const Kind& kind, const std::string& code, const Table& record, Invocation& in,
                     const std::function<void(const std::function<void()>&)>& finish);

/// Writes a record as it is now and says so: "Heron goal changed (private) ID". `how`: changed,
/// edited.
void finish_change(Invocation& in, Batch& batch, const RecordFile& file, const Table& after,
                   std::string_view how);

/// Text as it is given anywhere: by the option, on standard input (the word `-`, taken off), or in
/// the editor, where `heading` says what is asked. Nothing where the editor came back empty. Kept
/// as the draft `name` until `forget_draft`. Throws Misunderstood where none of these is there.
std::optional<std::string> text_given(Invocation& in, const std::string& option,
                                      const std::string& name, const std::string& heading);
/// Something typed that no failure may lose.
struct TypedText {
  std::string name;                   // of its draft, where one has to be made
  std::function<std::string()> text;  // what is kept
  std::function<bool()> worth_keeping = [] { return true; };
  std::string_view then = {};  // behind "what was typed is kept in DRAFT"
};
/// Does what is left to do with it. Where that fails it is kept as a draft, or shown where none can
/// be kept, and the message says so; afterwards the draft is gone.
void with_text_kept(Invocation& in, const TypedText& typed, const std::function<void()>& finish);

/// Throws Error where a title holds the client's name and that is not meant: it stands in a file
/// name and in lists.
void mind_name_in_title(Invocation& in, const Seen& seen, const std::string& title);

/// The text of a file that a word names; `-` is standard input.
std::string text_of_file(const std::string& path);

/// The day of a change: --on, else today. Throws Error where it is still to come.
Date day_of_change(Invocation& in);

/// A question in plain lines; the end of input means no answer.
std::optional<std::string> ask(Invocation& in, const std::string& question,
                               const std::string& offered = {});
bool ask_yes(Invocation& in, const std::string& question);  // --yes: yes; where one may not ask: no

}  // namespace coach
