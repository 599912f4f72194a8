// Digits by hand: the ledger of a province has millions of them. Must stay exact.
#include "render/values.hpp"

#include <charconv>

namespace hazcheck {

void append_integer(std::string& out, std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_date(std::string& out, Date date) {
  const Ymd d = to_ymd(date);
  if (d.year < 0 || d.year > 9999) {  // no such day can be recorded, but arithmetic may get there
    out += to_string(date);
    return;
  }
  const auto digit = [](int n) { return static_cast<char>('0' + n % 10); };
  const char text[] = {digit(d.year / 1000),
                       digit(d.year / 100),
                       digit(d.year / 10),
                       digit(d.year),
                       '-',
                       digit(d.month / 10),
                       digit(d.month),
                       '-',
                       digit(d.day / 10),
                       digit(d.day)};
  out.append(text, sizeof text);
}

void append_hundredths(std::string& out, std::int64_t hundredths, int decimals) {
  // Negated as unsigned: the smallest number has no positive counterpart.
  auto rest = static_cast<std::uint64_t>(hundredths);
  if (hundredths < 0) {
    out += '-';
    rest = 0 - rest;
  }
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, rest / 100).ptr;
  out.append(digits, end);
  if (decimals == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest % 100 / 10);
  if (decimals == 2) out += static_cast<char>('0' + rest % 10);
}

int decimals_of(std::int64_t hundredths) {
  if (hundredths % 10 != 0) return 2;
  return hundredths % 100 != 0 ? 1 : 0;
}

void append_figure(std::string& out, CellType type, std::int64_t value) {
  switch (type) {
    case CellType::rate: append_hundredths(out, value, 2); return;
    case CellType::days:
    case CellType::money: append_hundredths(out, value, decimals_of(value)); return;
    case CellType::text:
    case CellType::integer:
    case CellType::date:
    case CellType::flag: break;
  }
  append_integer(out, value);
}

}  // namespace hazcheck
