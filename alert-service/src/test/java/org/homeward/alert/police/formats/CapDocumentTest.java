package org.homeward.alert.police.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.homeward.alert.police.notices.NoticeChange;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.alert.trial.AtomSchema;
import org.homeward.alert.trial.CapRules;
import org.homeward.alert.trial.Conformance;
import org.homeward.alert.trial.Facts;
import org.homeward.durable.log.Cursor;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class CapDocumentTest {

  private static final String SENDER = "police-feed@rs.homeward.invalid";
  private static final String CHILD = "11111111-1111-4111-8111-111111111111";
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.987Z");
  private static final Cursor HEAD = new Cursor("abcdefgh", 1);

  private final CapRules rules = new CapRules();
  private final FeedForms forms = forms(SENDER);

  private static FeedForms forms(String sender) {
    return new FeedForms(
        "7d0c4c8e-5b1e-8f43-9d7e-000000000001",
        "rs",
        "116 000",
        URI.create("http://127.0.0.1:8080"),
        sender,
        TrialKey::signs);
  }

  private FeedForm cap() {
    return forms.in(Representation.CAP).orElseThrow();
  }

  private Element message(FeedItem item) {
    byte[] xml = cap().item(item).orElseThrow();
    assertThat(rules.broken(xml)).as(new String(xml, UTF_8)).isEmpty();
    return TrialKey.genuine(xml);
  }

  private static List<String> texts(Element message, String name) {
    return CapRules.texts(message, name);
  }

  private static Says says(Text... circumstances) {
    Says says = Facts.says(CHILD, Facts.boy(Facts.NAME, 9));
    return circumstances.length == 0 ? says : says.with().circumstances(circumstances[0]).build();
  }

  private static FeedItem.Active item(Says says) {
    return ItemTextTest.item(says, false);
  }

  /** In this edition, told once an hour. */
  private static FeedItem.Active edition(FeedItem.Active item, int edition) {
    List<NoticeChange> changes =
        IntStream.concat(
                IntStream.range(0, Math.min(edition, 11)).map(back -> edition - back),
                IntStream.of(1).limit(edition > 11 ? 1 : 0))
            .mapToObj(CapDocumentTest::change)
            .toList();
    return new FeedItem.Active(
        item.id(),
        item.reference(),
        edition,
        item.exercise(),
        changes.getFirst().at(),
        item.desk(),
        item.children(),
        item.told(),
        item.withheld(),
        item.toldByPhone(),
        changes,
        null,
        List.of());
  }

  private static NoticeChange change(int edition) {
    return new NoticeChange(
        AT.plusSeconds(3600L * edition), List.of(edition == 1 ? NoticeChange.NEW : "/risk"));
  }

  @Test
  void firstEditionIsAnAlertForPoliceOnly() {
    Element alert = message(item(says()));

    assertThat(alert.getPrefix()).isNull();
    assertThat(texts(alert, "identifier").getFirst()).endsWith(".1");
    assertThat(texts(alert, "sender")).containsExactly(SENDER);
    assertThat(texts(alert, "sent").getFirst()).endsWith("-00:00");
    assertThat(texts(alert, "status")).containsExactly("Actual");
    assertThat(texts(alert, "msgType")).containsExactly("Alert");
    assertThat(texts(alert, "scope")).containsExactly("Restricted");
    assertThat(texts(alert, "restriction").getFirst()).contains("Police desks of RS");
    assertThat(texts(alert, "headline").getFirst())
        .matches("HIGH · new · boy 9 · RS-....")
        .doesNotContain(Facts.NAME);
    assertThat(texts(alert, "description").getFirst()).contains(Facts.NAME);
    assertThat(texts(alert, "instruction").getFirst()).contains("DO_NOT_TELL_REPORTER");
    assertThat(texts(alert, "areaDesc")).containsExactly("Novi Sad, RS");
    assertThat(texts(alert, "circle")).isEmpty();
    assertThat(texts(alert, "value")).containsExactly("MEP");
  }

  @Test
  void laterEditionIsAnUpdateOfThoseBeforeThatAreKnown() {
    FeedItem.Active third = edition(item(says()), 3);

    Element update = message(third);

    assertThat(texts(update, "msgType")).containsExactly("Update");
    assertThat(texts(update, "identifier")).containsExactly(third.id() + ".3");
    assertThat(texts(update, "references"))
        .containsExactly(
            "%1$s,%2$s.2,2026-03-01T14:00:00-00:00 %1$s,%2$s.1,2026-03-01T13:00:00-00:00"
                .formatted(SENDER, third.id()));
    Element thirtieth = message(edition(item(says()), 30));
    assertThat(texts(thirtieth, "references").getFirst().split(" "))
        .as("ten and the first: who saw only that one learns of this")
        .hasSize(11)
        .contains(
            "%s,%s.29,2026-03-02T17:00:00-00:00".formatted(SENDER, third.id()),
            "%s,%s.1,2026-03-01T13:00:00-00:00".formatted(SENDER, third.id()));
    assertThat(texts(thirtieth, "expires")).containsExactly("2027-03-02T18:00:00-00:00");
  }

  @Test
  void endIsACancelWithoutContentAndATombstoneIsNoMessage() {
    String id = item(says()).id();
    var ended =
        new FeedItem.Ended(
            id, "RS-7KQ2", 3, false, AT, Code.of(Outcome.FOUND_SAFE), null, List.of(AT, AT));
    var neverTold =
        new FeedItem.Ended(id, "RS-7KQ2", 1, false, AT, Code.of(Outcome.OTHER), null, List.of());
    var stone = new FeedItem.Erased(id, "RS-7KQ2", 4, false, AT, YearMonth.of(2026, 4));

    Element cancel = message(ended);

    assertThat(texts(cancel, "msgType")).containsExactly("Cancel");
    assertThat(texts(cancel, "references").getFirst()).contains(id + ".2,").contains(id + ".1,");
    assertThat(texts(cancel, "info")).isEmpty();
    assertThat(cancel.getTextContent()).doesNotContain("FOUND");
    assertThat(cap().item(neverTold)).isEmpty();
    assertThat(cap().item(stone)).isEmpty();
  }

  @Test
  @Proves(9)
  void exerciseIsMarked() {
    Element drill = message(ItemTextTest.item(says(), true));

    assertThat(texts(drill, "status")).containsExactly("Exercise");
    assertThat(texts(drill, "note").getFirst()).startsWith("EXERCISE");
    assertThat(texts(drill, "headline").getFirst()).startsWith("EXERCISE");
  }

  @Test
  void everyLanguageOfTheNoticeHasItsInfoAndEachIsWhole() {
    Element alert = message(item(says(new Text("sr", "otišao iz škole"))));

    assertThat(texts(alert, "language")).containsExactly("en", "sr");
    assertThat(texts(alert, "description"))
        .allSatisfy(text -> assertThat(text).contains(Facts.NAME).contains("otišao iz škole"));
    assertThat(texts(alert, "description").getLast()).startsWith("Circumstances: otišao iz škole");
  }

  /** In an Update, and linked so that the notice decides at each request. */
  @Test
  void aPhotoIsAResourceBesideItsDigest() {
    FeedItem.Active item = item(says());
    var photo =
        new NoticePhoto(
            "22222222-2222-8222-8222-222222222222",
            "33333333-3333-4333-8333-333333333333",
            CHILD,
            Code.of(PhotoSource.FAMILY),
            PartialDate.parse("2026-04"),
            Code.of(PhotoWitness.PARENT),
            Code.of(PhotoLabel.AGE_PROGRESSED),
            Map.of("1600", "ab".repeat(32), "original", "cd".repeat(32)));

    Element alert = message(with(item, photo));

    assertThat(texts(alert, "resourceDesc"))
        .containsExactly("Photo of the child, taken 2026-04, age progressed");
    assertThat(texts(alert, "mimeType")).containsExactly("image/jpeg");
    assertThat(texts(alert, "uri"))
        .containsExactly(
            "http://127.0.0.1:8080/api/v1/notices/%s/photos/%s/1600"
                .formatted(item.id(), photo.id()));
    assertThat(texts(alert, "value")).contains("ab".repeat(32)).doesNotContain("cd".repeat(32));
    assertThat(texts(alert, "valueName")).contains("urn:homeward:photo:sha-256:" + photo.id());
    assertThat(alert.getTextContent()).doesNotContain(photo.photo());
  }

  private static FeedItem.Active with(FeedItem.Active item, NoticePhoto photo) {
    return new FeedItem.Active(
        item.id(),
        item.reference(),
        item.edition(),
        item.exercise(),
        item.updated(),
        item.desk(),
        item.children(),
        item.told(),
        item.withheld(),
        item.toldByPhone(),
        item.changed(),
        null,
        List.of(photo));
  }

  @Test
  void shapeIsThePointThatWasStated() {
    var stated = new Place("RS", null, null, "Trg\nslobode 1", 45.2551, 19.8452, 250);
    Element alert =
        message(item(says().with().lastSeen(new LastSeen(null, null, null, stated)).build()));

    assertThat(texts(alert, "circle")).containsExactly("45.2551,19.8452 0.250");
    assertThat(texts(alert, "areaDesc")).containsExactly("Trg slobode 1, RS");
    assertThat(texts(message(item(Says.EMPTY)), "areaDesc")).containsExactly("Place not known");
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH, UNDER_13, RUNAWAY, Immediate, Severe, MEP",
    "HIGH, DANGER_OF_DEATH, RUNAWAY, Immediate, Extreme, MEP",
    "HIGH, VITAL_MEDICINE, PARENTAL_ABDUCTION, Immediate, Extreme, CAE",
    "MEDIUM, OTHER, PARENTAL_ABDUCTION, Expected, Moderate, MEP",
    "LOW, , THIRD_PARTY_ABDUCTION, Future, Minor, CAE",
    "LOW, DISABILITY, RUNAWAY, Future, Minor, MEP",
    "NO_APPARENT, , RUNAWAY, Future, Minor, ",
    "OTHER, , , Unknown, Unknown, ",
    ", , MISSING_MIGRANT, Unknown, Unknown, "
  })
  void riskIsRatedAsCapDoes(
      RiskLevel level,
      RiskCriterion criterion,
      Category category,
      String urgency,
      String severity,
      String eventCode) {
    var says = Says.builder();
    if (level != null) {
      says.risk(criterion == null ? Risk.of(level) : Risk.of(level, criterion));
    }
    if (category != null) {
      says.category(Code.of(category));
    }
    Element alert = message(item(says.build()));

    assertThat(texts(alert, "urgency")).containsExactly(urgency);
    assertThat(texts(alert, "severity")).containsExactly(severity);
    assertThat(texts(alert, "certainty")).containsExactly("Likely");
    List<String> codes =
        eventCode == null
            ? List.of()
            : eventCode.equals("CAE") ? List.of("CAE", "EU-Amber") : List.of(eventCode);
    assertThat(texts(alert, "value")).isEqualTo(codes);
  }

  @Test
  void unverifiedFindMakesItPossible() {
    FeedItem.Active item = item(says());
    var found = new ChildStatus(ChildState.LOCATED_UNVERIFIED, null, null);
    var said =
        new FeedItem.Active(
            item.id(),
            item.reference(),
            1,
            false,
            AT,
            null,
            Map.of(CHILD, found),
            item.told(),
            item.withheld(),
            item.toldByPhone(),
            item.changed(),
            null,
            List.of());

    assertThat(texts(message(said), "certainty")).containsExactly("Possible");
  }

  @Test
  void whateverIsTypedTheMessageIsRight() throws IOException {
    var random = new Random(20260301);
    var hostile = new ArrayList<String>();
    Json.mapper()
        .readTree(Files.readAllBytes(Conformance.path("abuse/strings/blns.json")))
        .forEach(text -> hostile.add(text.asString()));
    hostile.addAll(
        List.of("\u0000\u0001\u001b[31m\ufffe", "]]>", "\ud800x", "x\udfff", "\r\n\u0085"));
    for (String text : hostile) {
      var place =
          new Place("RS", null, text, text, random.nextDouble(-90, 90), 179.9999999, 1_000_000);
      Says says =
          Facts.says(CHILD, Facts.boy(text, 9))
              .with()
              .circumstances(new Text(random.nextBoolean() ? "sr" : "el-GR", text))
              .lastSeen(new LastSeen(AT, 5, "Europe/Belgrade", place))
              .build();
      message(edition(item(says), 1 + random.nextInt(15)));
    }
    assertThat(hostile).hasSizeGreaterThan(400);
  }

  @Test
  void pageInCapIsAnAtomFeedOfMessages() {
    FeedItem.Active item = item(says());
    byte[] feed =
        cap()
            .feed(
                new FeedPage(
                    List.of(new FeedPage.Placed(1, item)),
                    List.of(),
                    HEAD,
                    HEAD,
                    false,
                    new FeedPage.Beside(Optional.empty(), Optional.empty())),
                false,
                new FeedWish.Newest(50));

    AtomSchema.check(feed);
    assertThat(new String(feed, UTF_8))
        .contains("<content type=\"application/cap+xml\"><alert xmlns=\"urn:oasis")
        .contains(
            "<link rel=\"alternate\" type=\"application/cap+xml\""
                + " href=\"http://127.0.0.1:8080/api/v1/notices/%s/cap\"".formatted(item.id()));
    assertThat(TrialKey.genuineIn(feed))
        .singleElement()
        .satisfies(alert -> assertThat(texts(alert, "identifier").getFirst()).endsWith(".1"));
  }

  @Test
  void withoutAKeyThereIsNoCapAndEverythingElse() {
    var unsigned =
        new FeedForms(
            "7d0c4c8e-5b1e-8f43-9d7e-000000000001",
            "rs",
            "116 000",
            URI.create("http://127.0.0.1:8080"),
            SENDER,
            Optional::empty);

    assertThat(unsigned.in(Representation.CAP)).isEmpty();
    assertThat(unsigned.in(Representation.ATOM)).isPresent();
    assertThat(unsigned.in(Representation.JSON)).isPresent();
  }

  /** Else a reader would keep the answer that was signed with the key before. */
  @Test
  void anotherKeyIsAnotherWording() {
    assertThat(cap().wording())
        .contains(TrialKey.KID)
        .isNotEqualTo(forms.in(Representation.ATOM).orElseThrow().wording());
  }

  @Test
  void senderThatCapForbidsRefusesTheStart() {
    assertThatThrownBy(() -> forms("Police, RS")).isInstanceOf(IllegalArgumentException.class);
  }
}
