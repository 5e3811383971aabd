package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.client.Reports;
import org.homeward.local.client.Volunteer;
import org.homeward.local.node.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A supervisor writes an alert, an authority approves it, and everybody can stop it. The way of an
 * alert from its draft to its end goes by keyboard.
 */
@ExtendWith({Chromium.class, Browsers.class})
class AlertBrowserTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Hotline hotline;

  /** A case of which police know; the office that orders is in the demo's register already. */
  private String prepared(Browsers.People people) {
    hotline = people.hotline();
    return releasedCase();
  }

  private String releasedCase() {
    return released(Reports.missingBoy("NS-417-AL", Instant.now()));
  }

  private String released(String report) {
    HotlineClient ana = hotline.as("ana");
    Answer opened = ana.open(report, key());
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    String id = opened.text("case");
    Answer checked = ana.checkOrders(id, key());
    Answer released = ana.release(id, opened.text("report"), "pu", checked.etag(), key());
    assertThat(released.status()).as(released.toString()).isEqualTo(200);
    return id;
  }

  private static String key() {
    return HotlineClient.newKey();
  }

  private Volunteer volunteer() {
    var volunteer = new Volunteer(hotline, "v" + System.nanoTime() + "@volunteers.example");
    assertThat(volunteer.ask("sr").status()).isEqualTo(202);
    until(() -> !volunteer.mails().isEmpty());
    String link = Volunteer.confirmation(volunteer.mails().getFirst());
    assertThat(volunteer.press(link).status()).isEqualTo(200);
    return volunteer;
  }

  private static void until(BooleanSupplier reached) {
    assertThat(Poll.until(PATIENCE, Duration.ofMillis(50), reached)).isTrue();
  }

  private static List<Mail> mails(Volunteer volunteer, String reference) {
    return volunteer.mails().stream().filter(mail -> mail.subject().contains(reference)).toList();
  }

  /** The case reaches alerts a moment after it was released. */
  private static void draft(Visit supervisor, String caseId) {
    supervisor.open("/cases/" + caseId);
    supervisor.press(supervisor.main().getByText("Draft an alert"));
    supervisor.type("reference", "K-17/26").choose(supervisor.page().locator("#whole"));
    supervisor
        .page()
        .waitForCondition(
            () -> {
              supervisor.press("Make the preview");
              supervisor.page().waitForLoadState();
              return !supervisor.main().innerText().contains("Alerts do not know this case yet");
            });
    assertThat(supervisor.main()).containsText("Drafted. Another person has to approve it.");
  }

  private static String reference(Visit visit) {
    return visit.page().locator("h1 .hw-code").innerText();
  }

  private static void sees(Visit visit, String text) {
    assertThat(visit.main()).containsText(text);
  }

  @Test
  void draftIsApprovedByAnotherPersonSentStoppedLiftedAndEnded(Browsers.People people) {
    String caseId = prepared(people);
    Volunteer mila = volunteer();
    Visit jelena = people.byKeyboard().as("jelena", "/desk");
    draft(jelena, caseId);
    String reference = reference(jelena);
    sees(jelena, "It waits for another person");
    String page = jelena.page().url().replaceFirst("\\?.*", "");

    Visit petar = people.byKeyboard().as("petar", "/");
    assertThat(petar.page()).hasURL(Pattern.compile("/alerts$"));
    sees(petar, "Waits for you");
    petar.follow(reference);
    petar.press("Approve and send");
    sees(petar, "Nothing was sent");
    assertThat(mails(mila, reference)).isEmpty();
    Visit late = people.visit().as("petar", page);
    petar.choose(petar.page().locator("#read")).press("Approve and send");
    sees(petar, "Approved. It goes out now.");

    late.page().locator("#read").check();
    late.press("Approve and send");
    sees(late, "Somebody was faster");
    until(() -> mails(mila, reference).size() == 1);
    assertThat(mails(mila, reference).getFirst().text()).contains(Reports.LATIN_NAME);
    assertThat(petar.page().locator(".hw-counts > div").first())
        .containsText(Pattern.compile("Sent\\s*[1-9]"));

    Visit ana = people.byKeyboard().as("ana", "/desk").open("/alerts?state=LIVE");
    ana.follow(reference);
    ana.press("Stop this alert");
    sees(ana, "Stopped. Nothing new of it goes out");
    ana.isAccessible();
    jelena.open(page);
    assertThat(jelena.page().locator("#progress")).containsText("This alert is stopped.");
    jelena.press("Propose to lift");
    sees(jelena, "Another person has to say the same");
    petar.open(page);
    petar.press("Lift the stop");
    sees(petar, "Lifted.");

    jelena.open(page);
    jelena.press(jelena.main().getByText("End this alert"));
    jelena.choose("It is not needed any more").press("End this alert");
    sees(jelena, "Everybody who may have it gets the end text");
    until(() -> mails(mila, reference).size() == 2);
    assertThat(mails(mila, reference).getLast().text()).doesNotContain(Reports.LATIN_NAME);
    List.of(jelena, petar, late, ana).forEach(Visit::isQuiet);
  }

  @Test
  void nothingIsApprovedBeforePoliceHaveCheckedOrders(Browsers.People people) {
    hotline = people.hotline();
    HotlineClient ana = hotline.as("ana");
    Answer opened = ana.open(Reports.missingBoy("NS-419-AL", Instant.now()), key());
    String caseId = opened.text("case");
    ana.release(caseId, opened.text("report"), "pu", opened.etag(), key());
    Visit jelena = people.visit().as("jelena", "/desk");
    draft(jelena, caseId);
    sees(jelena, "Until their word is recorded nobody can approve this.");
    String page = jelena.page().url().replaceFirst("\\?.*", "");
    Visit petar = people.visit().as("petar", page);
    sees(petar, "It waits for you, and first for police");
    assertThat(petar.page().locator("#read")).hasCount(0);
    petar.isAccessible();

    jelena.follow("Record what police say").isAccessible();
    jelena.select("finding", "NONE_FOUND").type("reference", "KU 417/26");
    jelena.type("officer", "Marković, Novi Sad").press("Record it");
    assertThat(jelena.page()).hasURL(page + "?done=orders");
    assertThat(jelena.main())
        .containsText(Pattern.compile("The word of police is recorded now|reference KU 417/26"));
    sees(petar, "The word of police is recorded now.");
    petar.follow("Read the alert again, then decide");
    sees(petar, "reference KU 417/26");
    petar.page().locator("#read").check();
    petar.press("Approve and send");
    sees(petar, "Approved. It goes out now.");
    List.of(jelena, petar).forEach(Visit::isQuiet);
  }

  @Test
  void oneChildIsTakenOutAndTheAlertGoesOnForTheOther(Browsers.People people) {
    assertThat(prepared(people)).isNotEmpty();
    String sister =
        """
        "newChildren": [{"names": [{"full": "Milica Probić", "script": "Latn", "kind": "NATIVE"}],
          "ageYears": {"from": 12, "to": 12}, "sex": "FEMALE"}, {""";
    String both =
        Reports.missingBoy("NS-418-AL", Instant.now()).replace("\"newChildren\": [{", sister);
    String caseId = released(both);
    Volunteer mila = volunteer();
    Visit jelena = people.visit().as("jelena", "/desk");
    draft(jelena, caseId);
    String reference = reference(jelena);
    String page = jelena.page().url().replaceFirst("\\?.*", "");
    Visit petar = people.visit().as("petar", page);
    petar.page().locator("#read").check();
    petar.press("Approve and send");
    until(() -> mails(mila, reference).size() == 1);
    assertThat(mails(mila, reference).getFirst().text()).contains("Milica Probić");

    jelena.open(page).follow("Take one child out").isAccessible();
    jelena.page().getByLabel("Milica Probić").check();
    jelena.press("Take this child out");
    sees(jelena, "Everybody who may have the alert gets it without this child.");
    sees(jelena, "taken out");
    jelena.isAccessible();
    until(() -> mails(mila, reference).size() == 2);
    assertThat(mails(mila, reference).getLast().text())
        .contains(Reports.LATIN_NAME)
        .doesNotContain("Milica Probić");
    List.of(jelena, petar).forEach(Visit::isQuiet);
  }

  @Test
  void whatIsReturnedIsWrittenAnewAndTwoAuthorsLoseNothing(Browsers.People people) {
    String caseId = prepared(people);
    Visit jelena = people.visit().as("jelena", "/desk");
    draft(jelena, caseId);
    String page = jelena.page().url().replaceFirst("\\?.*", "");
    Visit petar = people.visit().as("petar", page);
    petar.main().getByText("Return it instead").click();
    petar.select("reason", "UNCLEAR").type("words", "Which <b>coat</b>?");
    petar.press("Return it");
    sees(petar, "Returned to its author.");

    jelena.open("/alerts?state=RETURNED");
    sees(jelena, "it is not clear enough");
    jelena.open(page);
    sees(jelena, "Which <b>coat</b>?");
    jelena.press("Change this draft");
    Visit milan = people.visit().as("milan", page + "/edit");
    jelena.page().locator("[name=\"text.sr\"]").fill("Nosi plavu jaknu.");
    jelena.press("Make the preview");
    sees(jelena, "Changed. Another person has to approve it.");
    milan.page().locator("[name=\"text.sr\"]").fill("Nosi crveni ranac.");
    milan.press("Make the preview");
    sees(milan, "Meanwhile somebody has changed this draft");
    sees(milan, "Nosi plavu jaknu.");
    assertThat(milan.page().locator("[name=\"text.sr\"]")).hasValue("Nosi crveni ranac.");
    milan.isAccessible().press("Make the preview");
    sees(milan, "Nosi crveni ranac.");
    petar.open("/alerts");
    sees(petar, "Waits for you");
    List.of(jelena, petar, milan).forEach(Visit::isQuiet);
  }

  @Test
  void everythingIsStoppedByTwoClicksAndLiftedByTwoPeople(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/desk");
    ana.press(ana.page().getByText("Stop alerts…")).press("Stop all alerts now");
    sees(ana, "All alerts are stopped. Police still see all cases.");

    Visit jelena = people.visit().as("jelena", "/stops");
    jelena.press("Propose to lift");
    sees(jelena, "Your word is noted");
    Visit petar = people.visit().as("petar", "/alerts");
    sees(petar, "none of this hotline goes out");
    petar.open("/stops").press("Lift the stop");
    sees(petar, "Lifted.");
    sees(petar, "Stop all alerts now");
    List.of(ana, jelena, petar).forEach(Visit::isQuiet);
  }

  @Test
  void aSupervisorSeesInTheMorningWhatWasDecidedAlone(Browsers.People people) {
    hotline = people.hotline();
    releasedCase();
    Visit jelena = people.visit().as("jelena", "/review");
    Locator first = jelena.page().locator(".hw-review").first();
    assertThat(first).containsText("Police can read a report");
    first.getByText("Seen").first().click();
    sees(jelena, "Marked as seen.");
    assertThat(jelena.page().locator(".hw-review").first()).containsText("Seen: you");
    jelena.isQuiet();
  }
}
