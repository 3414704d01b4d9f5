// One run of a command: what was given, the day, the terminal, the journal; and how answers and
// changes are shown. main fills it once; commands ask it and nothing else.
#pragma once

#include <functional>
#include <iostream>
#include <memory>

#include "base/random.h"
#include "command/options.h"
#include "journal/find.h"
#include "journal/write.h"
#include "record/json.h"
#include "record/typed.h"
#include "view/pages.h"
#include "view/render.h"

namespace coach {

/// Standard output took no more; whatever was written to the journal stays.
struct OutputEnded : Error {
  using Error::Error;
};

/// No such word in a closed list: the nearest right one, else all of them.
Misunderstood no_word(std::string_view what, const std::string& typed,
                      const std::vector<std::string>& known);

/// Read once in main from the system.
struct Surround {
  Date today{};
  Time now{};
  Letters letters;
  std::string program = "coach";
  std::string home, state_folder, config_folder;
  bool in_terminal = false, out_terminal = false, err_terminal = false;
  int width = 0;   // of the terminal; 0: none
  int height = 0;  // in lines; 0: none
  bool utf8 = true;
  std::function<std::optional<std::string>(const char*)> variable;
};

class Invocation {
 public:
  Invocation(Surround& around, std::string command, Given given_)
      : given(std::move(given_)), around_(around), command_(std::move(command)) {}

  Given given;
  std::string draft;  // the file below drafts/ that holds what is being typed; empty: none
  bool input_was_typed = false;  // standard input was read: nobody else has it any more

  Date today() const { return around_.today; }
  /// --from and --to, each a day or a period; throws Misunderstood where they are the wrong way
  /// round.
  struct Span {
    std::optional<Date> from, to;
  };
  Span span_given() const;
  /// The first day of the school year that today lies in, as coach.toml says it.
  Date school_year_from();
  Surround& around() { return around_; }
  Typing typing() const { return {around_.today}; }
  bool may_ask() const {
    return around_.in_terminal && around_.err_terminal && !given.has("no-input");
  }

  /// Opens the journal: --journal, $COACH_JOURNAL, the nearest parent folder with a coach.toml, the
  /// user's configured one. Throws Error with how to begin where there is none.
  const Journal& journal();
  /// Where it was found and why; empty where there is none.
  std::pair<std::string, std::string> locate() const;

  /// The engagement meant where none is named: the folder one stands in, $COACH_CLIENT, or the only
  /// active one; empty where that does not tell.
  std::string at_hand();
  /// The engagement meant: the first word (taken off the words; never one with '='), else the one
  /// at hand. Where `words_behind` words are wanted behind it and no more than those are there, a
  /// word that is no client is one of them. Throws Error or Misunderstood where it is not clear.
  std::string client(std::size_t words_behind = 0);
  /// Throws Misunderstood where a word is left that the command does not take.
  void expect_no_more_words() const;
  /// Loads it for the coach's own eyes, discreet where asked for; says what was left out.
  Seen seen(const std::string& code, const Wanted& wanted = {});
  /// What `ask(seen)` answers of each engagement, in the order of the codes. They are read side by
  /// side, each once (as much of it as is wanted), and none outlives its answer: `ask` must not
  /// change anything it shares.
  template <class Ask>
  auto of_each(const std::vector<std::string>& codes, Ask ask, const Wanted& wanted = {}) {
    std::vector<std::invoke_result_t<Ask, const Seen&>> answers(codes.size());
    read_each(codes, wanted, [&](std::size_t at, const Seen& seen) { answers[at] = ask(seen); });
    return answers;
  }
  /// What is shown from now on has to do with this engagement: where the coach is the rater in it,
  /// the page says so. `seen` remembers by itself.
  void remember_regime(const std::string& code, Regime regime);
  /// Says on standard error which files were left out of an answer.
  void say_left_out(const LeftOut& left_out);

  /// Shows an answer in the format asked for. `list` names the answer's list that CSV gives.
  template <Described Answer>
  void show(const Answer& answer, const std::function<Page()>& page, std::string_view list) {
    show_table(
        description<Answer>(), [&] { return to_table(answer); }, page, list);
  }
  void show_table(const Description& rows, const std::function<Table()>& answer,
                  const std::function<Page()>& page, std::string_view list);
  void show_page(const Page& page);
  Rendering rendering() const;
  Format format() const;

  /// Writes the batch (or with --dry-run shows what would be written), then says `what` with who
  /// may read it, the id its last word; --quiet gives the id alone. A visibility of "-" is not
  /// said.
  void finish(Batch& batch, const std::string& message, const std::string& what,
              const std::string& id, const std::string& visibility);
  /// Writes without a word on standard output: one of several steps of one command. `may_stop` is
  /// asked before anything is changed; by default an answer that was given is written even where
  /// Ctrl-C came meanwhile.
  void write(
      Batch& batch, const std::string& message,
      const std::function<bool()>& may_stop = [] { return false; });
  /// What one reads rather than takes on: through the pager where it is taller than the terminal
  /// (COACH_PAGER, PAGER, less). Its absence or early end is no error.
  void out_paged(const std::string& text);
  void out(std::string_view text);   // a line on standard output; throws Error where that fails
  void note(std::string_view text);  // a line on standard error, made safe

  Letters& letters() { return around_.letters; }

 private:
  Seen seen(const std::string& code, LeftOut& left_out, const Wanted& wanted);
  void read_each(const std::vector<std::string>& codes, const Wanted& wanted,
                 const std::function<void(std::size_t, const Seen&)>& take);
  Surround& around_;
  std::string command_;
  std::unique_ptr<Journal> journal_;
  std::size_t looked_at_ = 0;             // engagements that were read
  std::vector<std::string> supervisory_;  // engagements looked at in which the coach is the rater
  LastChange last_;                       // all that this command wrote, for undo
};

/// Who may read a record, as the line after a change says it.
std::string readers_of(const Table& record);

/// The word of a closed list as typed; throws Misunderstood with the nearest, or all of them.
template <Worded Enum>
Enum word_typed(std::string_view what, const std::string& typed) {
  std::vector<std::string> known;
  for (const auto& word : words<Enum>) {
    if (word.word == typed) return word.value;
    known.emplace_back(word.word);
  }
  throw no_word(what, typed, known);
}

/// One row of the table of commands.
struct Command {
  std::string name;                   // "goal add"
  std::string group;                  // heading in help
  std::string usage;                  // "CLIENT TITLE [options]"
  std::string summary;                // one line
  std::vector<std::string> examples;  // two real ones
  std::function<std::vector<Option>()> options;
  std::function<int(Invocation&)> run;
  bool writes = false;  // takes --dry-run, --yes, --quiet
  bool shows = false;   // takes --format and its kin
};

/// Each file in command/ gives its commands; table.cc lists them.
std::vector<Command> begin_commands();        // init, new-client, demo, where
std::vector<Command> plan_commands();         // vision, theory, goal, activity
std::vector<Command> capture_commands();      // log-session, log-observation, next
std::vector<Command> inbox_commands();        // inbox
std::vector<Command> backup_commands();       // backup, restore, trust
std::vector<Command> rubric_commands();       // rubric list, show, form, target, status
std::vector<Command> rubric_make_commands();  // rubric import, new, upgrade
std::vector<Command> assess_commands();       // rubric assess
std::vector<Command> model_commands();        // model list, show, new
std::vector<Command> phase_commands();        // phase
std::vector<Command> feedback_commands();     // seen, feedback
std::vector<Command> measure_commands();      // log-measure, measures
std::vector<Command> cycle_commands();        // cycle start, data, step, close, check, list, show
std::vector<Command> agree_commands();        // agreement
std::vector<Command> hours_commands();        // hours
std::vector<Command> evidence_commands();     // evidence, rubric history, search
std::vector<Command> open_commands();         // open
std::vector<Command> look_commands();         // list, status, todo, brief, timeline
std::vector<Command> record_commands();       // show, edit, set, done
std::vector<Command> take_back_commands();    // undo, move, remove
std::vector<Command> completion_commands();   // completion
std::vector<Command> tend_commands();         // check, schema, help
const std::vector<Command>& all_commands();

}  // namespace coach
