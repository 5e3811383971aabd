package org.homeward.trials.soak.fault;

import java.time.Duration;
import java.util.List;

/** The clock of one node is ten minutes wrong, and is set right while people work. */
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
  public String strike(Ground ground) throws InterruptedException {
    String node = ground.anyNode();
    Duration wrong = ground.random().nextBoolean() ? WRONG : WRONG.negated();
    restart(ground, node, wrong);
    ground.pause(1000, 4000);
    restart(ground, node, Duration.ZERO);
    return "%s clock %s".formatted(node, wrong);
  }

  private static void restart(Ground ground, String node, Duration wrong)
      throws InterruptedException {
    ground.wiring().setClock(node, wrong);
    for (String service : SERVICES) {
      ground.kill(node, service);
      ground.start(node, service);
    }
    ground.awaitStarted();
  }
}
