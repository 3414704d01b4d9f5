#include "base/interrupt.h"

#include <signal.h>

#include <initializer_list>

namespace coach {
namespace {

volatile sig_atomic_t flag = 0;

void note_it(int) { flag = 1; }

}  // namespace

void watch_for_interrupts() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(number, nullptr, &before);
    if (before.sa_handler == SIG_IGN) continue;
    struct sigaction watch {};
    watch.sa_handler = note_it;  // without SA_RESTART: a read that waits comes back
    sigaction(number, &watch, nullptr);
  }
}

bool interrupted() { return flag != 0; }

}  // namespace coach
