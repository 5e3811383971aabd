package org.homeward.durable.publication;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteListener;

/**
 * Where documents that were just written wait for their publication. One document always waits in
 * the same lane, and each lane has one worker; when a lane is full the sweep finds what had no
 * place.
 */
public final class Lanes<S> implements WriteListener<S>, AutoCloseable {

  private static final int LANES = 4;
  private static final int PLACES = 2_500;
  private static final int TURNS = 256;

  private final List<BlockingQueue<Guarded<S>>> queues =
      Stream.<BlockingQueue<Guarded<S>>>generate(() -> new ArrayBlockingQueue<>(PLACES))
          .limit(LANES)
          .toList();
  private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();
  private volatile List<Thread> workers = List.of();

  @Override
  public void written(Guarded<S> now) {
    if (!now.pending().isEmpty()) {
      boolean _ = queues.get(Math.floorMod(now.id().hashCode(), LANES)).offer(now);
    }
  }

  /** Whoever publishes a document of this id holds this monitor. */
  Object turn(String id) {
    return turns.get(Math.floorMod(id.hashCode(), TURNS));
  }

  void start(String name, Consumer<Guarded<S>> publish) {
    workers =
        queues.stream()
            .map(
                queue ->
                    Thread.ofVirtual().name("publish-" + name).start(() -> work(queue, publish)))
            .toList();
  }

  private void work(BlockingQueue<Guarded<S>> queue, Consumer<Guarded<S>> publish) {
    try {
      while (true) {
        publish.accept(queue.take());
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
