package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;

/** A confidant who refers somebody of a care file, and a supervisor who keeps the directory. */
final class Referring {

  private final HotlineClient mina;
  private final HotlineClient jelena;
  private final String file;

  private Referring(HotlineClient mina, HotlineClient jelena, String file) {
    this.mina = mina;
    this.jelena = jelena;
    this.file = file;
  }

  /** Opens a file about a child. */
  static Referring about(HotlineClient mina, HotlineClient jelena, String name, String words) {
    Answer opened =
        mina.post(
            "/api/v1/care-files",
            """
            {"exercise": false, "about": {"age": "CHILD", "name": "%s", "bornIn": 2014,
              "language": "rom", "words": "%s"}}"""
                .formatted(name, words),
            HotlineClient.newKey(),
            "");
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return new Referring(mina, jelena, "/api/v1/care-files/" + opened.text("careFile"));
  }

  String id() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Writes something into the file. */
  void write(String below, String body) {
    ok(mina.post(file + "/" + below, body, HotlineClient.newKey(), "*"), 200);
  }

  /** In the directory; the id of the provider. */
  String provider(String name, String service, String address) {
    Answer added =
        jelena.post(
            "/api/v1/providers",
            """
            {"name": "%s", "services": ["%s"], "phone": "+381112345678", "address": "%s"}"""
                .formatted(name, service, address),
            HotlineClient.newKey(),
            "");
    return ok(added, 201).text("provider");
  }

  /** Hands a sheet with the language alone over; the referral. */
  String handedOver(String provider, String service) {
    Answer drafted =
        mina.post(
            file + "/referrals",
            """
            {"provider": "%s", "service": "%s", "fields": ["LANGUAGE"]}"""
                .formatted(provider, service),
            HotlineClient.newKey(),
            "");
    String referral = file + "/referrals/" + ok(drafted, 201).text("referral");
    step(referral, "{\"step\": \"CONSENT\", \"ground\": \"CHILD_PROTECTION\"}");
    step(referral, "{\"step\": \"SEND\", \"how\": \"PHONE\"}");
    step(referral, "{\"step\": \"SEE\"}");
    return referral;
  }

  void step(String referral, String step) {
    ok(mina.post(referral + "/steps", step, HotlineClient.newKey(), "*"), 200);
  }

  Answer read(String path) {
    return mina.get(path);
  }

  private static Answer ok(Answer answer, int wanted) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(wanted);
    return answer;
  }
}
