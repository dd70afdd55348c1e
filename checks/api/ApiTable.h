//===--- ApiTable.h - what library calls mean -------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rows of API knowledge, as read from YAML: the built-in files of this folder,
// and the user's own (option ApiFiles). This layer knows names and nothing of
// the AST: analysis/ApiIndex.h matches rows with declarations.
//
// The grammar, key by key with examples, is docs/api-files.md.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_APITABLE_H
#define LEASH_API_APITABLE_H

#include "DeadlineFacts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace leash {

/// What becomes of a task when the future that stands for it is dropped.
enum class DropEffect {
  Blocks,   ///< The destructor waits for the task.
  RunsOn,   ///< The task runs on; its result and exceptions are lost.
  NeverRuns ///< Nothing has started yet, and nothing ever will.
};

/// What becomes of the threads that an object still holds when it dies.
enum class Ending {
  Terminates, ///< The destructor ends the process.
  Detaches,   ///< The destructor lets them go.
  Joins,      ///< The destructor waits for them.
  Leaks       ///< Nothing happens: they run on, and their stacks and statuses
              ///< stay allocated.
};

/// The call starts concurrent work.
struct SpawnFact {
  enum WorkKind { Thread, Task };
  WorkKind Starts = Thread;
  /// The argument that is the task body, after any leading Policies.
  unsigned Body = 0;
  /// The first of the arguments that are passed on to the body.
  std::optional<unsigned> Arguments;
  /// The parameter of the body that gets the first of them; those before it get
  /// something of the library's own.
  unsigned Parameter = 0;
  /// Who ends up holding the handle.
  Operand Handle;
  /// The argument that carries attributes (pthread_attr_t).
  std::optional<unsigned> Attribute;
  /// Types that may stand before the body (std::launch, an executor).
  std::vector<std::string> Policies;
  /// Whether the work runs on threads of a pool, so that no call adds one.
  bool IsPooled = false;
  /// The policy value under which the call starts nothing by itself.
  std::string Deferred;
  /// Set when the handle is a future: what dropping it does.
  std::optional<DropEffect> Dropped;
  /// How to start the same work without a future, where there is a way.
  std::string Unobserved;
  /// What the call returns when it has started something; any other value says
  /// that it has not. For calls whose result is not the handle.
  std::optional<unsigned> Success;
};

/// The call makes a pool that somebody has to close, and that has no destructor
/// to do it (C).
struct OpensFact {
  Operand Handle;   ///< Who ends up holding the pool.
  std::string What; ///< What it is, for messages: "thread pool".
  /// As in SpawnFact.
  std::optional<unsigned> Success;
};

/// The call has a function run once for each event, whenever one comes.
struct RegistersFact {
  unsigned Body = 0; ///< The argument that runs.
  std::string Event; ///< What it runs for, for messages: "HTTP request".
  /// The operand that Body is a method of, where both Body and the selector are
  /// texts, such as Qt's SLOT(tick()) and SIGNAL(timeout()). The selector is
  /// then a member of the argument before it.
  std::optional<Operand> Object;
  /// The argument that says which event it is, and the members or functions
  /// that it has to name; every event when there are none.
  std::optional<unsigned> Selector;
  std::vector<std::string> Selected;
  /// Whether it runs once only, unless it is registered anew.
  bool IsOnce = false;
  /// What it returns when it does not want to run again.
  std::optional<int64_t> EndsWith;
};

/// The call runs a function once for each element of a range, or a number of
/// times.
struct RepeatsFact {
  unsigned Body = 0;
  std::optional<unsigned> Over;  ///< The range, or its first iterator.
  std::optional<unsigned> Count; ///< How often.
};

/// The call lets a thread go.
struct DetachFact {
  Operand Handle;
  /// Closing a reference detaches only while the thread is fresh: started in
  /// the same function and not waited for (g_thread_unref, CloseHandle).
  bool OnlyFresh = false;
};

/// The call writes an attribute that makes threads start detached.
struct DetachedAttributeFact {
  unsigned Attribute = 0;
  unsigned Value = 0;
  std::string Means; ///< The constant's name.
};

/// The call hands a callable on: its result runs Body with the arguments.
struct CallableFact {
  unsigned Body = 0;
  std::optional<unsigned> Arguments;
};

/// The call makes an object of one of its template arguments (or of its
/// receiver's) in place: emplace_back, make_unique.
struct MakesFact {
  unsigned TemplateArgument = 0;
  unsigned From = 0; ///< The first argument that the constructor gets.
};

/// A function, method or constructor, and what a call of it means.
struct CallRow {
  std::string Name; ///< Qualified; a constructor repeats its class's name.
  /// Further names of which the row says the same. ApiTable makes a row of
  /// each.
  std::vector<std::string> Also;
  std::string Source;

  std::optional<SpawnFact> Spawn;
  std::optional<DetachFact> Detach;
  std::optional<DetachedAttributeFact> DetachedAttribute;
  std::optional<CallableFact> Callable;
  std::optional<MakesFact> Makes;
  std::optional<OpensFact> Opens;
  std::optional<RegistersFact> Registers;
  std::optional<RepeatsFact> Repeats;
  /// Makes this attribute what it is by default.
  std::optional<Operand> ResetsAttribute;
  std::optional<Operand> Passes; ///< The result stands for this operand.
  std::optional<Operand>
      Identifies;                  ///< Returns the id of this handle's thread.
  std::optional<Operand> Joins;    ///< Waits for this handle's thread to end.
  std::optional<Operand> Closes;   ///< Ends this pool and its threads.
  std::optional<Operand> Observes; ///< Looks at or uses this handle or pool;
                                   ///< whoever holds it still does.
  std::optional<Operand> Joinable; ///< Returns whether this handle holds a
                                   ///< thread.
  std::optional<Operand> Resets;   ///< Destroys what this holds.
  std::optional<Operand> Swaps;    ///< Exchanges this operand with the object
                                   ///< or with the first argument.
  std::optional<Operand> Consults; ///< Reads this stop signal.
  std::optional<Operand> Takes;    ///< Takes an element out of this queue.
  std::optional<Operand> Puts;     ///< Puts an element into this queue.
  std::optional<Operand> Bounds;   ///< Gives this queue, which has none before,
                                   ///< a capacity: puts wait from then on.
  std::optional<Operand> Shuts;    ///< Closes this queue: nobody waits on it
                                   ///< any more.
  std::optional<Operand> Acquires; ///< Takes one of a limited number of permits
                                   ///< from this, or waits for one.
  std::optional<Operand> Cancels;  ///< Asks this handle's thread to end.
  std::optional<Operand> Signals;  ///< Tells whoever waits on this operand.
  std::optional<Operand> Waits;    ///< Waits until this operand is signalled.
  std::optional<Operand> Blocks;   ///< Waits, with no time limit, for something
                                   ///< to come from this (a socket).
  std::optional<Operand> Wakes;    ///< Ends what others wait for on this.
  /// Restricts the facts about deadlines, below, to some calls.
  std::vector<ArgumentCondition> When;
  /// The number of parameters that the function has, where overloads differ.
  std::optional<unsigned> Parameters;
  /// Something that later versions declare, of which it does not speak.
  std::string UnlessDeclared;
  std::optional<BlockingFact> Blocking; ///< Waits for somebody else.
  std::optional<SetsDeadlineFact> SetsDeadline;
  std::optional<Operand> ClearsDeadlines; ///< Takes all deadlines back.
  DeadlineNames ClearsOnly; ///< With ClearsDeadlines: no others; or empty.
  std::optional<CopiesDeadlinesFact> CopiesDeadlines;
  std::optional<Operand> Creates; ///< Makes this handle, without a deadline.
  bool Timed = false;             ///< What the call waits for, it waits for no
                                  ///< longer than a given time.
  bool CurrentThread = false;     ///< Returns the caller's own handle.
  bool StopPoint = false;         ///< Leaves when the thread is to end.
  bool Clock = false;             ///< Tells the time.
  bool ProcessLifetime = false;   ///< What such a loop waits for, it serves
                                  ///< as long as the process lives.
  bool NoReturn = false;          ///< Never comes back, declared so or not.
  bool Forks = false;             ///< Comes back in a new process, too, and
                                  ///< answers 0 there.
  bool EndsThread = false;        ///< Never comes back, and ends no more than
                                  ///< the thread.
  bool Accepted = false; ///< The project's own way to let go on purpose.

  /// The last part of Name: the constructor's or function's identifier.
  llvm::StringRef identifier() const;
  bool isConstructor() const;
  /// Whether Name is a class's operator().
  bool isCallOperator() const;
};

/// A type and what holding one means.
struct TypeRow {
  enum HandleKind { NoHandle, Thread, Future };
  enum StopKind { NoStop, Token, Flag };

  std::string Name;
  std::string Source;

  HandleKind Handle = NoHandle;
  StopKind Stop = NoStop;
  /// What a pool of threads is called in messages; empty for other types.
  std::string Pool;
  /// The class with the same methods whose destructor joins, where there is
  /// one.
  std::string Joining;
  /// What the destructor of a handle or pool does; nothing when it is not said.
  std::optional<Ending> Destructor;
  /// A future whose destructor waits if an asynchronous call made it: dropping
  /// one that is made out of sight counts, too.
  bool MayBlock = false;
  bool Queue = false;   ///< Holds jobs for others to take.
  bool Forever = false; ///< Its value is never destroyed (NoDestructor<T>).
  /// What a queue that others wait on is called in messages; empty for other
  /// types.
  std::string Channel;
  /// The destructor of such a queue closes it.
  bool ShutsAtEnd = false;
  /// A method of a class derived from it that overrides one of a base runs
  /// once for each such event: "RPC".
  std::string Events;
  /// The number of its elements is part of the program: std::array.
  bool HasConstantSize = false;
  /// The template argument with which a walk over it never ends; empty when
  /// there is none.
  std::string EndlessWith;
  /// An object of it carries deadlines, and has none when it is made.
  bool CarriesDeadlines = false;
  /// What a call that takes an object of it, made of one value, is bounded by.
  std::optional<DeadlineValue> SetsDeadline;
  /// The type of the constructor's argument whose deadlines a new object takes
  /// over; empty when it has none.
  std::string TakesDeadlinesOf;
  /// A pointer to an object of it, as the first argument, makes a call block
  /// whose result is one of Returns: a call of generated code. Where the handle
  /// is another operand, it is not a pointer, but the object.
  std::optional<BlockingFact> Context;
  std::vector<std::string> Returns;

  llvm::StringRef identifier() const;
};

/// A variable that swallows what is assigned to it.
struct VariableRow {
  std::string Name;
  std::string Source;

  llvm::StringRef identifier() const;
};

/// A field whose value is a deadline of the object that it belongs to.
struct FieldRow {
  std::string Name;
  std::string Source;
  std::optional<DeadlineValue> SetsDeadline;

  llvm::StringRef identifier() const;
};

/// One mistake in an API file, ready to show.
struct ApiError {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Message;

  /// "file:line:column: message".
  std::string text() const;
};

/// A set of rows. Immutable once loaded, so any number of threads may read one.
class ApiTable {
public:
  /// The rows that are built in. Loaded on first use, from whichever thread
  /// comes first. A mistake in a built-in file is a bug that the tests find.
  static const ApiTable &builtIn();

  /// Adds the rows of \p Text, which was read from \p File. A row with a
  /// mistake is left out and reported; the others count.
  void add(llvm::StringRef File, llvm::StringRef Text,
           std::vector<ApiError> &Errors);

  /// Adds the rows of the file \p Path; a file that cannot be read is an error
  /// like any other.
  void addFile(llvm::StringRef Path, std::vector<ApiError> &Errors);

  const std::deque<CallRow> &calls() const { return Calls; }
  const std::deque<TypeRow> &types() const { return Types; }
  const std::deque<VariableRow> &variables() const { return Variables; }
  const std::deque<FieldRow> &fields() const { return Fields; }
  /// Words in a class's name that say that others take jobs out of it; used
  /// only for a class of the user's own whose methods are not visible.
  const std::vector<std::string> &queueWords() const { return QueueWords; }
  /// Names of methods that ask an object to end what it does; used only for
  /// methods that are not visible.
  const std::vector<std::string> &stopWords() const { return StopWords; }
  /// The same for methods that wait until others have done something.
  const std::vector<std::string> &waitWords() const { return WaitWords; }
  /// The same for methods that start an object up, and are called once.
  const std::vector<std::string> &startWords() const { return StartWords; }
  /// The headers that declare the rows: what the tests include.
  const std::vector<std::string> &headers() const { return Headers; }

private:
  // Deques: rows are referred to by address while more are added.
  std::deque<CallRow> Calls;
  std::deque<TypeRow> Types;
  std::deque<VariableRow> Variables;
  std::deque<FieldRow> Fields;
  std::vector<std::string> QueueWords;
  std::vector<std::string> StopWords;
  std::vector<std::string> WaitWords;
  std::vector<std::string> StartWords;
  std::vector<std::string> Headers;
};

} // namespace leash

#endif // LEASH_API_APITABLE_H
