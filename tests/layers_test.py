#!/usr/bin/env python3
"""Shows that layers.py names each kind of include that it is there to find."""
import tempfile
import unittest
from pathlib import Path

import layers


class Layers(unittest.TestCase):
    def problems(self, **files):
        """Of a tree; `model_goal_h` stands for src/model/goal.h."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path, _, kind = name.rpartition("_")
                where = Path(folder, path.replace("_", "/", 1) + "." + kind)
                where.parent.mkdir(exist_ok=True)
                where.write_text(text)
            return layers.check(Path(folder))[1]

    def test_down_and_sideways_is_fine(self):
        self.assertEqual(self.problems(
            base_date_h="", model_goal_h='#include "base/date.h"\n',
            model_plan_h='#include "model/goal.h"\n',
            toml_parse_cc="#include <toml++/toml.h>\n", main_cc='#include "model/plan.h"\n'), [])

    def test_up_is_named_with_its_place(self):
        self.assertEqual(self.problems(base_date_h='\n#include "model/goal.h"\n', model_goal_h=""),
                         ['src/base/date.h:2: "model/goal.h" points up from base'])

    def test_a_layer_below_may_still_be_left_out(self):
        for file, below in (("view_page_h", "journal"), ("view_page_h", "toml"),
                            ("model_goal_h", "toml"), ("record_field_h", "toml")):
            found = self.problems(**{file: f'#include "{below}/x.h"\n', f"{below}_x_h": ""})
            self.assertEqual(len(found), 1, found)
            self.assertIn("is not for", found[0])

    def test_a_circle_is_told_once_and_whole(self):
        self.assertEqual(
            self.problems(model_a_h='#include "model/b.h"\n', model_b_h='#include "model/c.h"\n',
                          model_c_h='#include "model/a.h"\n'),
            ["in a circle: model/a.h > model/b.h > model/c.h > model/a.h"])

    def test_commands_do_not_know_each_other(self):
        files = {"command_todo_h": "", "command_capture_h": ""}
        self.assertEqual(self.problems(command_brief_cc='#include "command/capture.h"\n', **files), [])
        self.assertEqual(self.problems(command_brief_cc='#include "command/todo.h"\n', **files),
                         ['src/command/brief.cc:1: "command/todo.h" is another command'])

    def test_costly_libraries_stay_in_their_file(self):
        self.assertEqual(len(self.problems(journal_load_cc="#include <toml++/toml.h>\n",
                                           command_list_cc="#include <CLI/CLI.hpp>\n")), 2)

    def test_an_unknown_folder_or_file_is_named(self):
        self.assertEqual(self.problems(helpers_x_h="", base_a_h='#include "base/b.h"\n'),
                         ['src/base/a.h:1: "base/b.h" is no file below src/',
                          "src/helpers/x.h: in no known layer"])


if __name__ == "__main__":
    unittest.main()
