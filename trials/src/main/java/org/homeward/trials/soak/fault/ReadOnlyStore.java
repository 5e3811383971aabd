package org.homeward.trials.soak.fault;

import java.time.Duration;

/** The store refuses writes, as a member of a replica set does when it is no longer the primary. */
record ReadOnlyStore() implements Fault {

  @Override
  public String name() {
    return "read-only";
  }

  @Override
  public String strike(NodePair pair) {
    String node = pair.anyNode();
    pair.wiring().setReadOnly(node, true);
    Duration time = pair.pause(1500, 5000);
    pair.wiring().setReadOnly(node, false);
    return "%s store read-only %s".formatted(node, NodePair.seconds(time));
  }
}
