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
 * Where documents that were just written wait for their publication. One document always waits in
 * the same lane, and each lane has one worker; when a lane is full the sweep finds what had no
 * place.
 */
public final class Lanes<S> implements WriteListener<S>, AutoCloseable {

  private static final int LANES = 4;
  private static final int PLACES = 2_500;
  private static final int TURNS = 256;

  /** One that has waited for longer may have been erased by another instance. */
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

  /** Whoever publishes a document of this id holds this monitor. */
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
