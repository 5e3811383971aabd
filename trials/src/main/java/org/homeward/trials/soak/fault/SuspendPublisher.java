package org.homeward.trials.soak.fault;

import java.time.Duration;

/** Intake stands still in the middle of what it does, and goes on as if nothing had been. */
record SuspendPublisher() implements Fault {

  @Override
  public String name() {
    return "suspend-publisher";
  }

  @Override
  public String strike(Ground ground) {
    String node = ground.anyNode();
    var processes = ground.node(node).processes();
    var intake = ground.process(node, "intake");
    processes.suspend(intake);
    Duration time = ground.pause(1000, 5000);
    processes.resume(intake);
    return "suspend %s intake %s".formatted(node, Ground.seconds(time));
  }
}
