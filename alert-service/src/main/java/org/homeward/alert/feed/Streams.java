package org.homeward.alert.feed;

import java.util.HashMap;
import java.util.Map;

/** Counts who follows the feed in this process, and refuses more than it can bear. */
public final class Streams {

  private final int maxOfDesk;
  private final int maxOfAll;
  private final Map<String, Integer> ofDesk = new HashMap<>();
  private int all;

  public Streams(int maxOfDesk, int maxOfAll) {
    if (maxOfDesk < 1 || maxOfAll < maxOfDesk) {
      throw new IllegalArgumentException("a desk may have one stream at least, all as many");
    }
    this.maxOfDesk = maxOfDesk;
    this.maxOfAll = maxOfAll;
  }

  /** Whether there is room. */
  public sealed interface Admission {

    /** Close it when the stream has ended, however it has. */
    record Admitted(Streams streams, String desk) implements Admission, AutoCloseable {

      @Override
      public void close() {
        streams.release(desk);
      }
    }

    record DeskHasEnough() implements Admission {}

    record Full() implements Admission {}
  }

  public synchronized Admission admit(String desk) {
    if (all >= maxOfAll) {
      return new Admission.Full();
    }
    int open = ofDesk.getOrDefault(desk, 0);
    if (open >= maxOfDesk) {
      return new Admission.DeskHasEnough();
    }
    ofDesk.put(desk, open + 1);
    all++;
    return new Admission.Admitted(this, desk);
  }

  public synchronized int open() {
    return all;
  }

  private synchronized void release(String desk) {
    ofDesk.computeIfPresent(desk, (_, open) -> open == 1 ? null : open - 1);
    all--;
  }
}
