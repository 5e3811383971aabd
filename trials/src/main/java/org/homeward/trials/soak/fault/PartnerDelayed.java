package org.homeward.trials.soak.fault;

import java.time.Duration;

/** Everything between the partners takes seconds. */
record PartnerDelayed() implements Fault {

  @Override
  public String name() {
    return "partner-delayed";
  }

  @Override
  public String strike(Ground ground) {
    String to = ground.anyNode();
    var way = ground.wiring().partner(to);
    way.delay(Duration.ofMillis(400 + ground.random().nextInt(2000)));
    Duration time = ground.pause(3000, 7000);
    way.pass();
    return "way to %s slow %s".formatted(to, Ground.seconds(time));
  }
}
