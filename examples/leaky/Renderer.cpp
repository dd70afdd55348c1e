// Story 8: a document renderer with a pool per document
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"
#include "WorkerPool.h"

#include <atomic>
#include <future>
#include <hpdf.h>
#include <string>

namespace {

std::string layOut(int Page) { return "Page " + std::to_string(Page + 1); }

/// A PDF document whose pages are laid out in parallel.
class Document {
public:
  explicit Document(bool Parallel) : Pdf(HPDF_New(nullptr, nullptr)) {
    if (Parallel)
      Layout = new WorkerPool(10);
  }
  ~Document() { HPDF_Free(Pdf); }

  void addPages(int Count) {
    std::vector<std::string> Texts(Count);
    std::atomic<int> Done{0};
    for (int I = 0; I < Count; ++I)
      Layout->submit([&Texts, &Done, I] {
        Texts[I] = layOut(I);
        ++Done;
      });
    while (Done < Count)
      std::this_thread::yield();
    for (const std::string &Text : Texts)
      draw(Text);
  }

  size_t save() {
    HPDF_SaveToStream(Pdf);
    return HPDF_GetStreamSize(Pdf);
  }

private:
  /// The library itself is not made for several threads.
  void draw(const std::string &Text) {
    HPDF_Page Page = HPDF_AddPage(Pdf);
    HPDF_Page_BeginText(Page);
    HPDF_Page_SetFontAndSize(Page, HPDF_GetFont(Pdf, "Helvetica", nullptr), 12);
    HPDF_Page_TextOut(Page, 50, 700, Text.c_str());
    HPDF_Page_EndText(Page);
  }

  HPDF_Doc Pdf;
  // leak: unclosed-pool
  // Ten workers a document, and nothing ever closes the pool: a service went
  // from 5 threads to 106 in ten documents, and to 7,000 in production.
  WorkerPool *Layout = nullptr;
};

/// Small pictures of the pages, for the list of documents.
class Thumbnails {
public:
  ~Thumbnails() { delete Scaling; }

  void make(int Pages) {
    // leak: unclosed-pool
    // A new pool over the old one at every call: the destructor closes the
    // last, and all before it run on.
    Scaling = new WorkerPool(2);
    for (int I = 0; I < Pages; ++I)
      Scaling->submit([] {});
  }

private:
  WorkerPool *Scaling = nullptr;
};

void checkSpelling(int Pages, bool InDraft) {
  // leak: unclosed-pool
  // Most documents are drafts, and the way out for drafts forgets the pool.
  auto *Checkers = new WorkerPool(2);
  if (InDraft)
    return;
  for (int I = 0; I < Pages; ++I)
    Checkers->submit([] {});
  delete Checkers;
}

std::future<void> archive(size_t Size) {
  return std::async(std::launch::async, [Size] { std::string Copy(Size, 0); });
}

class Renderer : public Part {
public:
  void tick() override {
    if (++Ticks % 5 != 0)
      return;
    Document Order(/*Parallel=*/true);
    Order.addPages(3);
    Preview.make(3);
    checkSpelling(3, Ticks % 10 == 0);
    // leak: discarded-future
    // The future dies at once and its destructor waits: the renderer does
    // nothing while the document is archived "in the background".
    archive(Order.save());
  }

private:
  int Ticks = 0;
  Thumbnails Preview;
};

} // namespace

std::unique_ptr<Part> makeRenderer() { return std::make_unique<Renderer>(); }
