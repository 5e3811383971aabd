package org.homeward.trials.soak.load;

import java.time.Clock;
import java.time.Duration;
import org.homeward.trials.soak.history.History;

/** An alert to all volunteers whose moments somebody else chooses. */
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

  /** From now on it is sent. */
  public boolean approve() {
    return broadcast.approve();
  }

  /** The child is found. */
  public void end() {
    call.end();
  }
}
