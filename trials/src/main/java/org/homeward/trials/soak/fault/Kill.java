package org.homeward.trials.soak.fault;

import java.util.List;

/** A process dies between two of its instructions. */
record Kill() implements Fault {
  private static final List<String> VICTIMS =
      List.of("engines", "issuer", "intake", "alert", "bridge", "gateway"); // mails are evidence

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public String strike(Ground ground) throws InterruptedException {
    String node = ground.anyNode();
    String process = ground.any(VICTIMS);
    ground.kill(node, process);
    ground.pause(0, 1500);
    ground.start(node, process);
    if (ground.random().nextInt(3) > 0) {
      ground.awaitStarted();
    }
    return "kill %s %s".formatted(node, process);
  }
}
