// SHA-256 of a text, as 64 hexadecimal digits (FIPS 180-4), by libsodium.
#pragma once

#include <string>
#include <string_view>

namespace coach {

std::string sha256(std::string_view bytes);

}  // namespace coach
