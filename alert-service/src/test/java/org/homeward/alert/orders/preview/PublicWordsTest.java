package org.homeward.alert.orders.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of an alert to everybody differ from those to volunteers only in our own sentences. */
class PublicWordsTest {

  private static final Says SAYS =
      Says.builder()
          .children(
              Map.of(
                  PreviewSamples.BOY,
                  ChildFacts.builder()
                      .names(
                          List.of(
                              new PersonName(
                                  "Žarko", null, null, "Latn", Code.of(NameKind.NATIVE))))
                      .build()))
          .build();

  private static Part part(Audience readers, String language) {
    return new WritePart("116 000", "Europe/Belgrade")
        .write(
            readers,
            Words.in(language).orElseThrow(),
            SAYS,
            false,
            false,
            "Odeljenje",
            PreviewSamples.UNTIL,
            null)
        .named("K7QX-2MRD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "sr", "el"})
  @Proves(8)
  void wordsToEverybodyLeadNowhereAndSayNothingOfAnEnd(String language) {
    Part part = part(Audience.PUBLIC, language);

    assertThat(part.text(Set.of()) + part.end().text())
        .contains("116 000", "K7QX-2MRD", "Žarko")
        .doesNotContain(Part.LEAVE, "{");
    assertThat(part.subject()).as("it stands in the list").doesNotContain("K7QX", "Žarko");
    assertThat(part.children()).isEqualTo(part(Audience.VOLUNTEER, language).children());
  }
}
