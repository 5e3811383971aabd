package org.homeward.local.rounds;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;

/** A released case that is offered to the neighbour, seen there, and accepted. */
final class Offer implements Runnable {
  private final Call call;
  private final PartnerDesk owner;
  private final PartnerDesk partner;
  private final String to;
  private final Repeat repeat = new Repeat();
  private volatile String handover = "";
  private volatile String trouble = "";

  /**
   * @param to the partner's node
   */
  Offer(Call call, PartnerDesk owner, PartnerDesk partner, String to) {
    this.call = call;
    this.owner = owner;
    this.partner = partner;
    this.to = to;
  }

  @Override
  public void run() {
    call.run();
    if (!call.told().released()) {
      return; // what became of the call is found there
    }
    try {
      offer();
    } catch (Repeat.NoOutcome e) {
      trouble = String.valueOf(e.getMessage());
    }
  }

  /** Empty as long as no offer was answered 2xx. */
  String handover() {
    return handover;
  }

  Call call() {
    return call;
  }

  String trouble() {
    return trouble;
  }

  int repeats() {
    return repeat.count();
  }

  private void offer() {
    String key = HotlineClient.newKey();
    Answer offered =
        repeat.untilKnown(() -> owner.offer(call.caseId(), to, key), Offer::isNotKnownYet);
    if (offered.status() != 201) {
      trouble = "the offer was answered " + offered;
      return;
    }
    handover = offered.text("handover");
    move("acknowledge");
    move("accept");
  }

  private void move(String move) {
    String key = HotlineClient.newKey();
    Answer moved =
        repeat.untilKnown(
            () -> partner.move(handover, move, key),
            answer -> answer.status() == 404 || answer.status() == 412 || answer.status() == 428);
    if (moved.status() != 200 && trouble.isEmpty()) {
      trouble = move + " was answered " + moved;
    }
  }

  /** The bridge's copy of the case is behind. */
  private static boolean isNotKnownYet(Answer answer) {
    return answer.status() == 404 || answer.text("type").endsWith("no-released-report");
  }
}
