package org.homeward.alert.orders.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.alert.subscribers.sms.Segments;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Vehicle;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.Place;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of text messages: short, clear under any sender, without a name and without a link. */
class WriteSmsTest {

  private static final WriteSms WRITER = new WriteSms("116 000", "Europe/Belgrade");

  private static final ChildFacts BOY =
      ChildFacts.builder()
          .names(List.of(new PersonName("Žarko", null, null, "Latn", Code.of(NameKind.NATIVE))))
          .ageYears(new NumberRange(9, 10))
          .sex(Code.of(Sex.MALE))
          .heightCm(new NumberRange(140, 140))
          .build();

  private static final ChildFacts SOMEBODY =
      ChildFacts.builder().ageYears(new NumberRange(5, 5)).build();

  private static final Says SAYS =
      Says.builder()
          .children(Map.of(PreviewSamples.BOY, BOY, PreviewSamples.GIRL, SOMEBODY))
          .lastSeen(
              new LastSeen(
                  null,
                  null,
                  null,
                  new Place("RS", null, "Šabac", "at the shelter, Street 7", 45.2, 19.8, 10)))
          .vehicle(new Vehicle("BG 123-AC", "RS", "Zastava", null, null))
          .build();

  private static WriteSms.Written written(String language, boolean exercise, boolean update) {
    return WRITER.write(
        language,
        Words.ofSms(language).orElseThrow(),
        SAYS,
        exercise,
        update,
        PreviewSamples.UNTIL);
  }

  private static String text(String language, boolean update) {
    return written(language, false, update).part().named("K7QX-2MRD").text(Set.of());
  }

  @Test
  void wordsAreMadeOfCodesInEachLanguage() {
    assertThat(text("en", false))
        .isEqualTo(
            "MISSING CHILD ALERT K7QX-2MRD of hotline 116 000: boy, 9-10 years; a child, 5 years."
                + " Last seen: Sabac. If you see something, call 116 000. Do not approach, do not"
                + " pass this on. Valid until 1 March 2026, 16:00 (UTC+1).");
    assertThat(text("sr", false))
        .isEqualTo(
            "NESTALO DETE, obavestenje K7QX-2MRD linije 116 000: decak, 9-10 god; dete, 5 god."
                + " Poslednji put vidjeno: Sabac. Ako nesto primetite, pozovite 116 000. Ne"
                + " prilazite, ne prosledjujte. Vazi do 1. mart 2026, 16:00 (UTC+1).");
    assertThat(text("el", true)).startsWith("NEA ΓIA EΞAΦANIΣH ΠAIΔIOY, EIΔOΠOIHΣH K7QX-2MRD ");
  }

  @ParameterizedTest
  @CsvSource({"en, 2", "sr, 2", "el, 2"})
  void everyPhoneShowsItInFewSegments(String language, int segments) {
    assertThat(Segments.count(text(language, false))).isEqualTo(segments);
    WriteSms.Written written = written(language, false, false);
    assertThat(Segments.count(written.end())).isEqualTo(1);
    assertThat(Segments.count(written.wrongChild())).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "sr", "el"})
  @Proves(8)
  void alertUpdateAndEndAreClearUnderAnySenderAndNameNobody(String language) {
    WriteSms.Written written = written(language, false, false);
    EndText end =
        new EndText("s", "t").with(written.end(), written.wrongChild()).named("K7QX-2MRD");

    assertThat(List.of(text(language, false), text(language, true), end.sms(), end.smsWrongChild()))
        .allSatisfy(
            said ->
                assertThat(said)
                    .contains("K7QX-2MRD", "116 000")
                    .doesNotContain(
                        "Žarko", "Zarko", "BG 123", "Zastava", "Street", "140", "http", "{",
                        "STOP"));
    assertThat(end.sms() + end.smsWrongChild())
        .doesNotContainIgnoringCase("found")
        .doesNotContainIgnoringCase("safe")
        .doesNotContainIgnoringCase("nadjen")
        .doesNotContain("BPEΘHKE", "Sabac");
  }

  @Test
  @Proves(4)
  void whoWasWithdrawnIsNotInItAndTheTextSaysThatItReplacesOthers() {
    String reduced =
        written("en", false, false).part().named("K7QX-2MRD").text(Set.of(PreviewSamples.BOY));

    assertThat(reduced)
        .startsWith("This replaces earlier messages. MISSING CHILD ALERT")
        .contains("a child, 5 years.")
        .doesNotContain("boy");
  }

  @ParameterizedTest
  @CsvSource({"en, EXERCISE", "sr, VEZBA", "el, AΣKHΣH"})
  @Proves(9)
  void exerciseIsMarkedInAlertUpdateAndEnd(String language, String mark) {
    for (boolean update : new boolean[] {false, true}) {
      WriteSms.Written exercise = written(language, true, update);
      assertThat(exercise.part().text(Set.of())).startsWith(mark);
      assertThat(exercise.end()).startsWith(mark);
      assertThat(exercise.wrongChild()).startsWith(mark);
    }
    assertThat(text(language, false)).doesNotContain(mark);
  }

  /** An approval is for exactly these words: whoever changes one raises the version, and this. */
  @Test
  void wordsOfThisVersionAreTheseToTheLetter() throws Exception {
    var all = new TreeSet<String>();
    for (String language : Words.LANGUAGES) {
      Words words = Words.ofSms(language).orElseThrow();
      words.sentences().forEach(key -> all.add(language + " " + key + "=" + words.text(key)));
    }

    assertThat(Words.SMS_VERSION).isEqualTo(1);
    assertThat(all).hasSize(33);
    assertThat(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(String.join("\n", all).getBytes(UTF_8))))
        .isEqualTo("38fbb09f58494e30bf7ef80192202590fc1049fb5f30e604bca10984f05aa5ee");
  }
}
