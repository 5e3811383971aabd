package org.homeward.engines.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapFillTest {
  private final Collected heap = new Collected();
  private final HeapFill fill = new HeapFill(heap);

  @Test
  void belowSixtyPercentNothingIsCollected() {
    heap.used = 59;
    fill.look();

    assertThat(fill.percent()).isEqualTo(59);
    assertThat(heap.collections).isZero();
  }

  @Test
  void whatACollectionFreesDoesNotCount() {
    heap.used = 90;
    heap.garbage = 40;
    fill.look();

    assertThat(fill.percent()).isEqualTo(50);
  }

  @Test
  void eachFurtherTwentiethIsCollectedAndLessIsNot() {
    heap.used = 70;
    fill.look();
    heap.used = 74;
    fill.look();
    assertThat(heap.collections).isOne();
    assertThat(fill.percent()).isEqualTo(70);

    heap.used = 76;
    fill.look();
    assertThat(heap.collections).isEqualTo(2);
    assertThat(fill.percent()).isEqualTo(76);
  }

  @Test
  void theHeapOfThisJvmIsSomewhereBetweenEmptyAndFull() {
    HeapFill own = HeapFill.ofThisJvm();
    own.look();

    assertThat(own.percent()).isBetween(0, 100);
  }

  /** Collects in no time, so that the rest after it is none. */
  private static final class Collected implements HeapFill.Heap {
    private int used;
    private int garbage;
    private int live;
    private int collections;

    @Override
    public int used() {
      return used;
    }

    @Override
    public int live() {
      return live;
    }

    @Override
    public void collect() {
      used -= garbage;
      garbage = 0;
      live = used;
      collections++;
    }
  }
}
