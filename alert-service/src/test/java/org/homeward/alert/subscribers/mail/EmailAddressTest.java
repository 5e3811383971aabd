package org.homeward.alert.subscribers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org",
        "Ana.Anić_is-not@example.org",
        "a@b.rs",
        "first.last+tag@mail.example.co.uk",
        "o'neil!#$%&*=?^`{|}~/x@example.org",
        "x@xn--e1afmkfd.xn--90a3ac"
      })
  void addressesThatPeopleHaveAreGood(String address) {
    boolean ascii = address.chars().allMatch(c -> c < 128);

    assertThat(EmailAddress.isGood(address)).isEqualTo(ascii);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ana",
        "ana@",
        "@example.org",
        "ana@example",
        "ana@localhost",
        "ana@@example.org",
        "ana@example.org\r\nBcc: all@example.org",
        "ana@example.org\nX: y",
        "ana\r\n@example.org",
        "ana@example.org\u0000",
        "ana@exam\u0000ple.org",
        " ana@example.org",
        "ana@example.org ",
        "ana anic@example.org",
        "\"ana anic\"@example.org",
        "\"ana\"@example.org",
        "ana@[127.0.0.1]",
        "ana@[IPv6:::1]",
        "ana@127.0.0.1",
        "Ana <ana@example.org>",
        "<ana@example.org>",
        "ana@example.org, all@example.org",
        "all: ana@example.org, eva@example.org;",
        "ana@example.org(comment)",
        "(comment)ana@example.org",
        ".ana@example.org",
        "ana.@example.org",
        "a..b@example.org",
        "ana@.example.org",
        "ana@example..org",
        "ana@example.org.",
        "ana@-example.org",
        "ana@example-.org",
        "ana@exam_ple.org",
        "ana\u202e@example.org",
        "ana\u200b@example.org",
        "ана@example.org",
        "ana@exаmple.org",
        "ana@example.org%0d%0aBcc:x",
        "ana@example.org?subject=x",
        "@relay.example.org:ana@example.org",
        "ana%example.net@example.org\t",
        "ana\\@example.org"
      })
  void everythingElseIsRefusedWithoutBeingQuoted(String address) {
    assertThat(EmailAddress.isGood(address)).isFalse();
    assertThatThrownBy(() -> EmailAddress.require(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an address a mail can be sent to");
  }

  @Test
  void lengthsAreThoseOfTheStandard() {
    String local = "l".repeat(64);
    String label = "d".repeat(63);
    String longest = local + "@" + label + "." + label + "." + "e".repeat(57) + ".org";

    assertThat(longest).hasSize(254);
    assertThat(EmailAddress.isGood(longest)).isTrue();
    assertThat(EmailAddress.isGood("l" + local + "@example.org")).isFalse();
    assertThat(EmailAddress.isGood("a@" + label + "d.org")).isFalse();
    assertThat(EmailAddress.isGood(longest.replace("e".repeat(57), "e".repeat(58)))).isFalse();
  }

  @Test
  void mailCannotCarryALineOfSomebodyElse() {
    for (String subject : List.of("a\r\nBcc: x@example.org", "a\nb", "\u0000", " ")) {
      assertThatThrownBy(() -> mail("<a@b.invalid>", subject))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String id : List.of("a@b", "<a b@c>", "<a@b>\r\nX: y", "<a@b><c@d>")) {
      assertThatThrownBy(() -> mail(id, "subject")).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(mail("<a@b.invalid>", "subject").toString()).isEqualTo("Mail[<a@b.invalid>]");
  }

  private static Mail mail(String messageId, String subject) {
    return new Mail(messageId, "ana@example.org", subject, "t", "h", "en", null, List.of());
  }
}
