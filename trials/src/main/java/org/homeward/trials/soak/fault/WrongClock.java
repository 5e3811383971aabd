package org.homeward.trials.soak.fault;

import java.time.Duration;
import java.util.List;

/** The clock of one node is ten minutes wrong and is corrected while people work. */
record WrongClock() implements Fault {
  private static final Duration WRONG = Duration.ofMinutes(10);
  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");

  @Override
  public String name() {
    return "wrong-clock";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public String strike(NodePair pair) throws InterruptedException {
    String node = pair.anyNode();
    Duration wrong = pair.random().nextBoolean() ? WRONG : WRONG.negated();
    restart(pair, node, wrong);
    pair.pause(1000, 4000);
    restart(pair, node, Duration.ZERO);
    return "%s clock %s".formatted(node, wrong);
  }

  private static void restart(NodePair pair, String node, Duration wrong)
      throws InterruptedException {
    pair.wiring().setClock(node, wrong);
    for (String service : SERVICES) {
      pair.kill(node, service);
      pair.start(node, service);
    }
    pair.awaitStarted();
  }
}
