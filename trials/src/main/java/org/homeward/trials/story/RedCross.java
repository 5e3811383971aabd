package org.homeward.trials.story;

import java.util.Locale;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.trials.story.Expect.Known;
import org.homeward.trials.story.witness.OwnSystem;
import org.homeward.trials.story.witness.SignatureCheck;
import tools.jackson.databind.JsonNode;

/** The Red Cross is told of alerts by its own system, beside the volunteers' mails. */
final class RedCross implements AutoCloseable {
  private final Hotline hotline;
  private final OwnSystem system = new OwnSystem();
  private final Known<Answer> registered = new Known<>("the Red Cross's entry");
  private final Known<OwnSystem.Told> issued = new Known<>("the alert at the Red Cross");

  RedCross(Hotline hotline) {
    this.hotline = hotline;
  }

  void play(Timeline timeline) {
    timeline.chapter("The Red Cross has a system of its own");
    timeline.play("nikola registers its address; nothing goes there yet", this::register);
    timeline.play("jelena confirms it, and it repeats the challenge:", this::confirm);
  }

  private String register() {
    Answer entered =
        Expect.status(201, hotline.registerWebhook("Crveni krst", system.address(), "sr"));
    Expect.equal("state", "UNCONFIRMED", entered.text("state"));
    registered.is(entered);
    return "";
  }

  private String confirm() {
    long begin = System.nanoTime();
    Expect.status(200, hotline.confirmWebhook(registered.get()));
    Await.seen("the challenge", this::state, state -> state.equals("LIVE"));
    return "it is live " + Await.after(begin);
  }

  private String state() {
    String path = "/api/v1/webhooks/" + registered.get().text("id");
    return Expect.status(200, hotline.as("jelena").get(path)).text("state");
  }

  /** Whether a preview counts its system: it has its number a moment after it is live. */
  static boolean isCounted(Answer preview) {
    return preview.json().path("byChannel").path("WEBHOOK").asInt(0) > 0;
  }

  /** Of this alert; others may go out on the node at the same time. */
  void toldNothingOf(String words) {
    Expect.that(
        "nothing of it at the Red Cross",
        system.told().stream().noneMatch(each -> each.json().toString().contains(words)));
  }

  /** The alert, with these words of its author. */
  String toldAlert(String words) {
    long begin = System.nanoTime();
    OwnSystem.Told message =
        awaited("alert.issued", data -> data.path("text").asString("").contains(words));
    issued.is(message);
    return Await.after(begin);
  }

  String toldUpdate(String words) {
    OwnSystem.Told message =
        awaited("alert.updated", data -> isSameAlert(data) && text(data).contains(words));
    Expect.equal("follows", issued.get().id(), message.json().at("/data/follows/0").asString(""));
    return "";
  }

  String toldEnd() {
    long begin = System.nanoTime();
    OwnSystem.Told message = awaited("alert.ended", this::isSameAlert);
    String words = message.json().toString().toLowerCase(Locale.ROOT);
    for (String never : new String[] {"found", "pronađen", "strahinja", "страхиња"}) {
      Expect.that("a neutral end", !words.contains(never));
    }
    return Await.after(begin);
  }

  /** Its work is done; a further story registers a system of its own. */
  String revoke() {
    Answer revoked = hotline.revokeWebhook(registered.get().text("id"));
    Expect.equal("state", "REVOKED", Expect.status(200, revoked).text("state"));
    return "";
  }

  private boolean isSameAlert(JsonNode data) {
    String reference = issued.get().json().at("/data/reference").asString("");
    return !reference.isEmpty() && data.path("reference").asString("").equals(reference);
  }

  private static String text(JsonNode data) {
    return data.path("text").asString("");
  }

  private interface Wanted {
    boolean in(JsonNode data);
  }

  private OwnSystem.Told awaited(String type, Wanted wanted) {
    OwnSystem.Told found =
        Await.seen(
                type + " at the Red Cross",
                () ->
                    system.told().stream()
                        .filter(each -> each.type().equals(type))
                        .filter(each -> wanted.in(each.json().path("data")))
                        .toList(),
                all -> !all.isEmpty())
            .getLast();
    var check =
        new SignatureCheck(
            registered.get().text("secret"),
            registered.get().json().at("/keys/0/publicKey").asString(""));
    Expect.that("good signatures", check.isGood(found));
    var changed =
        new OwnSystem.Told(found.id() + "x", found.at(), found.signatures(), found.body());
    Expect.that("a refusal of what was changed", !check.isGood(changed));
    return found;
  }

  /** Also after a step that failed: a system that is gone would hold up those of later stories. */
  @Override
  public void close() {
    try {
      revoke();
    } catch (RuntimeException neverRegistered) {
      // Then there is nothing to revoke.
    }
    system.close();
  }
}
