package org.homeward.durable.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HeadWatchTest {

  private static final Cursor HERE = new Cursor("abcdefgh", 4);
  private static final Cursor NEXT = new Cursor("abcdefgh", 5);

  private final AtomicInteger reads = new AtomicInteger();
  private volatile Supplier<Cursor> head = () -> HERE;
  private final HeadWatch watch =
      new HeadWatch(
          () -> {
            reads.incrementAndGet();
            return head.get();
          });

  private List<CompletableFuture<Optional<Cursor>>> waiting(int count) {
    List<CompletableFuture<Optional<Cursor>>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(CompletableFuture.supplyAsync(this::next, Thread::startVirtualThread));
    }
    Awaitility.await().until(() -> watch.waiting() == count);
    return all;
  }

  private Optional<Cursor> next() {
    try {
      return watch.awaitOther(HERE, Duration.ofMinutes(5));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAnyInstanceWritesIsReadOnceForAllWhoWait() {
    var all = waiting(3);
    watch.poll();
    assertThat(all).noneMatch(CompletableFuture::isDone);

    head = () -> NEXT;
    watch.poll();

    assertThat(all).allSatisfy(one -> assertThat(one.join()).contains(NEXT));
    assertThat(reads).hasValue(2);
  }

  @Test
  void nothingIsReadWhileNobodyWaits() {
    watch.poll();

    assertThat(reads).hasValue(0);
  }

  @Test
  void whoWaitsIsSentAwayWhenTheStoreDoesNotAnswerAndWhenTheProcessStops() {
    var all = waiting(2);
    head =
        () -> {
          throw new IllegalStateException("away");
        };
    assertThatThrownBy(watch::poll).isInstanceOf(IllegalStateException.class);
    assertThat(all).allSatisfy(one -> assertThat(one.join()).isEmpty());

    all = waiting(2);
    watch.close();
    assertThat(all).allSatisfy(one -> assertThat(one.join()).isEmpty());
    assertThat(watch.isClosed()).isTrue();
  }
}
