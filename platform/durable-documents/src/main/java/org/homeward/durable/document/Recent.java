package org.homeward.durable.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.durable.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * A cache of documents as this process last left them, so that the next write needs no read. A
 * write made from here is guarded like any other; whatever is no write is decided on the store.
 */
final class Recent<S> {

  private static final int DOCUMENTS = 512;
  private static final int LARGEST = 16 << 10;

  private final Map<String, Guarded<S>> documents =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guarded<S>> eldest) {
          return size() > DOCUMENTS;
        }
      };

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

  synchronized @Nullable Guarded<S> of(String id) {
    return documents.get(id);
  }

  synchronized void left(Guarded<S> document) {
    if (document.stored().bytes() <= LARGEST) {
      documents.put(document.id(), document);
    } else {
      documents.remove(document.id());
    }
  }

  synchronized void forget(String id) {
    documents.remove(id);
  }

  /** Its changes up to a version are published. */
  synchronized void published(String id, long version) {
    documents.computeIfPresent(id, (_, document) -> document.pendingAfter(version));
  }
}
