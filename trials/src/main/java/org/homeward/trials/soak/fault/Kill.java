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
  public String strike(NodePair pair) throws InterruptedException {
    String node = pair.anyNode();
    String process = pair.any(VICTIMS);
    pair.kill(node, process);
    pair.pause(0, 1500);
    pair.start(node, process);
    if (pair.random().nextInt(3) > 0) {
      pair.awaitStarted();
    }
    return "kill %s %s".formatted(node, process);
  }
}
