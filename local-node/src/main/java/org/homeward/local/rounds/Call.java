package org.homeward.local.rounds;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.jspecify.annotations.Nullable;

/** One report of one caller: filed, and released or not. */
final class Call implements Runnable {
  private final HotlineClient operator;
  private final String plate;
  private final @Nullable String releaseTo;
  private final Repeat repeat = new Repeat();
  private volatile String location = "";
  private volatile String child = "";
  private volatile long releasedAt;
  private volatile String trouble = "";

  /**
   * @param plate marks the report, so that it is found again in every place
   * @param releaseTo a desk, or null to leave the report held
   */
  Call(HotlineClient operator, String plate, @Nullable String releaseTo) {
    this.operator = operator;
    this.plate = plate;
    this.releaseTo = releaseTo;
  }

  @Override
  public void run() {
    try {
      file();
    } catch (Repeat.NoOutcome e) {
      trouble = String.valueOf(e.getMessage());
    }
  }

  private void file() {
    String key = HotlineClient.newKey();
    Answer opened = repeat.untilKnown(() -> operator.open(Reports.marked(plate), key));
    if (opened.status() != 201) {
      trouble = "filing was answered " + opened;
      return;
    }
    location = opened.header("Location");
    child = opened.json().path("children").path(0).asString("");
    if (releaseTo != null) {
      release(opened, releaseTo);
    }
  }

  Told told() {
    return new Told(plate, location, releasedAt != 0, trouble);
  }

  String caseId() {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  String child() {
    return child;
  }

  /** {@link System#nanoTime} of the answer to the release; 0 when there was none. */
  long releasedAt() {
    return releasedAt;
  }

  /** How many requests were sent again. */
  int repeats() {
    return repeat.count();
  }

  private void release(Answer opened, String desk) {
    String key = HotlineClient.newKey();
    Answer released =
        repeat.untilKnown(
            () ->
                operator.release(
                    opened.text("case"), opened.text("report"), desk, opened.etag(), key));
    if (released.status() == 200) {
      releasedAt = System.nanoTime();
    } else {
      trouble = "releasing was answered " + released;
    }
  }
}
