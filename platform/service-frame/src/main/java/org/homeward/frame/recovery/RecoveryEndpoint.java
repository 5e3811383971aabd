package org.homeward.frame.recovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.recovery.RunMark;
import org.homeward.durable.recovery.RunMarks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/recovery}: whether the data are an earlier copy, what was done again, and
 * what is not in it. Writes accepted between {@code copyMark} and {@code lastMark} are lost.
 */
@Endpoint(id = "recovery")
public final class RecoveryEndpoint {

  private final Recovery recovery;

  public RecoveryEndpoint(Recovery recovery) {
    this.recovery = recovery;
  }

  @ReadOperation
  public Map<String, @Nullable Object> state() {
    Optional<RunMarks.Recovery> last = recovery.last();
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("incarnation", recovery.incarnation());
    answer.put("restored", last.map(RecoveryEndpoint::restored).orElse(null));
    answer.put("replayed", last.map(RunMarks.Recovery::replayed).orElse(Map.of()));
    answer.put("missing", last.map(RunMarks.Recovery::missing).orElse(List.of()));
    answer.put("unreadable", last.map(RunMarks.Recovery::unreadable).orElse(0));
    answer.put("quarantined", recovery.isQuarantined());
    return answer;
  }

  private static Map<String, @Nullable Object> restored(RunMarks.Recovery last) {
    Map<String, @Nullable Object> restored = new LinkedHashMap<>();
    restored.put("at", last.at().toString());
    restored.put("lastMark", time(last.last()));
    restored.put("copyMark", time(last.copy()));
    restored.put("epoch", last.incarnation());
    restored.put("retold", last.retold());
    return restored;
  }

  private static @Nullable String time(@Nullable RunMark mark) {
    return mark == null ? null : mark.at().toString();
  }
}
