package org.homeward.trials.soak.load;

import java.util.concurrent.CompletableFuture;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.Call.Team;
import org.homeward.trials.soak.load.RepeatingSender.Repeatable;

/** A released case that is offered to the partner, accepted there, and recalled or ended. */
final class Offer implements Runnable {
  /** The steps after it was accepted. */
  enum Course {
    STAYS,
    SIGHTED_AND_RECALLED,
    BRAKED,
    ENDED,
    ERASED
  }

  private final Call call;
  private final Team owner;
  private final Team partner;
  private final Course course;
  private final RepeatingSender sender;
  private final RepeatingSender abroad;
  private volatile String handover = "";

  Offer(History history, Call call, Team owner, Team partner, Course course) {
    this.call = call;
    this.owner = owner;
    this.partner = partner;
    this.course = course;
    this.sender = call.sender();
    this.abroad = new RepeatingSender(history, partner.hotline().node().name(), call.plate());
  }

  @Override
  public void run() {
    call.run();
    if (!call.isReleased() || !offerTwiceAtOnce()) {
      return;
    }
    call.keepFromOne();
    move("acknowledge", Kind.ACKNOWLEDGE);
    if (!move("accept", Kind.ACCEPT)) {
      return;
    }
    switch (course) {
      case STAYS -> move("check", Kind.CHECK);
      case SIGHTED_AND_RECALLED -> {
        move("check", Kind.CHECK);
        sighting();
        recall("MISTAKE");
      }
      case BRAKED -> {
        move("check", Kind.CHECK);
        foreignEnd();
        brake();
      }
      case ENDED -> {
        call.end();
        recall("WITHDRAWN"); // the bridge may not know of the end yet
      }
      case ERASED -> call.erase();
    }
  }

  /** Two requests of their own keys: one of them must find the handover of the other. */
  private boolean offerTwiceAtOnce() {
    var other = CompletableFuture.supplyAsync(this::offer, Thread::startVirtualThread);
    boolean made = offer();
    return other.join() || made;
  }

  /** Later requests are about the handover that was made last: a restore may forget the other. */
  boolean offer() {
    var desk = new PartnerDesk(owner.hotline().as(owner.partnerDesk()));
    String to = partner.hotline().node().name();
    Answer offered =
        sender.send(
            new Repeatable(
                    Kind.OFFER, owner.partnerDesk(), key -> desk.offer(call.caseId(), to, key))
                .giving(answer -> answer.text("handover"))
                .unless(Call::isNotKnownYet),
            true);
    if (offered.text("type").endsWith("transfer-needs-ground")) {
      throw new IllegalStateException(call.plate() + ": the border is closed to " + to);
    }
    if (offered.isSuccess()) {
      handover = offered.text("handover");
    }
    return offered.isSuccess();
  }

  boolean move(String move, Kind kind) {
    var desk = new PartnerDesk(partner.hotline().as(partner.partnerDesk()));
    return abroad
        .send(
            new Repeatable(kind, partner.partnerDesk(), key -> desk.move(handover, move, key))
                .giving(_ -> handover)
                .unless(Offer::comesLater))
        .isSuccess();
  }

  private void sighting() {
    String says = "{\"category\": \"RUNAWAY\"}";
    String said = "{\"says\": " + says + ", \"basis\": \"VITAL_INTEREST\"}";
    post(Kind.SIGHTING, "sightings", said);
  }

  private void brake() {
    post(Kind.BRAKE, "brake", "{\"reason\": \"OTHER\"}");
  }

  private void post(Kind kind, String part, String body) {
    HotlineClient eleni = partner.hotline().as(partner.partnerDesk());
    String path = "/api/v1/handovers/" + handover + "/" + part;
    abroad.send(
        new Repeatable(kind, partner.partnerDesk(), key -> eleni.post(path, body, key, ""))
            .giving(_ -> handover)
            .unless(answer -> answer.status() == 404));
  }

  void recall(String reason) {
    HotlineClient gordana = owner.hotline().as(owner.partnerDesk());
    String path = "/api/v1/handovers/" + handover + "/recall";
    String body = "{\"reason\": \"" + reason + "\"}";
    sender.send(
        new Repeatable(Kind.RECALL, owner.partnerDesk(), key -> gordana.post(path, body, key, ""))
            .giving(_ -> handover),
        true);
  }

  /** The partner's supervisor tries to end it. */
  private void foreignEnd() {
    var desk = new PartnerDesk(partner.hotline().as(partner.partnerDesk()));
    HotlineClient supervisor = partner.hotline().as(partner.supervisor());
    abroad.send(
        new Repeatable(
            Kind.FOREIGN_END,
            partner.supervisor(),
            key -> {
              String foreign = desk.read(handover).text("case");
              Answer known = supervisor.read(foreign);
              String child =
                  known.json().path("children").propertyNames().stream()
                      .findFirst()
                      .orElse("00000000-0000-4000-8000-000000000000");
              return supervisor.end(foreign, child, Call.FOUND, key);
            }));
  }

  /** Whether the offer, or the last answer, has not arrived yet. */
  private static boolean comesLater(Answer answer) {
    return answer.status() == 404
        || answer.status() == 412
        || answer.status() == 428
        || answer.text("type").endsWith("nothing-released");
  }
}
