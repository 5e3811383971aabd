package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.matching.Compared.Level.DIFFERENT;
import static org.homeward.intake.matching.Compared.Level.LIKE;
import static org.homeward.intake.matching.Compared.Level.SAME;

import java.util.ArrayList;
import java.util.List;
import org.homeward.intake.matching.Compared;
import org.homeward.intake.matching.Field;
import org.homeward.intake.matching.Likeness;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Which hits at hidden cases are worth the question of a colleague. */
class FindChildrenTest {

  private static final List<Compared> LOOKS =
      List.of(
          new Compared(Field.SEX, SAME, 0.7),
          new Compared(Field.BORN, LIKE, 1.5),
          new Compared(Field.LANGUAGE, SAME, 1),
          new Compared(Field.HAIR, SAME, 0.5),
          new Compared(Field.EYES, SAME, 0.5),
          new Compared(Field.HEIGHT, LIKE, 0.5),
          new Compared(Field.PLACE, SAME, 1));

  private static Likeness and(Compared more) {
    List<Compared> all = new ArrayList<>(LOOKS);
    all.add(more);
    return new Likeness(all, 0);
  }

  @Test
  @Proves(6)
  void whatManyChildrenShareAsksNobodyAboutAHiddenCase() {
    var looks = new Likeness(LOOKS, 0);
    assertThat(looks.weight()).as("more than a name that sounds the same").isGreaterThan(5);

    assertThat(FindChildren.isWorthAQuestion(looks)).isFalse();
    assertThat(FindChildren.isWorthAQuestion(and(new Compared(Field.MARK, SAME, 3)))).isTrue();
    assertThat(FindChildren.isWorthAQuestion(and(new Compared(Field.NUMBER, SAME, 5)))).isTrue();
    var unlike =
        new Likeness(
            List.of(
                new Compared(Field.NUMBER, SAME, 5), new Compared(Field.LANGUAGE, DIFFERENT, -1)),
            0);
    assertThat(FindChildren.isWorthAQuestion(unlike)).as("what speaks against it counts").isFalse();
  }
}
