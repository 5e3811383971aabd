package org.homeward.durable.log;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Threads that want to append take turns: two of this process would only take each other's number.
 * The thread whose turn it is appends for all waiting ones, in one write.
 */
final class Turns {

  private final Function<List<Log.Entry>, Map<String, Long>> write;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param write returns the number of each ref
   */
  Turns(Function<List<Log.Entry>, Map<String, Long>> write) {
    this.write = write;
  }

  private record Waiting(List<Log.Entry> entries, CompletableFuture<List<Long>> numbers) {

    void isWritten(Map<String, Long> all) {
      numbers.complete(entries.stream().map(e -> requireNonNull(all.get(e.ref()))).toList());
    }
  }

  List<Long> append(List<Log.Entry> all) {
    var mine = new Waiting(all, new CompletableFuture<>());
    waiting.add(mine);
    turn.lock();
    try {
      appendWaiting();
    } finally {
      turn.unlock();
    }
    try {
      return mine.numbers().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void appendWaiting() {
    List<Waiting> together = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      together.add(next);
    }
    if (together.isEmpty()) {
      return; // somebody has appended for us
    }
    try {
      Map<String, Long> numbers =
          write.apply(together.stream().flatMap(each -> each.entries().stream()).toList());
      together.forEach(each -> each.isWritten(numbers));
    } catch (RuntimeException | Error e) {
      together.forEach(each -> each.numbers().completeExceptionally(e));
    }
  }
}
