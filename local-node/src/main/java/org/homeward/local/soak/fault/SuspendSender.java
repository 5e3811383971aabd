package org.homeward.local.soak.fault;

import java.time.Duration;
import org.homeward.local.node.Poll;

/**
 * Alert stands still in the middle of sending, for longer than it may hold a slice, and goes on
 * with it. Every second time it is killed at the end instead, so that another takes the slice over.
 */
record SuspendSender() implements Fault {
  private static final String NODE = "rs";
  private static final Duration FIRST_MAIL = Duration.ofSeconds(6);
  private static final Duration TICK = Duration.ofMillis(10);

  @Override
  public String name() {
    return "suspend-sender";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public String strike(Ground ground) {
    var processes = ground.node(NODE).processes();
    var alert = ground.process(NODE, "alert");
    var mails = ground.hotline(NODE).mail().reader();
    mails.next();
    boolean sending = Poll.until(FIRST_MAIL, TICK, () -> !mails.next().isEmpty());
    processes.suspend(alert);
    Duration time = ground.pause(11_000, 13_000); // 4 s of a batch, 1 s of a mail, 5 s to store
    boolean dies = ground.random().nextBoolean();
    if (dies) {
      ground.kill(NODE, "alert");
      ground.start(NODE, "alert");
    } else {
      processes.resume(alert);
    }
    return "suspend rs alert %s%s%s"
        .formatted(
            Ground.seconds(time), sending ? " while sending" : "", dies ? ", then kill" : "");
  }
}
