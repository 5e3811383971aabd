package org.homeward.intake.rulings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class OrdersCheckTest {

  private static OrdersCheck check(OrdersFinding finding) {
    var said = new OrdersCheck.Said(finding, "KU 417/26", "Marković", "stay away", "x");
    return new OrdersCheck(
        said, Set.of("a", "b"), Set.of("name of a"), "person-ana", Instant.EPOCH);
  }

  @Test
  @Proves(3)
  void aWordWithoutAReferenceOfThePoliceCannotBeWrittenDown() {
    assertThatThrownBy(
            () -> new OrdersCheck.Said(OrdersFinding.NONE_FOUND, null, "Marković", null, null))
        .hasMessage("reference");
  }

  @Test
  @Proves(3)
  void aWordStandsForItsChildrenAndAMistakeForNobody() {
    assertThat(check(OrdersFinding.FOUND).standsFor(Set.of("a"), Set.of())).isTrue();
    assertThat(check(OrdersFinding.FOUND).standsFor(Set.of("a", "c"), Set.of())).isFalse();
    assertThat(check(OrdersFinding.MISTAKEN).standsFor(Set.of("a"), Set.of())).isFalse();
  }

  @Test
  @Proves(3)
  void aWordStandsForTheNamesThatPoliceWereAskedAbout() {
    OrdersCheck asked = check(OrdersFinding.NONE_FOUND);
    assertThat(asked.standsFor(Set.of("a"), Set.of("name of a"))).isTrue();
    assertThat(asked.standsFor(Set.of("a"), Set.of("name of a", "birth date of a"))).isFalse();
    var earlier = new OrdersCheck(asked.said(), asked.children(), null, asked.by(), asked.at());
    assertThat(earlier.standsFor(Set.of("a"), Set.of("name of a"))).as("an earlier build").isTrue();
  }

  private static OrdersCheck found(String orders) {
    var said =
        new OrdersCheck.Said(
            OrdersFinding.FOUND, "KU 417/26", "Marković", orders, "reference mended");
    return new OrdersCheck(
        said, Set.of("a", "b"), Set.of("name of a"), "person-ana", Instant.EPOCH);
  }

  @Test
  @Proves(4)
  void moreOrdersAndAMistakeUpsetAnEarlierWord() {
    var none = new OrdersCheck.Said(OrdersFinding.NONE_FOUND, "KU 416/26", "Marković", null, null);
    var noOrders =
        new OrdersCheck(none, Set.of("a", "b"), Set.of("name of a"), "person-ana", Instant.EPOCH);
    OrdersCheck stayAway = check(OrdersFinding.FOUND);
    OrdersCheck mistaken = check(OrdersFinding.MISTAKEN);

    assertThat(stayAway.upsets(noOrders)).isTrue();
    assertThat(mistaken.upsets(noOrders)).isTrue();
    assertThat(mistaken.upsets(stayAway)).isTrue();
    assertThat(found("the mother too").upsets(stayAway)).isTrue();
    assertThat(found("stay away").upsets(stayAway)).as("the same orders").isFalse();
    assertThat(noOrders.upsets(stayAway)).isFalse();
    assertThat(stayAway.upsets(mistaken)).as("nothing stood").isFalse();
  }
}
