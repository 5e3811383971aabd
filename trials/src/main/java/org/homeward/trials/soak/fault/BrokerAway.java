package org.homeward.trials.soak.fault;

import java.time.Duration;

/** No service of a node reaches its broker. */
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
  public String strike(NodePair pair) {
    String node = pair.anyNode();
    var way = pair.wiring().broker(node);
    way.refuse();
    Duration time =
        pair.isSlow() ? pair.pause(TEN_MINUTES, TEN_MINUTES + 1000) : pair.pause(3000, 10_000);
    way.pass();
    return "%s broker away %s".formatted(node, NodePair.seconds(time));
  }
}
