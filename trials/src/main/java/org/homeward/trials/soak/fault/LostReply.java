package org.homeward.trials.soak.fault;

import java.time.Duration;
import java.util.List;

/** The store executes a service's writes, and its replies are lost. */
record LostReply() implements Fault {

  @Override
  public String name() {
    return "lost-reply";
  }

  @Override
  public String strike(NodePair pair) {
    String node = pair.anyNode();
    String service = pair.any(List.of("intake", "alert", "bridge"));
    var way = pair.wiring().store(node, service);
    int before = way.lostReplies();
    for (int i = 0; i < 6; i++) {
      way.loseReplyTo(i % 3 == 2 ? "insert" : "findAndModify");
      pair.pause(100, 500);
    }
    way.dropReplies();
    Duration time = pair.pause(200, 1500);
    way.pass();
    return "%d replies of the store to %s %s lost, all for %s"
        .formatted(way.lostReplies() - before, node, service, NodePair.seconds(time));
  }
}
