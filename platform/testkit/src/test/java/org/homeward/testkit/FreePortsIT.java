package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsIT {
  private static final int MANY = 500; // of two JVMs that draw as many, some would be the same

  /** Prints what it took, and keeps it as long as it lives. */
  static final class Taker {
    public static void main(String[] arguments) throws InterruptedException {
      FreePorts.take(MANY).forEach(System.out::println);
      System.out.println("taken");
      Thread.currentThread().join();
    }
  }

  @Test
  void portsThatAnotherJvmHasTakenAreNotGivenThoughNobodyListensOnThem() {
    try (var other = ForkedJvm.start(Taker.class)) {
      other.awaitLine("taken"::equals);
      List<Integer> theirs = new ArrayList<>();
      other.lines().stream()
          .filter(line -> line.matches("[0-9]+"))
          .forEach(line -> theirs.add(Integer.valueOf(line)));

      assertThat(theirs).hasSize(MANY);
      assertThat(FreePorts.take(MANY)).doesNotContainAnyElementsOf(theirs);
    }
  }
}
