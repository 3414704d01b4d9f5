// What one durable write costs, and nothing else: a temporary file, fsync, rename, fsync of the
// folder. The measure that `coach log-session` without git is held against.
//
//   safe_write FOLDER
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <string>

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::string folder = words[1];
  const std::string temporary = folder + "/.note.tmp";
  const std::string name = folder + "/note-" + std::to_string(getpid()) + ".toml";
  const std::string text(500, 'x');
  const int file = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 || write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      fsync(file) != 0 || close(file) != 0 || std::rename(temporary.c_str(), name.c_str()) != 0)
    return 1;
  const int above = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return above >= 0 && fsync(above) == 0 ? 0 : 1;
}
