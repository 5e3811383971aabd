package org.homeward.alert.subscribers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameMailboxTest {

  @ParameterizedTest
  @CsvSource({
    "ana@example.org, Ana@Example.ORG",
    "ana@example.org, ana+1@example.org",
    "ana@example.org, ana+a+b.c@example.org",
    "ana.b@gmail.com, a.n.a.b@gmail.com",
    "anab@gmail.com, A.n.a.B+homeward@GoogleMail.com",
    "anab@proton.me, ana_b@protonmail.com",
    "anab@pm.me, a.na-b+x@proton.me"
  })
  void spellingsOfOneMailboxHaveOneKey(String one, String other) {
    assertThat(SameMailbox.keyOf(other)).isEqualTo(SameMailbox.keyOf(one));
  }

  @ParameterizedTest
  @CsvSource({
    "ana.b@example.org, anab@example.org",
    "ana-b@gmail.com, anab@gmail.com",
    "ana@gmail.com, ana@example.org",
    "+1@example.org, +2@example.org",
    "ana@example.org, anb+a@example.org"
  })
  void mailboxesThatMayBeTwoHaveTwoKeys(String one, String other) {
    assertThat(SameMailbox.keyOf(other)).isNotEqualTo(SameMailbox.keyOf(one));
  }

  @Test
  void keyOfAPlainAddressIsTheAddress() {
    assertThat(SameMailbox.keyOf("ana.b@example.org")).isEqualTo("ana.b@example.org");
  }
}
