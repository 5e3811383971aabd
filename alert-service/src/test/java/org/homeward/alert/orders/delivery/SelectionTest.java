package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;
import org.homeward.alert.subscribers.destinations.Terms;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Those whom an approved rule selects. */
class SelectionTest {

  private static final PreviewDocument.Rule RULE = PreviewSamples.document(1, 5, false).rule();

  private static Interest interest(String country, String region, String language, boolean drill) {
    return new Interest(country, List.of(region), language, drill, Channel.MAIL);
  }

  @Test
  @Proves({3, 9})
  void aRuleSelectsItsCountryItsRegionsItsLanguagesAndItsKind() {
    assertThat(Selection.isMeant(RULE, interest("RS", "RS-01", "en", false))).isTrue();
    assertThat(Selection.isMeant(RULE, interest("RS", "RS-01", "en", true))).isFalse();
    assertThat(Selection.isMeant(RULE, interest("RS", "RS-22", "en", false))).isFalse();
    assertThat(Selection.isMeant(RULE, interest("GR", "GR-I", "en", false))).isFalse();
    assertThat(Selection.isMeant(RULE, interest("RS", "RS-01", "el", false))).isFalse();
  }

  @Test
  @Proves(3)
  void aRuleSelectsNobodyOnAChannelThatWasNotApproved() {
    var toSystems =
        new PreviewDocument.Rule(
            RULE.area(), RULE.languages(), false, 5, true, List.of(Channel.WEBHOOK));

    assertThat(Selection.isMeant(toSystems, interest("RS", "RS-01", "en", false))).isFalse();
  }

  @Test
  @Proves(4)
  void whoeverGetsEndsOnlyGetsNothingNew() {
    assertThat(Selection.isMeant(RULE, destination(false))).isTrue();
    assertThat(Selection.isMeant(RULE, destination(true))).isFalse();
  }

  private static Destination destination(boolean endsOnly) {
    return new Destination(
        1,
        "s1",
        new Address.Mailbox("v1@example.org", URI.create("http://127.0.0.1:8080/leave/1")),
        "RS",
        List.of("RS-01"),
        "en",
        false,
        endsOnly);
  }

  private static Destination changed(String now, long since, String before) {
    return new Destination(
        1,
        "s1",
        new Address.Mailbox("v1@example.org", URI.create("http://127.0.0.1:8080/leave/1")),
        "RS",
        List.of(now),
        "en",
        false,
        false,
        new Terms(null, since, List.of(new Terms.Earlier(0, List.of(before), "en"))));
  }

  @Test
  @Proves(3)
  void aWishThatWasWidenedAfterTheApprovalIsNotInIt() {
    assertThat(Selection.isMeant(RULE, changed("RS-01", 6, "RS-22"))).isFalse();
    assertThat(Selection.isMeant(RULE, changed("RS-01", 5, "RS-22"))).isTrue();
    assertThat(Selection.isMeant(RULE, changed("RS-01", 6, "RS-01"))).isTrue();
  }

  @Test
  void whoeverWantsLessIsToldLessAtOnce() {
    assertThat(Selection.isMeant(RULE, changed("RS-22", 6, "RS-01"))).isFalse();
  }
}
