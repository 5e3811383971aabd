package org.homeward.durable.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.function.Supplier;
import org.homeward.durable.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * A cache of documents as this process last left them, so that the next write needs no read. A
 * write made from here is guarded like any other; whatever is no write is decided on the store.
 */
final class Recent<S> {

  /** The next write of a document follows soon, or reads it again. */
  private static final Duration KEPT = Duration.ofSeconds(20);

  private static final long BYTES = 4 << 20;
  private static final long LARGEST = 16 << 10;

  private final Cache<String, Guarded<S>> documents =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((String _, Guarded<S> document) -> Math.toIntExact(document.stored().bytes()))
          .expireAfterAccess(KEPT)
          .scheduler(Scheduler.systemScheduler())
          .executor(Runnable::run)
          .build();

  /**
   * One try on a document as it was read.
   *
   * @param <O> what can become of the verb
   */
  interface Attempt<S, O> {

    /** Null when somebody else has written since. */
    @Nullable O on(@Nullable Guarded<S> read);
  }

  /**
   * Tries first on the cached document, where only a write counts, because the guard detects a
   * stale one. Then tries on the store's document until there is an outcome.
   */
  <O extends WriteOutcome<S, ?>> O settled(
      String id, Attempt<S, O> attempt, Supplier<@Nullable Guarded<S>> store) {
    O first = onWhatWasLeft(id, attempt);
    if (first instanceof WriteOutcome.Written) {
      return first;
    }
    while (true) {
      O outcome = attempt.on(store.get());
      if (outcome != null) {
        return outcome;
      }
    }
  }

  /**
   * Failures on the cached document are ignored, because the newest one may succeed; only an
   * unknown outcome is passed on.
   */
  private <O> @Nullable O onWhatWasLeft(String id, Attempt<S, O> attempt) {
    Guarded<S> left = of(id);
    if (left == null) {
      return null;
    }
    try {
      return attempt.on(left);
    } catch (StoreFailure.OutcomeUnknown mayBeWritten) {
      throw mayBeWritten;
    } catch (RuntimeException refused) {
      forget(id);
      return null;
    }
  }

  @Nullable Guarded<S> of(String id) {
    return documents.getIfPresent(id);
  }

  void left(Guarded<S> document) {
    if (document.stored().bytes() <= LARGEST) {
      documents.put(document.id(), document);
    } else {
      documents.invalidate(document.id());
    }
  }

  void forget(String id) {
    documents.invalidate(id);
  }

  /** Its changes up to a version are published. */
  void published(String id, long version) {
    documents.asMap().computeIfPresent(id, (_, document) -> document.pendingAfter(version));
  }
}
