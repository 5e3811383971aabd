package org.homeward.trials.story.witness;

import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;

/** A confidant of the hotline: she refers a child to a lawyer, who gets one sheet. */
public final class Confidant {
  /** The words that stand in her file alone. */
  public static final String OF_HIM = "begged at the bridge";

  private final HotlineClient mina;
  private final HotlineClient jelena;

  public Confidant(Hotline home) {
    this.mina = home.as("mina");
    this.jelena = home.as("jelena");
  }

  /**
   * Opens a care file, writes the sheet, tells it by telephone, and hears that they take him.
   *
   * @return the address of the referral
   */
  public String refers(String run) {
    String lawyers =
        done(
                jelena,
                "/api/v1/providers",
                """
                {"name": "Lawyers %s", "services": ["LEGAL_ADVICE"], "phone": "+381112345678"}"""
                    .formatted(run))
            .text("provider");
    String file =
        done(
                mina,
                "/api/v1/care-files",
                """
                {"exercise": false, "about": {"age": "CHILD", "language": "sr", "bornIn": 2016,
                  "words": "%s"}}"""
                    .formatted(OF_HIM))
            .text("careFile");
    String referrals = "/api/v1/care-files/" + file + "/referrals";
    String sheet =
        """
        {"provider": "%s", "service": "LEGAL_ADVICE", "fields": ["LANGUAGE"]}"""
            .formatted(lawyers);
    String referral = referrals + "/" + done(mina, referrals, sheet).text("referral");
    for (String step :
        new String[] {
          "\"CONSENT\", \"ground\": \"CHILD_PROTECTION\"",
          "\"SEND\", \"how\": \"PHONE\"",
          "\"SEE\"",
          "\"ACCEPT\""
        }) {
      done(mina, referral + "/steps", "{\"step\": " + step + "}");
    }
    return referral;
  }

  /** As she reads it. */
  public Answer reads(String referral) {
    return mina.get(referral);
  }

  private static Answer done(HotlineClient by, String path, String body) {
    Answer answer = by.post(path, body, HotlineClient.newKey(), "*");
    if (!answer.isSuccess()) {
      throw new IllegalStateException(answer.toString());
    }
    return answer;
  }
}
