package org.homeward.trials.soak.fault;

import java.time.Duration;

/**
 * The connection to a partner breaks: first the partner's answers are lost, then nothing gets
 * through.
 */
record PartnerCut() implements Fault {

  @Override
  public String name() {
    return "partner-cut";
  }

  @Override
  public String strike(NodePair pair) {
    String to = pair.anyNode();
    var way = pair.wiring().partner(to);
    way.dropReplies();
    pair.pause(500, 2000);
    way.refuse();
    Duration time = pair.pause(1000, 5000);
    way.pass();
    return "way to %s cut %s".formatted(to, NodePair.seconds(time));
  }
}
