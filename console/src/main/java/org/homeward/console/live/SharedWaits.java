package org.homeward.console.live;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets the streams of one session wait for a part with one request. A page that is left ends its
 * stream, but not the request that waits: the next page takes it over.
 */
final class SharedWaits {

  private final Map<Key, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

  private record Key(String session, Part part) {}

  /**
   * Returns when something may have changed, or after {@code nanos}.
   *
   * @param request blocks until something changes; an earlier caller's running request is shared
   */
  void await(String session, Part part, long nanos, Runnable request) throws InterruptedException {
    var key = new Key(session, part);
    CompletableFuture<Void> shared =
        waiting.computeIfAbsent(
            key,
            _ -> {
              var begun = new CompletableFuture<Void>();
              Thread.startVirtualThread(
                  () -> {
                    try {
                      request.run();
                    } finally {
                      waiting.remove(key, begun);
                      begun.complete(null);
                    }
                  });
              return begun;
            });
    try {
      Void _ = shared.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException over) {
      return; // the caller looks for itself
    }
  }

  int waiting() {
    return waiting.size();
  }
}
