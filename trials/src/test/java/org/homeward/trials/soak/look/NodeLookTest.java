package org.homeward.trials.soak.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.trials.soak.check.EndState.ItemEnd;
import org.junit.jupiter.api.Test;

class NodeLookTest {
  private static final ItemEnd FIRST = new ItemEnd("a", 1, false);
  private static final ItemEnd OTHER = new ItemEnd("b", 2, false);
  private static final ItemEnd CHANGED = new ItemEnd("a", 3, false);

  @Test
  void whatChangedWhileTheFeedWasReadIsKeptOnceAtItsNewestPlace() {
    assertThat(NodeLook.kept(List.of(List.of(FIRST, OTHER), List.of(CHANGED))))
        .containsExactly(OTHER, CHANGED);
  }

  @Test
  void whatStandsTwiceOnOnePageIsNotHidden() {
    assertThat(NodeLook.kept(List.of(List.of(FIRST, OTHER, CHANGED)))).hasSize(3);
  }
}
