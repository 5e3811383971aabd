package org.homeward.alert.orders.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Vehicle;
import org.homeward.schema.people.BodyPart;
import org.homeward.schema.people.Clothing;
import org.homeward.schema.people.Colour;
import org.homeward.schema.people.EyeColour;
import org.homeward.schema.people.Garment;
import org.homeward.schema.people.HairColour;
import org.homeward.schema.people.Mark;
import org.homeward.schema.people.MarkKind;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.Place;
import org.homeward.schema.vocabulary.Vocabulary;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of an alert: from codes and facts, in each language, and nothing else. */
class AlertWordsTest {

  private static final Words ENGLISH = Words.in("en").orElseThrow();

  private static final WritePart WRITER = new WritePart("116 000", "Europe/Belgrade");

  private static final ChildFacts CHILD =
      ChildFacts.builder()
          .names(
              List.of(
                  new PersonName("Žarko", null, null, "Latn", Code.of(NameKind.NATIVE)),
                  new PersonName("Ζάρκο", null, null, "Grek", Code.of(NameKind.TRANSLITERATION)),
                  new PersonName("Hidden", null, null, "Latn", Code.of(NameKind.ALIAS))))
          .ageYears(new NumberRange(9, 10))
          .sex(Code.of(Sex.MALE))
          .heightCm(new NumberRange(140, 140))
          .hair(Code.of(HairColour.BROWN))
          .eyes(Code.read(EyeColour.class, "TURQUOISE"))
          .marks(List.of(new Mark(Code.of(MarkKind.SCAR), Code.of(BodyPart.LEFT_HAND), null)))
          .clothing(List.of(new Clothing(Code.of(Garment.JACKET), Code.of(Colour.RED), null)))
          .build();

  private static final Says SAYS =
      Says.builder()
          .children(Map.of(PreviewSamples.BOY, CHILD))
          .lastSeen(
              new LastSeen(
                  Instant.parse("2026-03-01T11:15:00Z"),
                  15,
                  "Europe/Belgrade",
                  new Place("RS", null, "Novi Sad", "at the shelter, Street 7", 45.2, 19.8, 10)))
          .build();

  private static final List<Code<?>> CODES =
      Stream.<Stream<? extends Code<?>>>of(
              codes(Sex.class),
              codes(HairColour.class),
              codes(EyeColour.class),
              codes(MarkKind.class),
              codes(BodyPart.class),
              codes(Garment.class),
              codes(Colour.class))
          .<Code<?>>flatMap(list -> list)
          .toList();

  private static <E extends Enum<E>> Stream<Code<E>> codes(Class<E> list) {
    return Stream.of(list.getEnumConstants()).map(Code::of);
  }

  private static Part part(String language, boolean exercise) {
    return WRITER.write(
        Audience.VOLUNTEER,
        Words.in(language).orElseThrow(),
        SAYS,
        exercise,
        false,
        "Odeljenje",
        PreviewSamples.UNTIL,
        null);
  }

  @Test
  void wordsAreMadeOfCodesInEachLanguage() {
    assertThat(part("en", false).children().get(PreviewSamples.BOY))
        .isEqualTo(
            """
            Name: Žarko / Ζάρκο
            Age: 9 to 10
            Sex: boy
            Height: about 140 cm
            Hair: brown
            Marks: scar – left hand
            Wears: jacket, red""");
    assertThat(part("sr", false).children().get(PreviewSamples.BOY)).contains("dečak", "smeđa");
    assertThat(part("el", false).children().get(PreviewSamples.BOY))
        .contains("Όνομα: Ζάρκο / Žarko", "αγόρι")
        .doesNotContain("Hidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; 1 March 2026, 12:15 (UTC+1)",
        "sr; 1. mart 2026, 12:15 (UTC+1)",
        "el; 1 Μαρτίου 2026, 12:15 (UTC+1)"
      })
  void exactPlaceStaysInsideAndTheTimeIsSaidWithItsOffset(String language, String at) {
    assertThat(part(language, false).about())
        .contains("Novi Sad", at, "15")
        .doesNotContain("shelter", "Street", "45");
  }

  @ParameterizedTest
  @CsvSource({"2026-10-25T00:30:00Z, (UTC+2)", "2026-10-25T01:30:00Z, (UTC+1)"})
  void bothHalfPastTwoOfTheNightWhenTheClocksChangeAreToldApart(Instant at, String offset) {
    assertThat(CaseWords.local(at, "Europe/Belgrade", ENGLISH))
        .isEqualTo("25 October 2026, 02:30 " + offset);
  }

  @Test
  void timeWithoutAZoneIsSaidInTheNodesOwn() {
    var seen = new LastSeen(Instant.parse("2026-07-01T11:15:00Z"), null, null, null);

    assertThat(CaseWords.of(Says.builder().lastSeen(seen).build(), ENGLISH, "Europe/Belgrade"))
        .contains("1 July 2026, 13:15 (UTC+2)");
  }

  @Test
  void zoneThatNobodyKnowsIsSaidInUtc() {
    assertThat(CaseWords.local(PreviewSamples.NOW, "Mars/Olympus", ENGLISH))
        .isEqualTo("1 March 2026, 12:00 (UTC+0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "sr", "el"})
  void alertUpdateAndEndNameTheAlertsReference(String language) {
    for (boolean update : new boolean[] {false, true}) {
      Part part =
          WRITER
              .write(
                  Audience.VOLUNTEER,
                  Words.in(language).orElseThrow(),
                  SAYS,
                  false,
                  update,
                  "Odeljenje {alert}",
                  PreviewSamples.UNTIL,
                  "Author's {alert}")
              .named("K7QX-2MRD");

      assertThat(List.of(part.subject(), part.closing(), part.end().subject(), part.end().text()))
          .allSatisfy(said -> assertThat(said).contains("K7QX-2MRD").doesNotContain("{alert}"));
      assertThat(part.end().ofWrongChild().text()).contains("K7QX-2MRD");
      assertThat(part.opening()).as("nobody's words are changed").contains("{alert}");
      assertThat(part.author()).contains("{alert}");
    }
  }

  @Test
  void unknownCodeIsLeftOutAndNamed() {
    assertThat(UnknownCodes.in(SAYS))
        .containsExactly(
            new PreviewDocument.LeftOut(
                "/children/" + PreviewSamples.BOY + "/eyes", "unknown-code"));
    assertThat(part("en", false).children().get(PreviewSamples.BOY)).doesNotContain("Eyes");
  }

  @Test
  void codeWithoutAnApprovedWordLeavesTheLanguageOut() {
    var few = new Properties();
    few.setProperty("script", "Latn");
    few.setProperty("names", "{value}");
    few.setProperty("age.range", "{from}{to}");
    Vocabulary drafts = Vocabulary.in("sr-Cyrl").orElseThrow();

    assertThatThrownBy(() -> ChildWords.of(CHILD, new Words("en", few, drafts)))
        .isInstanceOf(Words.Missing.class);
  }

  /** An approval is for exactly these words: whoever changes one raises the version, and this. */
  @Test
  void wordsOfThisVersionAreTheseToTheLetter() throws Exception {
    var all = new TreeSet<String>();
    for (String language : Words.LANGUAGES) {
      Words words = Words.in(language).orElseThrow();
      for (String key : words.sentences()) {
        all.add(language + " " + key + "=" + words.text(key));
      }
      for (Code<?> code : CODES) {
        String name = code.value().getDeclaringClass().getSimpleName() + "." + code;
        words.word(code).ifPresent(word -> all.add(language + " " + name + "=" + word));
      }
    }

    assertThat(Words.VERSION).isEqualTo(4);
    assertThat(all).hasSize(288);
    assertThat(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(String.join("\n", all).getBytes(UTF_8))))
        .isEqualTo("30f0d59cfbc8bcc6555f378db049c4338c7f1188a3546e4a7c8775fd74171a1b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "sr", "el"})
  void endSaysNeitherWhatNorWhere(String language) {
    EndText end = part(language, false).end();

    assertThat(end.subject() + end.text() + end.ofWrongChild().text())
        .doesNotContainIgnoringCase("found")
        .doesNotContainIgnoringCase("safe")
        .doesNotContainIgnoringCase("nađen")
        .doesNotContainIgnoringCase("pronađen")
        .doesNotContainIgnoringCase("živ")
        .doesNotContain("βρέθηκε", "Novi Sad", "Žarko");
  }

  @ParameterizedTest
  @CsvSource({"en,EXERCISE", "sr,VEŽBA", "el,ΑΣΚΗΣΗ"})
  @Proves(9)
  void exerciseIsMarkedInSubjectAndText(String language, String mark) {
    Part exercise = part(language, true);

    assertThat(exercise.subject()).startsWith(mark);
    assertThat(exercise.end().subject()).startsWith(mark);
    assertThat(exercise.opening()).contains(mark);
    assertThat(part(language, false).subject()).doesNotContain(mark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See http://evil.example now | link",
        "Write to somebody@evil.example | link",
        "Look at evil.example | link",
        "Look at пример.срб | link",
        "www.evil | link",
        "javascript:alert(1) | link",
        "leave here {leave} | placeholder",
        "zero\u200bwidth | control-character",
        "turned\u202eround | control-character",
        "be\u0007ll | control-character"
      })
  void authorsWordsLeadNowhere(String text, String rule) {
    assertThat(AuthorText.broken(text, "http://127.0.0.1:8080")).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gw.hotline.rs.app/x",
        "https://gw.hotline.rs@203.0.113.7/x",
        "https://gw.hotline.rs:8443/x",
        "https://gw.hotline.rs-app/x"
      })
  void addressThatOnlyBeginsAsTheHotlinesIsALink(String text) {
    assertThat(AuthorText.broken("Vidi " + text, "https://gw.hotline.rs")).contains("link");
    assertThat(AuthorText.broken("https://gw.hotline.rs", "https://gw.hotline.rs")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://203.0.113.7/x",
        "zlo.example.com",
        "{leave}",
        "turned\u202eround",
        "zero\u200bwidth",
        "two\nlines"
      })
  void factThatIsNotPlainIsLeftOutAndNamed(String bad) {
    Says says =
        SAYS.with()
            .children(
                Map.of(
                    PreviewSamples.BOY,
                    CHILD
                        .with()
                        .names(
                            List.of(
                                new PersonName(bad, null, null, "Latn", Code.of(NameKind.NATIVE)),
                                new PersonName(
                                    "Ž. N.", null, null, "Latn", Code.of(NameKind.NATIVE))))
                        .build()))
            .lastSeen(new LastSeen(null, null, null, Place.of("RS", bad)))
            .vehicle(new Vehicle(bad, "RS", bad, Code.of(Colour.RED), null))
            .build();

    PlainFacts.Read plain = PlainFacts.of(says);

    assertThat(plain.leftOut())
        .extracting(PreviewDocument.LeftOut::what)
        .containsExactly(
            "/children/" + PreviewSamples.BOY + "/names",
            "/lastSeen/place/locality",
            "/vehicle/plate",
            "/vehicle/make");
    Part part =
        WRITER.write(
            Audience.VOLUNTEER,
            Words.in("en").orElseThrow(),
            plain.facts(),
            false,
            false,
            "o",
            PreviewSamples.UNTIL,
            null);
    assertThat(part.children().get(PreviewSamples.BOY))
        .contains("Name: Ž. N.\nAge")
        .doesNotContain(bad);
    assertThat(part.about()).isEqualTo("Vehicle: red, RS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "М.Петровић | Αγ.Νικόλαος | BG.123.AB | М.Петровић | Αγ.Νικόλαος | BG.123.AB",
        "علی\u200Cرضا | Sr.Mitrovica | BG.123.CC | علی\u200Cرضا | Sr.Mitrovica | BG 123 CC",
        "Y.Li | محمدآباد\u200F | 1-ABC-23 | Y. Li | محمدآباد\u200F | 1-ABC-23"
      })
  void namesPlacesAndPlatesStayWhateverDotsAndJoinersTheyHave(
      String name, String place, String plate, String named, String placed, String plated) {
    Says says =
        SAYS.with()
            .children(
                Map.of(
                    PreviewSamples.BOY,
                    CHILD
                        .with()
                        .names(
                            List.of(
                                new PersonName(name, null, null, "Zyyy", Code.of(NameKind.NATIVE))))
                        .build()))
            .lastSeen(new LastSeen(null, null, null, Place.of("RS", place)))
            .vehicle(new Vehicle(plate, null, null, null, null))
            .build();

    PlainFacts.Read plain = PlainFacts.of(says);

    assertThat(plain.leftOut()).isEmpty();
    Part part =
        WRITER.write(
            Audience.VOLUNTEER,
            Words.in("en").orElseThrow(),
            plain.facts(),
            false,
            false,
            "o",
            PreviewSamples.UNTIL,
            null);
    assertThat(part.children().get(PreviewSamples.BOY)).contains(named);
    assertThat(part.about()).contains(placed, plated);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Zove se М.Петровић.", "Blizu Sr.Mitrovica, Αγ.Νικόλαος", "نام: علی\u200Cرضا"})
  void authorsMayWriteInitialsAndJoinedNames(String text) {
    assertThat(AuthorText.broken(text, "http://127.0.0.1:8080")).isEmpty();
  }

  @Test
  void plainWordsAndTheHotlinesOwnLinkAreTaken() {
    assertThat(AuthorText.broken("On ima pegice.\nZovite 116 000!", "http://127.0.0.1:8080"))
        .isEmpty();
    assertThat(AuthorText.broken("Više: http://127.0.0.1:8080/ovde", "http://127.0.0.1:8080"))
        .isEmpty();
    assertThat(AuthorText.broken("x".repeat(1_001), "http://a")).contains("too-long");
  }
}
