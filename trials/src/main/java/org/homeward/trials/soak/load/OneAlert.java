package org.homeward.trials.soak.load;

import java.time.Clock;
import java.time.Duration;
import org.homeward.trials.soak.history.History;

/** An alert to all volunteers; the caller decides when each step happens. */
public final class OneAlert {
  private final Call call;
  private final Broadcast broadcast;

  OneAlert(History history, People people, Call call, Clock clock) {
    this.call = call;
    broadcast =
        new Broadcast(history, people.rs(), call, people.authority(), false, Duration.ZERO, clock);
  }

  /** Returns whether it can be approved now. */
  public boolean draft() {
    call.run();
    return call.isReleased() && broadcast.draft();
  }

  /** Approves it: the sending begins. */
  public boolean approve() {
    return broadcast.approve();
  }

  /** Ends its case. */
  public void end() {
    call.end();
  }
}
