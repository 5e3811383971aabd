package org.homeward.trials.soak.fault;

import java.time.Duration;

/** Connections to a partner stay open, and no byte gets through. */
record PartnerHalfOpen() implements Fault {

  @Override
  public String name() {
    return "partner-half-open";
  }

  @Override
  public String strike(NodePair pair) {
    String to = pair.anyNode();
    var way = pair.wiring().partner(to);
    way.halfOpen();
    Duration time = pair.pause(3000, 8000);
    way.pass();
    return "way to %s half-open %s".formatted(to, NodePair.seconds(time));
  }
}
