package org.homeward.trials.soak.fault;

import java.time.Duration;

/** Intake is suspended in the middle of its work and then continues. */
record SuspendPublisher() implements Fault {

  @Override
  public String name() {
    return "suspend-publisher";
  }

  @Override
  public String strike(NodePair pair) {
    String node = pair.anyNode();
    var processes = pair.node(node).processes();
    var intake = pair.process(node, "intake");
    processes.suspend(intake);
    Duration time = pair.pause(1000, 5000);
    processes.resume(intake);
    return "suspend %s intake %s".formatted(node, NodePair.seconds(time));
  }
}
