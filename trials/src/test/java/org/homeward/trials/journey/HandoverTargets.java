package org.homeward.trials.journey;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.node.Poll;

/** A case of {@code rs} that {@code gr} has accepted, and one that it was only offered. */
final class HandoverTargets {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final PartnerDesk gordana;
  final PartnerDesk eleni;

  /** Accepted in Athens. */
  final String offered;

  /** What it is called there. */
  final String foreignCase;

  HandoverTargets(Hotline hotline, Hotline abroad, String caseId) {
    gordana = new PartnerDesk(hotline.as("gordana"));
    eleni = new PartnerDesk(abroad.as("eleni"));
    String key = HotlineClient.newKey();
    offered =
        seen(() -> gordana.offer(caseId, "gr", key), answer -> answer.status() == 201)
            .text("handover");
    seen(() -> eleni.read(offered), Answer::isSuccess);
    move("acknowledge");
    move("accept");
    foreignCase =
        seen(() -> eleni.read(offered), answer -> !answer.text("case").isEmpty()).text("case");
    HotlineClient maria = abroad.as("maria");
    seen(() -> maria.read(foreignCase), Answer::isSuccess);
    seen(() -> gordana.read(offered), answer -> answer.text("status").equals("RELEASED"));
  }

  /** Again when something arrived between reading and moving. */
  private void move(String move) {
    String key = HotlineClient.newKey();
    seen(() -> eleni.move(offered, move, key), Answer::isSuccess);
  }

  private static Answer seen(Supplier<Answer> look, Predicate<Answer> wanted) {
    AtomicReference<Answer> last = new AtomicReference<>();
    Poll.until(
        PATIENCE,
        PAUSE,
        () -> {
          last.set(look.get());
          return wanted.test(last.get());
        });
    return last.get();
  }
}
