package org.homeward.durable.publication;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteListener;
import org.jspecify.annotations.Nullable;

/**
 * Queues of documents that were just written and wait for publication. One document always waits in
 * the same lane, and each lane has one worker; the sweep publishes documents that found a lane
 * full.
 */
public final class Lanes<S> implements WriteListener<S>, AutoCloseable {

  private static final int LANES = 4;
  private static final int PLACES = 2_500;
  private static final int TURNS = 256;

  /** After a longer wait another instance may have erased the document. */
  private static final long FRESH_NANOS = 1_000_000_000L;

  /** A larger one is read again instead of held. */
  private static final long LARGEST = 16 << 10;

  /**
   * @param document null where it is to be read again
   */
  private record Waiting<S>(String id, @Nullable Guarded<S> document, long since) {}

  private final List<BlockingQueue<Waiting<S>>> queues =
      Stream.<BlockingQueue<Waiting<S>>>generate(() -> new ArrayBlockingQueue<>(PLACES))
          .limit(LANES)
          .toList();
  private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();
  private volatile List<Thread> workers = List.of();

  @Override
  public void written(Guarded<S> now) {
    if (!now.pending().isEmpty()) {
      Guarded<S> held = now.stored().bytes() > LARGEST ? null : now;
      boolean _ =
          queues
              .get(Math.floorMod(now.id().hashCode(), LANES))
              .offer(new Waiting<>(now.id(), held, System.nanoTime()));
    }
  }

  /** The publisher of a document with this id holds this monitor. */
  Object turn(String id) {
    return turns.get(Math.floorMod(id.hashCode(), TURNS));
  }

  /**
   * @param publish takes a document as its writer has just left it
   * @param publishNewest takes the id of one that must be read again
   */
  void start(String name, Consumer<Guarded<S>> publish, Consumer<String> publishNewest) {
    workers =
        queues.stream()
            .map(
                queue ->
                    Thread.ofVirtual()
                        .name("publish-" + name)
                        .start(() -> work(queue, publish, publishNewest)))
            .toList();
  }

  private void work(
      BlockingQueue<Waiting<S>> queue,
      Consumer<Guarded<S>> publish,
      Consumer<String> publishNewest) {
    try {
      while (true) {
        Waiting<S> next = queue.take();
        Guarded<S> document = next.document();
        if (document != null && System.nanoTime() - next.since() < FRESH_NANOS) {
          publish.accept(document);
        } else {
          publishNewest.accept(next.id());
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    workers.forEach(Thread::interrupt);
  }
}
