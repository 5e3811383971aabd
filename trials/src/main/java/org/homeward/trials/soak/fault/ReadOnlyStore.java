package org.homeward.trials.soak.fault;

import java.time.Duration;

/** The store refuses writes as a replica set member does that is not the primary any more. */
record ReadOnlyStore() implements Fault {

  @Override
  public String name() {
    return "read-only";
  }

  @Override
  public String strike(Ground ground) {
    String node = ground.anyNode();
    ground.wiring().setReadOnly(node, true);
    Duration time = ground.pause(1500, 5000);
    ground.wiring().setReadOnly(node, false);
    return "%s store read-only %s".formatted(node, Ground.seconds(time));
  }
}
