package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.homeward.alert.registers.Confirmation;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class PhoneProofTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("+381641234567");

  private static Phone phone(PhoneNumber number, PhoneProof proof) {
    return new Phone(
        "Crveni krst",
        number,
        "RS",
        List.of(),
        "sr",
        Audience.VOLUNTEER,
        false,
        "p-1",
        NOW,
        new Confirmation("p-2", NOW),
        proof,
        null);
  }

  @Test
  void aCodeHoldsForHalfAnHourAndFiveTries() {
    PhoneProof sent = PhoneProof.NONE.sent("seal", NOW);

    assertThat(PhoneProof.NONE.isOpen(NOW)).isFalse();
    assertThat(sent.isOpen(NOW.plus(PhoneProof.VALID).minusMillis(1))).isTrue();
    assertThat(sent.isOpen(NOW.plus(PhoneProof.VALID))).isFalse();
    PhoneProof missed = sent;
    for (int n = 0; n < PhoneProof.MOST_WRONG; n++) {
      assertThat(missed.isOpen(NOW)).isTrue();
      missed = missed.missed();
    }
    assertThat(missed.isOpen(NOW)).isFalse();
    assertThat(missed.sent("other", NOW).isOpen(NOW)).isTrue();
  }

  @Test
  @Proves(8)
  void anErasedPhoneSaysWhoseItWasToNobody() {
    Phone erased = phone(NUMBER, PhoneProof.NONE.sent("seal", NOW)).revoked(NOW).erased();

    assertThat(erased.state()).isEqualTo(Phone.State.ERASED);
    assertThat(erased.name()).isEmpty();
    assertThat(erased.number()).isNull();
    assertThat(erased.proof()).isEqualTo(PhoneProof.NONE);
    assertThat(phone(NUMBER, PhoneProof.NONE).toString()).doesNotContain("381", "Crveni");
  }

  @Test
  void codesHaveSixDigitsAndOpenOnePhone() {
    var codes = new PhoneCodes(new byte[32], "116 000", PhoneCodes.OF_ORGANISATION);
    String code = codes.code();

    assertThat(code).matches("[0-9]{6}");
    assertThat(codes.fits("a", code, codes.seal("a", code))).isTrue();
    assertThat(codes.fits("b", code, codes.seal("a", code))).isFalse();
    for (String language : PhoneCodes.LANGUAGES) {
      assertThat(codes.text(code, language)).startsWith(code).contains("116 000");
      assertThat(Segments.count(codes.text(code, language))).isEqualTo(1);
    }
  }
}
