package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeward.durable.document.Guarded;
import org.junit.jupiter.api.Test;

class NewestCallsTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final int MANY = 450;
  private static final int PAGE = 100;

  /** The later the id, the newer the call. */
  private static final List<Guarded<KeptCall>> ALL =
      IntStream.range(0, MANY).mapToObj(NewestCallsTest::call).toList();

  private static Guarded<KeptCall> call(int which) {
    Instant at = AT.plusSeconds(which);
    var call =
        new Call(false, Call.Direction.IN, null, true, at, null, null, null, "p", at)
            .tied("case/c");
    return Guarded.unstored(id(which), 1, call, null, List.of(), Map.of());
  }

  private static String id(int which) {
    return "%05d".formatted(which);
  }

  private static List<Guarded<KeptCall>> after(String id) {
    return ALL.stream().filter(each -> each.id().compareTo(id) > 0).limit(PAGE).toList();
  }

  @Test
  void theNewestCallOfACaseIsAmongThemWhateverItsId() {
    List<String> found =
        ViewCalls.newest(NewestCallsTest::after, _ -> true).stream().map(Guarded::id).toList();

    assertThat(found).hasSize(200).startsWith(id(MANY - 1)).endsWith(id(MANY - 200));
  }

  @Test
  void whatIsKeptFromTheReaderTakesNoPlace() {
    assertThat(
            ViewCalls.newest(
                NewestCallsTest::after, state -> ((Call) state).at().isBefore(AT.plusSeconds(50))))
        .hasSize(50);
  }
}
