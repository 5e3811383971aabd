package org.homeward.engines.store;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;

/**
 * Measures how full the old generation is after a collection.
 *
 * <p>The collector itself looks only when that part is full, and then it is too late to refuse
 * anything: above {@link #WORTH_A_LOOK} each further twentieth is collected, at most a tenth of the
 * time.
 */
final class HeapFill {
  private static final int WORTH_A_LOOK = 60;
  private static final int STEP = 5;
  private static final int REST = 10;

  /** A part of a heap, and the collection of it. */
  interface Heap {
    /** The percentage in use, garbage included. */
    int used();

    /** In percent, after the last collection; 0 before the first. */
    int live();

    void collect();
  }

  private final Heap heap;
  private volatile int percent;
  private long restUntil = System.nanoTime();

  HeapFill(Heap heap) {
    this.heap = heap;
  }

  static HeapFill ofThisJvm() {
    return new HeapFill(new OldGeneration());
  }

  /** The percentage of the last {@link #look}. */
  int percent() {
    return percent;
  }

  /** Measures again; one thread calls it about once a second. */
  void look() {
    int used = heap.used();
    if (used < WORTH_A_LOOK) {
      percent = used;
      return;
    }
    if (used - heap.live() >= STEP && System.nanoTime() - restUntil >= 0) {
      long before = System.nanoTime();
      heap.collect();
      restUntil = System.nanoTime() + REST * (System.nanoTime() - before);
    }
    percent = heap.live() == 0 ? used : heap.live();
  }

  /** Only the old generation's pool has a usage threshold. */
  private static final class OldGeneration implements Heap {
    private final MemoryPoolMXBean pool =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == MemoryType.HEAP && p.isUsageThresholdSupported())
            .max(Comparator.comparingLong(p -> p.getUsage().getMax()))
            .orElseThrow();

    @Override
    public int used() {
      return percent(pool.getUsage());
    }

    @Override
    public int live() {
      MemoryUsage after = pool.getCollectionUsage();
      return after == null ? 0 : percent(after);
    }

    @Override
    public void collect() {
      System.gc();
    }

    private static int percent(MemoryUsage usage) {
      long most = usage.getMax() > 0 ? usage.getMax() : Runtime.getRuntime().maxMemory();
      return (int) (usage.getUsed() * 100 / most);
    }
  }
}
