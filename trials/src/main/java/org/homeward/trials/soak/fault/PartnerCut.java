package org.homeward.trials.soak.fault;

import java.time.Duration;

/** The way to a partner breaks, first after its answers were made, then altogether. */
record PartnerCut() implements Fault {

  @Override
  public String name() {
    return "partner-cut";
  }

  @Override
  public String strike(Ground ground) {
    String to = ground.anyNode();
    var way = ground.wiring().partner(to);
    way.dropReplies();
    ground.pause(500, 2000);
    way.refuse();
    Duration time = ground.pause(1000, 5000);
    way.pass();
    return "way to %s cut %s".formatted(to, Ground.seconds(time));
  }
}
