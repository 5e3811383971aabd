package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call from its first word to the desk of the police, by people with their own tokens. */
@ExtendWith(SharedNodes.class)
class PeopleIT {

  private final Hotline hotline;

  PeopleIT(Hotline hotline) {
    this.hotline = hotline;
  }

  @Test
  void aDraftIsFiledByAColleagueAndReleasedAndAnOfficerReadsIt() {
    HotlineClient ana = hotline.as("ana");
    HotlineClient marko = hotline.as("marko");
    String plate = "PEOPLE-" + HotlineClient.newKey().substring(0, 8);
    Answer draft =
        ana.post(
            "/api/v1/drafts",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"danger\": \"YES\", \"typed\": {\"/says/notes\": \"half\"}}",
            HotlineClient.newKey(),
            "");
    assertThat(draft.status()).isEqualTo(201);
    assertThat(marko.get("/api/v1/drafts").body()).contains(draft.text("draft"));

    Answer filed =
        marko.open(
            Reports.marked(plate)
                .replaceFirst("\\{", "{\"draft\": \"" + draft.text("draft") + "\", "),
            HotlineClient.newKey());
    assertThat(filed.status()).isEqualTo(201);
    assertThat(ana.get("/api/v1/drafts/" + draft.text("draft")).text("case"))
        .isEqualTo(filed.text("case"));
    Answer released =
        ana.release(
            filed.text("case"),
            filed.text("report"),
            hotline.node().demoDesk(),
            filed.etag(),
            HotlineClient.newKey());
    assertThat(released.status()).isEqualTo(200);

    HotlineClient officer = hotline.as("dragan");
    await()
        .untilAsserted(
            () -> {
              Answer page =
                  officer.send(
                      officer
                          .to("/api/v1/feeds/police?limit=200")
                          .header("Accept", "application/json")
                          .build());
              assertThat(page.status()).isEqualTo(200);
              assertThat(page.body()).contains(plate);
            });
    assertThat(officer.get("/api/v1/cases").status()).isEqualTo(403);
  }
}
