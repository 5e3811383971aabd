package org.homeward.trials.soak.fault;

import java.time.Duration;

/** Nobody of a node reaches its broker. */
record BrokerAway() implements Fault {
  private static final int TEN_MINUTES = 600_000;

  @Override
  public String name() {
    return "broker-away";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public String strike(Ground ground) {
    String node = ground.anyNode();
    var way = ground.wiring().broker(node);
    way.refuse();
    Duration time =
        ground.isSlow()
            ? ground.pause(TEN_MINUTES, TEN_MINUTES + 1000)
            : ground.pause(3000, 10_000);
    way.pass();
    return "%s broker away %s".formatted(node, Ground.seconds(time));
  }
}
