// strerror for English: the program never calls setlocale, so it always answers in English. One table for Chinese.
#include "base/system_error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>

namespace hazcheck {
namespace {

struct Word {
  int error;
  std::string_view zh;
};

constexpr Word kWords[] = {
    {ENOENT, "没有这个文件或文件夹"},
    {EACCES, "没有权限"},
    {EPERM, "操作不被允许"},
    {EISDIR, "这是一个文件夹"},
    {ENOTDIR, "路径中有一段不是文件夹"},
    {EEXIST, "文件已存在"},
    {ENOSPC, "磁盘空间不足"},
    {EDQUOT, "超出磁盘配额"},
    {EFBIG, "文件过大"},
    {EMFILE, "打开的文件过多"},
    {ENFILE, "系统打开的文件过多"},
    {EROFS, "文件系统只读"},
    {EIO, "输入输出错误"},
    {ENAMETOOLONG, "文件名过长"},
    {ELOOP, "符号链接成环或层数过多"},
    {ENOTEMPTY, "文件夹不是空的"},
    {ENOMEM, "内存不足"},
    {EBUSY, "文件或设备正被占用"},
    {ETXTBSY, "文件正在运行"},
    {EBADF, "输出未打开"},
    {EINVAL, "不是普通文件，或参数无效"},
};

}  // namespace

Text system_words(int error) {
  const std::string en = std::strerror(error);
  const auto* found =
      std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& w) { return w.error == error; });
  return {en, found == std::end(kWords) ? en : std::string(found->zh)};
}

Text with_reason(const Text& head, int error) {
  const Text why = system_words(error);
  return {head.en + ": " + why.en, head.zh + "：" + why.zh};
}

}  // namespace hazcheck
