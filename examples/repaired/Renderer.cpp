// Story 8, repaired: whoever makes a pool closes it
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"
#include "WorkerPool.h"

#include <future>
#include <hpdf.h>
#include <string>

namespace {

std::string layOut(int Page) { return "Page " + std::to_string(Page + 1); }

/// A PDF document whose pages are laid out in parallel.
class Document {
public:
  Document() : Pdf(HPDF_New(nullptr, nullptr)) {}
  ~Document() { HPDF_Free(Pdf); }

  void addPages(int Count) {
    std::vector<std::string> Texts(Count);
    layOutAll(Texts);
    for (const std::string &Text : Texts)
      draw(Text);
  }

  size_t save() {
    HPDF_SaveToStream(Pdf);
    return HPDF_GetStreamSize(Pdf);
  }

private:
  /// The pool lives as long as the work: its destructor waits for the pages
  /// and joins the workers on every way out of here.
  static void layOutAll(std::vector<std::string> &Texts) {
    WorkerPool Layout(10);
    for (size_t I = 0; I < Texts.size(); ++I)
      Layout.submit([&Texts, I] { Texts[I] = layOut(I); });
  }

  /// The library itself is not made for several threads.
  void draw(const std::string &Text) {
    HPDF_Page Page = HPDF_AddPage(Pdf);
    HPDF_Page_BeginText(Page);
    HPDF_Page_SetFontAndSize(Page, HPDF_GetFont(Pdf, "Helvetica", nullptr), 12);
    HPDF_Page_TextOut(Page, 50, 700, Text.c_str());
    HPDF_Page_EndText(Page);
  }

  HPDF_Doc Pdf;
};

/// Small pictures of the pages, for the list of documents: one pool for all.
class Thumbnails {
public:
  void make(int Pages) {
    for (int I = 0; I < Pages; ++I)
      Scaling.submit([] {});
  }

private:
  WorkerPool Scaling{2};
};

void checkSpelling(int Pages, bool InDraft) {
  if (InDraft)
    return;
  WorkerPool Checkers(2);
  for (int I = 0; I < Pages; ++I)
    Checkers.submit([] {});
}

std::future<void> archive(size_t Size) {
  return std::async(std::launch::async, [Size] { std::string Copy(Size, 0); });
}

class Renderer : public Part {
public:
  void tick() override {
    if (++Ticks % 5 != 0)
      return;
    Document Order;
    Order.addPages(3);
    std::future<void> Archived = archive(Order.save());
    // The archive is written while these two run.
    Preview.make(3);
    checkSpelling(3, Ticks % 10 == 0);
    Archived.get();
  }

private:
  int Ticks = 0;
  Thumbnails Preview;
};

} // namespace

std::unique_ptr<Part> makeRenderer() { return std::make_unique<Renderer>(); }
