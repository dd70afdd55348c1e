//===--- WeakenImports.cpp - makes a plugin's imports optional ------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   weaken-imports leash.so
//
// Makes every undefined symbol of an ELF shared library weak. Lazy binding
// spares functions that are called, but not addresses that are stored (virtual
// tables, function pointers): a single one that the host lacks, and the dynamic
// loader refuses the library before its version guard can speak. GNU ld and lld
// have no option for it (gold had), so the finished file is changed: one byte a
// symbol.
//
//===----------------------------------------------------------------------===//

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <elf.h>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

int fail(const char *File, const char *Why) {
  std::fprintf(stderr, "weaken-imports: error: %s: %s\n", File, Why);
  return 1;
}

template <typename T> T *at(std::vector<char> &Bytes, uint64_t Offset) {
  return reinterpret_cast<T *>(Bytes.data() + Offset);
}

/// Weakens the undefined symbols of one symbol table.
template <typename Symbol>
void weaken(std::vector<char> &Bytes, uint64_t Offset, uint64_t Size) {
  for (uint64_t I = 0; I != Size / sizeof(Symbol); ++I) {
    Symbol *S = at<Symbol>(Bytes, Offset) + I;
    // The layout of st_info is the same in both classes.
    if (S->st_shndx == SHN_UNDEF && ELF64_ST_BIND(S->st_info) == STB_GLOBAL)
      S->st_info = ELF64_ST_INFO(STB_WEAK, ELF64_ST_TYPE(S->st_info));
  }
}

template <typename Header, typename Section, typename Symbol>
bool weakenAll(std::vector<char> &Bytes) {
  if (Bytes.size() < sizeof(Header))
    return false;
  const Header *H = at<Header>(Bytes, 0);
  if (H->e_shoff + uint64_t(H->e_shnum) * sizeof(Section) > Bytes.size())
    return false;

  bool Found = false;
  for (unsigned I = 0; I != H->e_shnum; ++I) {
    const Section *S = at<Section>(Bytes, H->e_shoff) + I;
    if (S->sh_type != SHT_DYNSYM)
      continue;
    if (S->sh_offset + S->sh_size > Bytes.size())
      return false;
    weaken<Symbol>(Bytes, S->sh_offset, S->sh_size);
    Found = true;
  }
  return Found;
}

bool weakenAll(std::vector<char> &Bytes) {
  if (Bytes.size() < EI_NIDENT || std::memcmp(Bytes.data(), ELFMAG, SELFMAG))
    return false;
  if (Bytes[EI_CLASS] == ELFCLASS64)
    return weakenAll<Elf64_Ehdr, Elf64_Shdr, Elf64_Sym>(Bytes);
  return weakenAll<Elf32_Ehdr, Elf32_Shdr, Elf32_Sym>(Bytes);
}

} // namespace

int main(int Argc, char **Argv) {
  if (Argc != 2)
    return fail("usage", "weaken-imports FILE");

  std::ifstream In(Argv[1], std::ios::binary);
  std::vector<char> Bytes{std::istreambuf_iterator<char>(In), {}};
  if (!In)
    return fail(Argv[1], "cannot be read");
  if (!weakenAll(Bytes))
    return fail(Argv[1], "is not an ELF library of this machine's byte order");

  std::ofstream Out(Argv[1], std::ios::binary | std::ios::in);
  Out.write(Bytes.data(), Bytes.size());
  if (!Out.flush())
    return fail(Argv[1], "cannot be written");
  return 0;
}
