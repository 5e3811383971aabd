package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do by hand: log in, take a call, let police read it. */
@ExtendWith(SharedNodes.class)
class ConsoleIT {

  /** A compact JWS: two JSON objects in base64url, and a signature. */
  private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.");

  private static final Pattern A_CASE = Pattern.compile("/cases/([0-9a-f-]{36})[?]done=filed");
  private static final Pattern DECIDE =
      Pattern.compile("/cases/[0-9a-f-]{36}/reports/[0-9a-f-]{36}/release");
  private static final Pattern DRAFT = Pattern.compile("\"draft\":\"([0-9a-f-]{36})\"");
  private static final String PLATE = "NS-116-KONZOLA";

  private final Hotline hotline;

  ConsoleIT(Hotline hotline) {
    this.hotline = hotline;
  }

  private ConsoleBrowser browser() {
    return new ConsoleBrowser(hotline.node());
  }

  @Proves(12)
  @Test
  void aCallIsFiledOnceHeldAndReadByPoliceWhenAPersonLetsThem() {
    DeskLogin desk = hotline.newDesk("PU of the console", false);
    var ana = browser().loggedInAs("ana");
    Map<String, String> form = filled(ana);

    URI filed = ConsoleBrowser.location(ana.post("/intake", form));
    var found = A_CASE.matcher(filed.toString());
    assertThat(found.matches()).isTrue();
    assertThat(ConsoleBrowser.location(ana.post("/intake", form)))
        .as("pressed twice, it is one report")
        .isEqualTo(filed);
    assertThat(platesAt(desk)).doesNotContain(PLATE);

    String page = ana.get(filed.toString()).body();
    assertThat(page).contains("Filed.", "Jovana &lt;b&gt; Testović");
    var decide = DECIDE.matcher(page);
    assertThat(decide.find()).isTrue();
    String release = ana.get(decide.group()).body();
    assertThat(release).contains("Cannot be taken back", "Not sent", PLATE);
    Map<String, String> decision = new HashMap<>(ConsoleBrowser.hidden(release));
    decision.putAll(Map.of("desk", desk.id(), "basis", "VITAL_INTEREST"));
    for (int press = 0; press < 2; press++) {
      assertThat(ConsoleBrowser.location(ana.post(decide.group(), decision)).toString())
          .endsWith("?done=released");
    }
    await().untilAsserted(() -> assertThat(platesAt(desk)).contains(PLATE));

    var read = hotline.as("ana").read(found.group(1)).json();
    assertThat(read.path("reports").size()).as("what a program reads").isEqualTo(1);
    assertThat(SecretScan.of("Jovana", PLATE).inFiles(hotline.node().logs())).isEmpty();
  }

  private List<String> platesAt(DeskLogin desk) {
    return hotline
        .desk(desk)
        .newest()
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("facts").path("vehicle").path("plate").asString(""))
        .toList();
  }

  private static Map<String, String> filled(ConsoleBrowser browser) {
    Map<String, String> form = new HashMap<>(ConsoleBrowser.hidden(browser.get("/intake").body()));
    form.putAll(
        Map.of(
            "danger",
            "YES",
            "channel",
            "PHONE",
            "relation",
            "PARENT",
            "feared",
            "NOBODY",
            "childName",
            "Jovana <b> Testović",
            "age",
            "9-11",
            "plate",
            PLATE));
    return form;
  }

  @Test
  void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedStays() {
    var ana = browser().loggedInAs("ana");
    Map<String, String> form = filled(ana);
    form.put("callerPhone", "060");
    form.put("seenCountry", "Atlantis");

    var answer = ana.post("/intake", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#callerPhone\"", "id=\"seenCountry-error\"", "value=\"Atlantis\"")
        .contains("Use two letters", PLATE);
  }

  @Test
  void whatIsTypedIsSavedAndAColleagueFilesIt() {
    var ana = browser().loggedInAs("ana");
    Map<String, String> form = filled(ana);
    var saved = ana.post("/intake/drafts", form);
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("\"draft\"", "Saved at");
    var draft = DRAFT.matcher(saved.body());
    assertThat(draft.find()).isTrue();

    var marko = browser().loggedInAs("marko");
    assertThat(marko.get("/desk").body()).contains("/intake/drafts/" + draft.group(1));
    var opened = marko.get("/intake/drafts/" + draft.group(1)).body();
    assertThat(ConsoleBrowser.unescaped(opened))
        .contains("Jovana <b> Testović", "value=\"" + PLATE + "\"");
    Map<String, String> filing = new HashMap<>(form);
    filing.putAll(ConsoleBrowser.hidden(opened));
    assertThat(ConsoleBrowser.location(marko.post("/intake", filing)).toString())
        .contains("?done=filed");
    assertThat(ana.get("/intake/drafts/" + draft.group(1)).statusCode())
        .as("it is a report now")
        .isEqualTo(410);
  }

  @Test
  void aFormAfterTheSessionLosesNothingAndIsSentAfterANewLogin() {
    var ana = browser();
    Map<String, String> typed =
        Map.of("danger", "NO", "channel", "PHONE", "childName", "Jovana <b>", "_csrf", "of-before");

    var answer = ana.post("/intake", typed);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(ConsoleBrowser.unescaped(answer.body()))
        .contains("Your text is still here", "value=\"Jovana <b>\"");

    ana.loggedInAs("ana");
    var again = new HashMap<>(ConsoleBrowser.hidden(ana.post("/intake", typed).body()));
    assertThat(again).containsEntry("childName", "Jovana <b>");
    again.put("key", "11111111-1111-4111-8111-11111111111" + typed.size());
    assertThat(ConsoleBrowser.location(ana.post("/intake", again)).toString()).contains("/cases/");
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    var ana = browser().loggedInAs("ana");

    var answer =
        ana.postFromElsewhere(
            "/intake", Map.of("danger", "NO", "channel", "PHONE", "key", "12345678"));

    assertThat(ConsoleBrowser.location(answer).toString()).isEqualTo("/login");
  }

  @Test
  void nobodyReadsAPageWithoutALoginNorAfterSigningOut() {
    var ana = browser();
    for (String page : List.of("/desk", "/intake", "/police", "/cases/x")) {
      assertThat(ConsoleBrowser.location(ana.get(page)).toString()).startsWith("/login");
    }
    ana.loggedInAs("ana");
    var desk = ana.get("/desk");
    assertThat(desk.statusCode()).isEqualTo(200);
    Map<String, String> out = Map.of("_csrf", ConsoleBrowser.hidden(desk.body()).get("_csrf"));
    assertThat(ConsoleBrowser.location(ana.post("/logout", out)).toString())
        .startsWith(hotline.node().issuerAddress().toString());
    assertThat(ConsoleBrowser.location(ana.get("/desk")).toString()).startsWith("/login");
  }

  @Test
  void pagesHaveStrictHeadersAndNoTokens() {
    var ana = browser().loggedInAs("ana");
    var answer = ana.get("/desk");

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(ana.pages())
        .noneMatch(page -> SIGNED.matcher(page).find() && !page.contains("id_token_hint"));
  }

  @Test
  void aCaseThatIsNotForThePersonIsNotThere() {
    var ana = browser().loggedInAs("ana");

    assertThat(ana.get("/cases/11111111-1111-4111-8111-111111111111").statusCode()).isEqualTo(404);
    assertThat(ana.get("/cases/x").statusCode()).isEqualTo(404);
  }
}
