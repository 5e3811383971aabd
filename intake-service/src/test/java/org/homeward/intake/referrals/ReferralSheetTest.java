package org.homeward.intake.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.intake.carefiles.About;
import org.homeward.intake.screening.Age;
import org.homeward.schema.json.Json;
import org.homeward.schema.people.SupportService;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralSheetTest {

  private static final About WHOM =
      new About(Age.CHILD, "Đorđe Petrović", 2014, "rom", "only after ten", "begs at the bridge");

  private static ReferralSheet sheet(SupportService service, Set<Share> shares) {
    return ReferralSheet.of("AB12CD34", service, WHOM, shares, "allergic to penicillin");
  }

  @Test
  @Proves(6)
  void nothingOfTheFileStandsInASheetButWhatWasChosen() {
    for (Share each : Share.values()) {
      String json = json(sheet(SupportService.LEGAL_ADVICE, EnumSet.of(each)));
      assertThat(json.contains("Đorđe")).isEqualTo(each == Share.NAME);
      assertThat(json.contains("2014")).isEqualTo(each == Share.BORN_IN);
      assertThat(json.contains("rom\"")).isEqualTo(each == Share.LANGUAGE);
      assertThat(json.contains("after ten")).isEqualTo(each == Share.CONTACT);
      assertThat(json).contains("penicillin", "CHILD").doesNotContain("bridge");
    }
    assertThat(json(sheet(SupportService.LEGAL_ADVICE, Set.of())))
        .doesNotContain("Đorđe", "2014", "rom\"", "after ten", "bridge");
  }

  private static String json(ReferralSheet sheet) {
    return Json.mapper().writeValueAsString(sheet);
  }

  /** Each service with all fields: more than it needs stays here. */
  @ParameterizedTest
  @EnumSource(SupportService.class)
  @Proves(6)
  void noServiceGetsMoreThanItNeeds(SupportService service) {
    ReferralSheet all = sheet(service, EnumSet.allOf(Share.class));
    Set<Share> most = Share.mostFor(service);

    assertThat(all.name() != null).isEqualTo(most.contains(Share.NAME));
    assertThat(all.bornIn() != null).isEqualTo(most.contains(Share.BORN_IN));
    assertThat(all.language() != null).isEqualTo(most.contains(Share.LANGUAGE));
    assertThat(all.contact() != null).isEqualTo(most.contains(Share.CONTACT));
  }

  @Test
  void anAnonymousTestIsAnonymous() {
    ReferralSheet sheet = sheet(SupportService.ANONYMOUS_TEST, EnumSet.allOf(Share.class));

    assertThat(Stream.of(sheet.name(), sheet.contact(), sheet.bornIn())).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({
    "'Dorde says he is hungry', false",
    "'Đorđe is hungry', true",
    "'PETROVIC is hungry', true",
    "'Petrovićeva street', false",
    "'he is hungry', false"
  })
  @Proves(6)
  void wordsDoNotNameWhoseNameIsNotChosen(String words, boolean names) {
    assertThat(ReferralSheet.namesAnyway(WHOM, Set.of(Share.LANGUAGE), words)).isEqualTo(names);
    assertThat(ReferralSheet.namesAnyway(WHOM, Set.of(Share.NAME), words)).isFalse();
  }

  @Test
  @Proves(6)
  void theAudienceOfAProviderIsNoneOfThoseOfFacts() {
    assertThat(List.of(Audience.values()))
        .extracting(Enum::name)
        .doesNotContain(ReferralSheet.AUDIENCE);
  }

  @Test
  void aStoredSheetIsTheSameAgainAndSaysNothingInALog() {
    ReferralSheet sheet = sheet(SupportService.MEDICAL, EnumSet.allOf(Share.class));

    assertThat(Json.mapper().readValue(json(sheet), ReferralSheet.class)).isEqualTo(sheet);
    assertThat(sheet.toString()).doesNotContain("Đorđe", "AB12CD34");
  }
}
