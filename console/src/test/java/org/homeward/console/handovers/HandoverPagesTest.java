package org.homeward.console.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.console.facts.Fact;
import org.homeward.console.handovers.HandoverPage.Button;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.partners.PartnerLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class HandoverPagesTest {

  private static final String PAGE = "handovers/handover.jte";

  private final RenderedPages pages = new RenderedPages();

  static List<Language> languages() {
    return Language.ready();
  }

  private HandoverPage holder(String status, String step, String role) {
    var handover = HandoverSamples.plain("HOLDER", status);
    if (!step.isEmpty()) {
      handover.putObject("awaited").put("step", step).put("from", "US");
    }
    return HandoverSamples.page(pages, Language.ENGLISH, handover, role, "Hotline rs");
  }

  @ParameterizedTest
  @CsvSource({
    "OFFERED, ACKNOWLEDGE, acknowledge",
    "ACKNOWLEDGED, ANSWER, accept",
    "RELEASED, CHECK, check"
  })
  void theDeskIsAskedForWhatItOwesFirst(String status, String step, String move) {
    HandoverPage page = holder(status, step, "partner-desk");

    assertThat(page.primary())
        .extracting(Button::address)
        .isEqualTo("/handovers/" + HandoverSamples.ID + "/" + move);
    assertThat(pages.of(Language.ENGLISH, PAGE, page).split("class=\"govuk-button\"", -1))
        .as("one primary button")
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"operator", "dpo"})
  void whoDoesNotAnswerPartnersGetsNoButtonForIt(String role) {
    HandoverPage page = holder("OFFERED", "ACKNOWLEDGE", role);

    assertThat(page.primary()).isNull();
    assertThat(pages.of(Language.ENGLISH, PAGE, page))
        .contains("A child of 7 to 12 years", "Say that the offer was read")
        .doesNotContain("govuk-button", "/acknowledge", "/reject");
  }

  @Test
  void thePhotosAreForWhoReadsTheContent() {
    var told = HandoverSamples.plain("HOLDER", "RELEASED").put("scope", "FULL");
    String photos = "/handovers/" + HandoverSamples.ID + "/photos";

    assertThat(page(told, "partner-desk").further()).extracting(Button::address).contains(photos);
    assertThat(page(told, "supervisor").further()).extracting(Button::address).contains(photos);
    assertThat(page(told, "operator").further()).extracting(Button::address).doesNotContain(photos);
  }

  @Test
  void whatIsOverHasNothingToPress() {
    HandoverPage page = holder("REJECTED", "", "partner-desk");

    assertThat(page.primary()).isNull();
    assertThat(page.further()).isEmpty();
    assertThat(pages.of(Language.ENGLISH, PAGE, page))
        .contains("Nothing is to be done here any more");
  }

  @Test
  void aMissingGroundIsWhatASupervisorIsAskedForBeforeARecall() {
    var handover =
        HandoverSamples.plain("OWNER", "OFFERED").put("waitsFor", "transfer-needs-ground");

    assertThat(page(handover, "supervisor").primary().address()).endsWith("/grounds");
    assertThat(page(handover, "partner-desk").primary()).isNull();
    assertThat(page(handover, "partner-desk").further())
        .extracting(Button::address)
        .allMatch(address -> address.endsWith("/recall"));
    assertThat(page(handover, "partner-desk").notes().getLast()).contains("a supervisor states");
  }

  private HandoverPage page(ObjectNode handover, String role) {
    return HandoverSamples.page(pages, Language.ENGLISH, handover, role, "Hotline gr");
  }

  @Test
  void anotherWishOfThePartnerLeadsToANewOfferThatRecallsThisOne() {
    var handover = HandoverSamples.plain("OWNER", "COUNTERED");
    handover.putObject("awaited").put("step", "OFFER_ANEW").put("from", "US");

    assertThat(page(handover, "operator").primary().address())
        .isEqualTo(
            "/handovers/offer?case=%s&partner=gr&instead=%s"
                .formatted(HandoverSamples.CASE, HandoverSamples.ID));
  }

  @Test
  void theReceiptSaysWhatRemainsAndUntilWhen() {
    HandoverPage page = page(HandoverSamples.of("OWNER", "CLOSED", "", "", "x"), "supervisor");

    assertThat(page.clocks()).isEmpty();
    assertThat(page.notes().getFirst()).startsWith("We have recalled the case: ");
    assertThat(page.statement())
        .extracting(Fact::label)
        .containsExactly("Result", "Signed", "Copies until", "Kept by law", "Nobody could say");
    assertThat(page.statement())
        .filteredOn(fact -> fact.field().equals("remains"))
        .extracting(Fact::value)
        .containsExactly("Backup: in 35 days · 3 Jan 2027, 03:39");
    assertThat(page.proof()).isEqualTo("/handovers/" + HandoverSamples.ID + "/receipt");
    assertThat(page(HandoverSamples.of("OWNER", "CLOSED", "", "", "x"), "operator").proof())
        .isEmpty();
    assertThat(page.receipts())
        .extracting(Fact::value)
        .containsExactly("Offer: arrived", "Receipt of the erasure: kept");
  }

  @Test
  void whatAPartnerKeepsWithoutNamingItIsSaid() {
    var handover = HandoverSamples.of("OWNER", "CLOSED", "", "", "x");
    var kept = (ObjectNode) handover.path("statement").path("kept").get(0);
    kept.putArray("fields");

    assertThat(page(handover, "supervisor").statement())
        .filteredOn(fact -> fact.field().equals("kept"))
        .extracting(Fact::value)
        .allMatch(value -> value.startsWith("Facts that are not named (ground: "));
  }

  @Test
  void theHolderReadsWhoRecalledAndWhenItErasedAndWhatNoNodeErases() {
    var handover =
        HandoverSamples.plain("HOLDER", "CLOSED")
            .put("recall", "FOUND")
            .put("erasedAt", "2026-11-29T02:39:00Z");
    var page = page(handover, "partner-desk");

    assertThat(page.notes())
        .anySatisfy(note -> assertThat(note).startsWith("Hotline gr has recalled the case: "))
        .anySatisfy(note -> assertThat(note).contains("03:39", "signed a receipt"))
        .anySatisfy(note -> assertThat(note).contains("on paper"));
  }

  @Test
  void aHolderReadsThatItsPoliceReadOnlyWhatIsLetToThem() {
    var told = HandoverSamples.plain("HOLDER", "RELEASED").put("scope", "FULL");

    assertThat(page(told, "partner-desk").notes())
        .anySatisfy(note -> assertThat(note).contains("Your police"));
    assertThat(page(told.put("scope", "MINIMUM"), "partner-desk").notes())
        .noneSatisfy(note -> assertThat(note).contains("Your police"));
  }

  @Test
  void whatIsDoneHasNoClockAnyMore() {
    var accepted = HandoverSamples.of("OWNER", "RELEASED", "CHECK", "PARTNER", "x");
    var seen = HandoverSamples.of("OWNER", "ACKNOWLEDGED", "ANSWER", "PARTNER", "x");

    assertThat(page(accepted, "supervisor").clocks())
        .extracting(Fact::field)
        .doesNotContain("acknowledgeBy", "answerBy", "stopBy");
    assertThat(page(seen, "supervisor").clocks())
        .extracting(Fact::field)
        .contains("answerBy", "stopBy")
        .doesNotContain("acknowledgeBy");
  }

  @ParameterizedTest
  @CsvSource({
    "accept, ACCEPTED, false, true",
    "proposals, CLOSED, false, false",
    "recall, RECALLED, false, true",
    "recall, CLOSED, true, false",
    "reject, REJECTED, false, true",
    "anything, OFFERED, false, false"
  })
  void whatWasDoneIsNewsOnlyAsLongAsItIsTrue(
      String done, String status, boolean receipt, boolean news) {
    var handover = HandoverSamples.plain("OWNER", status);
    if (receipt) {
      handover.putObject("statement");
    }

    assertThat(Move.isNews(done, handover)).isEqualTo(news);
  }

  @Test
  void theHoldersOwnAnswerIsNotCalledThePartners() {
    var words = pages.words(Language.ENGLISH);
    var told = HandoverSamples.of("HOLDER", "RELEASED", "CHECK", "US", "x");

    assertThat(pages.of(Language.ENGLISH, PAGE, page(told, "supervisor")))
        .contains(words.say("handover.said"))
        .doesNotContain(words.say("handover.heard"));
  }

  private HandoversPage list(String text) {
    HandoverWords says = HandoverSamples.says(pages, Language.ENGLISH, text);
    return new HandoversPage(
        "HOLDER",
        true,
        List.of(
            says.line(HandoverSamples.of("HOLDER", "OFFERED", "ACKNOWLEDGE", "US", text)),
            says.line(HandoverSamples.of("HOLDER", "CLOSED", "", "", text))),
        "place",
        true);
  }

  @Test
  void whatIsOverdueSaysSoAndWhatIsOverStandsApart() {
    String html = pages.of(Language.ENGLISH, "handovers/handovers.jte", list("Hotline rs"));

    assertThat(html)
        .contains("Overdue", "<h2>Over</h2>", "/handovers?after=place", "How to open it");
    assertThat(html.indexOf("Overdue")).isLessThan(html.indexOf("<h2>Over</h2>"));
    var empty = new HandoversPage("OWNER", false, List.of(), "", true);
    assertThat(pages.of(Language.ENGLISH, "handovers/handovers.jte", empty))
        .contains("Offer to a partner");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hostileWordsOfAPartnerAreNeverMarkup(Language language) {
    for (String role : List.of("HOLDER", "OWNER")) {
      List<String> plain = HostileTexts.tags(all(language, role, "x"));
      for (String text : HostileTexts.all()) {
        assertThat(HostileTexts.tags(all(language, role, text))).as(text).isEqualTo(plain);
      }
    }
  }

  private String all(Language language, String role, String text) {
    var handover = HandoverSamples.of(role, "RELEASED", "CHECK", "US", text);
    return pages.of(
            language, PAGE, HandoverSamples.page(pages, language, handover, "supervisor", text))
        + pages.of(language, "handovers/handovers.jte", list(text))
        + pages.of(language, "handovers/offer.jte", offer(text, ""));
  }

  private OfferPage offer(String text, String partner) {
    var sent =
        new OfferPage.Sent(
            List.of(text), List.of(text), List.of(text), 2, List.of("VITAL_INTEREST"));
    return new OfferPage(
        HandoverSamples.CASE,
        "RS-D6C8B7",
        text,
        true,
        true,
        List.of(new PartnerLine("gr", text, text, true, false, text, List.of())),
        partner,
        text,
        sent,
        "",
        false,
        "",
        "NORMAL",
        "",
        "",
        List.of("PUBLIC_TASK"),
        "key-of-form",
        Map.of("asks", List.of("TIP_LINE")),
        Map.of("", text, "reason", text));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void anOfferSaysWhatGoesWhenAndWhatNeverBeforeItIsSent(Language language) {
    String html = pages.of(language, "handovers/offer.jte", offer("x", "gr"));
    var words = pages.words(language);

    assertThat(html)
        .contains(
            words.say("offer.at.offer.what"),
            words.say("offer.never"),
            words.say("offer.effect", "x"),
            words.say("offer.ground.VITAL_INTEREST").substring(0, 20),
            "value=\"key-of-form\"");
    assertThat(html.indexOf(words.say("offer.never")))
        .isLessThan(html.indexOf(words.say("offer.button")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(pages.of(language, "handovers/offer.jte", offer(text, "gr"))))
          .as(text)
          .isEqualTo(HostileTexts.tags(html));
    }
  }

  @Test
  void aHeldCaseLeadsToItsReportAndListsNothingThatWouldNeverGo() {
    OfferPage offered = offer("x", "gr");
    var held =
        new OfferPage(
            offered.caseId(),
            offered.code(),
            offered.who(),
            true,
            true,
            offered.partners(),
            "gr",
            offered.name(),
            offered.sent(),
            "No report may go yet.",
            true,
            "/cases/c/reports/r/release",
            "NORMAL",
            "",
            "",
            offered.bases(),
            "key",
            Map.of(),
            Map.of());
    var words = pages.words(Language.ENGLISH);

    assertThat(pages.of(Language.ENGLISH, "handovers/offer.jte", held))
        .contains("No report may go yet.", "href=\"/cases/c/reports/r/release\"")
        .doesNotContain(
            words.say("offer.never"), words.say("offer.learns"), "action=\"/handovers/offer\"");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void anOfferSaysHowLongThePartnerMayTakeAndWhatMakesItUrgent(Language language) {
    var words = pages.words(language);

    assertThat(pages.of(language, "handovers/offer.jte", offer("x", "gr")))
        .contains(words.say("offer.urgency.NORMAL"), "/cases/" + HandoverSamples.CASE + "/risk");
  }

  @ParameterizedTest
  @EnumSource(Move.class)
  void eachMoveStatesItsEffectInEachLanguage(Move move) {
    for (Language language : Language.ready()) {
      var words = pages.words(language);
      HandoverWords says = HandoverSamples.says(pages, language, "Hotline <gr>");
      String effect = words.say("move." + move.path() + ".effect", "Hotline <gr>");
      var page =
          new MovePage(
              says.line(HandoverSamples.plain("HOLDER", "OFFERED")),
              move.path(),
              "\"3\"",
              "key-of-form",
              false,
              effect,
              List.of(),
              move.fields(),
              Map.of(),
              Map.of("", "Not now"));
      String html = pages.of(language, "handovers/move.jte", page);

      assertThat(html)
          .contains(words.say("move." + move.path() + ".button"), "value=\"key-of-form\"")
          .contains("Hotline &lt;gr&gt;");
      assertThat(html.split("<button class=\"govuk-button", -1)).as("one button").hasSize(2);
    }
  }
}
