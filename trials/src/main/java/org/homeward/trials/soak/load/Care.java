package org.homeward.trials.soak.load;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.RepeatingSender.Repeatable;

/** One care file: what the child needs, its word, a service, and a referral to a shelter. */
final class Care implements Runnable {
  private static final String SHEET =
      "{\"provider\": \"%s\", \"service\": \"ACCOMMODATION\", \"words\": \"a bed, %s\"}";

  private final RepeatingSender sender;
  private final String login;
  private final HotlineClient confidant;
  private final String provider;
  private final String mark;
  private final boolean revokes;
  private final boolean twice;

  /**
   * @param provider that shelters children
   * @param mark stands in everything of this file
   * @param revokes whether the referral is revoked once it is out
   */
  Care(
      Call.Team team,
      History history,
      String provider,
      String mark,
      boolean revokes,
      boolean twice) {
    this.sender = new RepeatingSender(history, team.hotline().node().name(), mark);
    this.login = team.confidant();
    this.confidant = team.hotline().as(login);
    this.provider = provider;
    this.mark = mark;
    this.revokes = revokes;
    this.twice = twice;
  }

  @Override
  public void run() {
    Answer opened =
        made(Kind.CARE_FILE, "/api/v1/care-files", SoakReports.careFile(mark), "careFile");
    if (opened.isSuccess()) {
      String file = "/api/v1/care-files/" + opened.text("careFile");
      supports(file + "/support/needs");
      refers(file + "/referrals");
    }
  }

  private void supports(String needs) {
    String body = "{\"whom\": \"CHILD\", \"service\": \"HYGIENE_PACK\", \"note\": \"%s\"}";
    Answer needed = made(Kind.NEED, needs, body.formatted(mark), "need");
    if (needed.isSuccess()) {
      String need = needs + "/" + needed.text("need");
      String word = "{\"from\": \"SELF\", \"agrees\": true, \"how\": \"SPOKEN\"}";
      made(Kind.WORD, need + "/words", word, "");
      made(Kind.SERVICE, need + "/services", "{\"note\": \"" + mark + "\"}", "service");
    }
  }

  private void refers(String referrals) {
    Answer drafted = made(Kind.REFERRAL, referrals, SHEET.formatted(provider, mark), "referral");
    if (!drafted.isSuccess()) {
      return;
    }
    String steps = referrals + "/" + drafted.text("referral") + "/steps";
    if (step(Kind.CONSENT, steps, "CONSENT\", \"ground\": \"CHILD_PROTECTION", "CONSENTED")
        && step(Kind.SEND, steps, "SEND\", \"how\": \"PHONE", "SENT")) {
      if (revokes) {
        String told = "REVOKE\", \"how\": \"PHONE\", \"note\": \"with the aunt";
        step(Kind.CLOSE, steps, told, "REVOKED");
      } else if (step(Kind.TAKEN, steps, "ACCEPT", "ACCEPTED")) {
        step(Kind.CLOSE, steps, "FINISH", "DONE");
      }
    }
  }

  private Answer made(Kind kind, String path, String body, String id) {
    return sender.send(
        new Repeatable(kind, login, key -> confidant.post(path, body, key, ""))
            .giving(answer -> id.isEmpty() ? "" : answer.text(id)),
        twice);
  }

  /** Gives the stage that it leads to. */
  private boolean step(Kind kind, String path, String step, String stage) {
    String body = "{\"step\": \"" + step + "\"}";
    return sender
        .send(
            new Repeatable(kind, login, key -> confidant.post(path, body, key, "*"))
                .giving(_ -> stage),
            twice)
        .isSuccess();
  }
}
