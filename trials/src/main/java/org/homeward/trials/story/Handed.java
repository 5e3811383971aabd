package org.homeward.trials.story;

import java.util.function.Predicate;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.trials.story.Expect.Known;
import tools.jackson.databind.JsonNode;

/** One case between Novi Sad, which owns it, and Athens, which helps. */
final class Handed {
  static final String PARTNER = "gr";

  private final Hotline home;
  private final Hotline abroad;

  final PoliceDesk greekPolice;
  final Known<String> id = new Known<>("the handover");
  final Known<String> foreignCase = new Known<>("the case in Athens");

  Handed(Hotline home, Hotline abroad, String plate) {
    this.home = home;
    this.abroad = abroad;
    greekPolice = new PoliceDesk(abroad, plate);
  }

  /** Gordana's side. */
  PartnerDesk gordana() {
    return new PartnerDesk(home.as("gordana"));
  }

  /** The owner's side, by another login. */
  PartnerDesk inNoviSad(String login) {
    return new PartnerDesk(home.as(login));
  }

  /** Eleni's side. */
  PartnerDesk eleni() {
    return inAthens("eleni");
  }

  PartnerDesk inAthens(String login) {
    return new PartnerDesk(abroad.as(login));
  }

  HotlineClient maria() {
    return abroad.as("maria");
  }

  Hotline abroad() {
    return abroad;
  }

  /** Gordana offers the case as soon as the bridge has a copy of it. */
  void offer(String caseId) {
    String key = HotlineClient.newKey();
    Answer offered =
        Await.seen(
            "the case in the bridge",
            () -> gordana().offer(caseId, PARTNER, key),
            answer -> answer.status() != 404 && answer.status() != 409);
    id.is(Expect.status(201, offered).text("handover"));
  }

  /** The handover as eleni reads it, once it matches. */
  JsonNode awaitAbroad(String what, Predicate<JsonNode> wanted) {
    return Await.seen(what, () -> eleni().read(id.get()).json(), wanted);
  }

  /** The handover as gordana reads it, once it matches. */
  JsonNode awaitAtHome(String what, Predicate<JsonNode> wanted) {
    return Await.seen(what, () -> gordana().read(id.get()).json(), wanted);
  }

  /**
   * Eleni makes the next move on the version she read, and repeats it when another change came
   * first.
   */
  void eleniMoves(String move) {
    String key = HotlineClient.newKey();
    Answer moved =
        Await.seen(
            "her move", () -> eleni().move(id.get(), move, key), answer -> answer.status() != 412);
    Expect.status(200, moved);
  }

  /** The case as maria reads it, once it matches. */
  JsonNode awaitForeignCase(String what, Predicate<JsonNode> wanted) {
    return Await.seen(
            what,
            () -> maria().read(foreignCase.get()),
            a -> a.isSuccess() && wanted.test(a.json()))
        .json();
  }

  /** Whether the partner has sent this receipt. */
  static boolean hasReceipt(JsonNode handover, String code) {
    for (JsonNode receipt : handover.path("receipts")) {
      if (receipt.path("code").asString("").equals(code)) {
        return true;
      }
    }
    return false;
  }

  static boolean is(JsonNode handover, String status) {
    return handover.path("status").asString("").equals(status);
  }
}
