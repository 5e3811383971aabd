package org.homeward.trials.soak.fault;

import java.time.Duration;
import java.util.Map;
import org.homeward.local.node.NodePorts;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;
import org.homeward.local.node.Processes;
import org.homeward.testkit.FreePorts;
import org.homeward.trials.soak.load.OneAlert;

/**
 * One of two alert-services is suspended in the middle of a slice, for longer than its claim lasts.
 * The other takes the slice over; then the first one continues, or is killed.
 */
record SuspendSender() implements Fault {
  private static final String NODE = "rs";
  private static final Duration FIRST_MAIL = Duration.ofSeconds(12);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration SLOW = Duration.ofMillis(20);
  private static final Duration TICK = Duration.ofMillis(10);

  /** 4 s of a batch, 1 s of a mail, 5 s to store; then an alarm. */
  private static final int PAST_THE_CLAIM = 12_500;

  /** The time after which an unknown outcome is repeated once. */
  private static final int PAST_THE_REPEAT = 45_000;

  @Override
  public String name() {
    return "suspend-sender";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public String strike(NodePair pair) throws InterruptedException {
    var processes = pair.node(NODE).processes();
    ProcessPlan second = second(pair.process(NODE, "alert"));
    var end = new Thread(() -> processes.kill(second)); // it is in no plan that others end
    Runtime.getRuntime().addShutdownHook(end);
    try {
      pair.start(NODE, second);
      pair.awaitStarted();
      return strike(pair, processes, second);
    } finally {
      pair.wiring().mail(NODE).pass();
      processes.resume(second);
      processes.stop(second, STOP);
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private static String strike(NodePair pair, Processes processes, ProcessPlan second) {
    ProcessPlan first = pair.process(NODE, "alert");
    OneAlert alert = pair.stage().load().oneAlert();
    if (!alert.draft()) {
      return "suspend no sender: nothing could be drafted";
    }
    processes.suspend(second); // so that it is the first that sends
    var mails = pair.hotline(NODE).mail().reader();
    mails.next();
    var way = pair.wiring().mail(NODE);
    way.delay(SLOW); // or all is sent before anybody can stand still
    boolean approved = alert.approve();
    boolean sending = approved && Poll.until(FIRST_MAIL, TICK, () -> !mails.next().isEmpty());
    processes.suspend(first);
    way.pass();
    processes.resume(second);
    pair.pause(500, 1000);
    mails.next(); // the last that the first had sent
    boolean waits = pair.random().nextInt(4) == 0;
    Duration time =
        waits
            ? pair.pause(PAST_THE_REPEAT, PAST_THE_REPEAT + 1000)
            : pair.pause(PAST_THE_CLAIM, PAST_THE_CLAIM + 3000);
    int taken = mails.next().size();
    boolean dies = pair.random().nextInt(3) == 0;
    if (dies) {
      pair.kill(NODE, "alert");
      pair.start(NODE, "alert");
    } else {
      processes.resume(first);
    }
    pair.pause(500, 3000);
    alert.end();
    pair.pause(3000, 4000); // both of them have ends to send
    return "suspend rs alert %s%s, %d mails by another%s"
        .formatted(
            NodePair.seconds(time),
            sending ? " while sending" : "",
            taken,
            dies ? ", then kill" : "");
  }

  /** The second instance, which the gateway does not know. */
  private static ProcessPlan second(ProcessPlan first) {
    int port = FreePorts.take(1, NodePorts.TO_MANAGEMENT).getFirst();
    ProcessPlan other = first.with(Map.of("HOMEWARD_INSTANCE", "2")).listeningAt(port);
    return new ProcessPlan(
        "alert-2",
        other.jar(),
        other.options(),
        other.arguments(),
        other.environment(),
        other.ports(),
        other.health(),
        other.waitsFor());
  }
}
