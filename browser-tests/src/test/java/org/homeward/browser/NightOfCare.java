package org.homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;

/** A care file with what is needed and given around it. */
final class NightOfCare {

  private static final String FILES = "/api/v1/care-files";

  private final Hotline hotline;
  private final String file;

  private NightOfCare(Hotline hotline) {
    this.hotline = hotline;
    this.file = done("mina", FILES, CARE_FILE).text("careFile");
  }

  /** The ids of the file, of a provider and of a referral. */
  static Map<String, String> of(Hotline hotline) {
    var night = new NightOfCare(hotline);
    night.screening();
    String provider = night.provider();
    night.need();
    return Map.of("care", night.file, "provider", provider, "referral", night.referral(provider));
  }

  private static final String CARE_FILE =
      """
      {
        "exercise": false,
        "about": {
          "age": "ADULT", "name": "Sanja", "language": "sr",
          "contact": "She calls in the evening. Never call back.",
          "words": "They paid her ticket and keep her passport until she has earned it back."
        }
      }
      """;

  private void screening() {
    String screening =
        """
        {
          "answers": [
            {"indicator": "MOVED", "answer": "YES", "saidBy": "THE_PERSON"},
            {"indicator": "PAPERS_TAKEN", "answer": "YES", "saidBy": "THE_PERSON"},
            {"indicator": "BEGS", "answer": "NO", "saidBy": "THE_PERSON"}
          ],
          "finding": "NOT_CLEAR", "forms": [], "reason": "She asks us to wait until tomorrow."
        }
        """;
    done("mina", FILES + "/" + file + "/screenings", screening);
  }

  private String provider() {
    String provider =
        """
        {
          "name": "Legal aid of the chamber, Niš", "services": ["LEGAL_ADVICE"],
          "phone": "+381182345678", "hours": "9–17, at night by phone", "languages": ["sr", "rom"],
          "fromAge": 14, "toAge": 99, "places": 4
        }
        """;
    return done("jelena", "/api/v1/providers", provider).text("provider");
  }

  private void need() {
    String need = "{\"whom\": \"ADULT\", \"service\": \"LEGAL_ADVICE\"}";
    done("mina", FILES + "/" + file + "/support/needs", need);
  }

  private String referral(String provider) {
    String referral =
        """
        {"provider": "%s", "service": "LEGAL_ADVICE", "fields": ["LANGUAGE"],
         "words": "She wants her passport back."}
        """
            .formatted(provider);
    return done("mina", FILES + "/" + file + "/referrals", referral).text("referral");
  }

  private Answer done(String login, String path, String body) {
    Answer answer = hotline.as(login).post(path, body, HotlineClient.newKey(), "*");
    assertThat(answer.isSuccess()).as(answer.body()).isTrue();
    return answer;
  }
}
