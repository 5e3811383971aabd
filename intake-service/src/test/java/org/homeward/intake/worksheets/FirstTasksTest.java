package org.homeward.intake.worksheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstTasksTest {

  private static final List<OpenTask> THREE =
      IntStream.range(0, 3)
          .mapToObj(
              i ->
                  new OpenTask(
                      "t" + i,
                      "c",
                      false,
                      false,
                      "NEXT_ACTION",
                      null,
                      null,
                      Instant.ofEpochSecond(i),
                      null))
          .toList();

  @Test
  void noTaskIsLeftOutWithoutAWord() {
    assertThat(ViewTasks.First.of(THREE, 2, false))
        .isEqualTo(new ViewTasks.First(THREE.subList(0, 2), true));
    assertThat(ViewTasks.First.of(THREE, 3, false)).isEqualTo(new ViewTasks.First(THREE, false));
    assertThat(ViewTasks.First.of(THREE, 3, true).more()).as("cases were not read").isTrue();
  }

  @Test
  void checksOfEntriesCountToo() {
    List<Map<String, Object>> two = List.of(Map.of("id", "a"), Map.of("id", "b"));

    assertThat(TasksController.answer(two, 1, false))
        .isEqualTo(Map.of("tasks", two.subList(0, 1), "more", true));
    assertThat(TasksController.answer(two, 2, false)).containsEntry("more", false);
    assertThat(TasksController.answer(two, 2, true)).containsEntry("more", true);
  }
}
