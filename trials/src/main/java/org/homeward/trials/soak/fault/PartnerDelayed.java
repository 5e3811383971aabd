package org.homeward.trials.soak.fault;

import java.time.Duration;

/** Every exchange between the partners takes seconds. */
record PartnerDelayed() implements Fault {

  @Override
  public String name() {
    return "partner-delayed";
  }

  @Override
  public String strike(NodePair pair) {
    String to = pair.anyNode();
    var way = pair.wiring().partner(to);
    way.delay(Duration.ofMillis(400 + pair.random().nextInt(2000)));
    Duration time = pair.pause(3000, 7000);
    way.pass();
    return "way to %s slow %s".formatted(to, NodePair.seconds(time));
  }
}
