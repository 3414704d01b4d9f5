// Calendars drawn to a width: bars and marks on one axis of days, or a strip of counts a week.
//
// ━ what is behind, ─ what is to come, ┄ what is only planned, ╎ today through all rows; in ASCII
// = - . and :. A strip has one sign for each week (or for so many weeks as fit): · none, ▁ one,
// ▄ two, █ three or more; in ASCII . and the number.
#pragma once

#include "view/line.h"

namespace coach {

/// The axis and all rows, `columns` wide.
Lines draw(const Calendar& calendar, int columns, bool ascii);

}  // namespace coach
