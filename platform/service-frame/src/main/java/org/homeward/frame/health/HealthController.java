package org.homeward.frame.health;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.homeward.durable.reader.TopicReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The health of this service for people, part by part, with what to do: the management port, where
 * machines read it, is not reached from outside.
 */
@RestController
final class HealthController {

  private static final String INDICATOR = "HealthIndicator";
  private static final List<String> WHAT_TO_DO =
      List.of(Indicators.CODE, Indicators.TOPIC, Indicators.WHAT_TO_DO);

  private final Map<String, HealthIndicator> indicators;
  private final Supplier<List<TopicReader>> readers;

  HealthController(Map<String, HealthIndicator> indicators, Supplier<List<TopicReader>> readers) {
    this.indicators = new TreeMap<>(indicators);
    this.readers = readers;
  }

  @GetMapping("/api/v1/health/${spring.application.name}")
  Map<String, Object> read() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "parts",
        indicators.entrySet().stream()
            .filter(each -> each.getKey().endsWith(INDICATOR))
            .map(each -> part(each.getKey(), each.getValue().health()))
            .toList());
    answer.put("readers", readers.get().stream().map(HealthController::reader).toList());
    return answer;
  }

  private static Map<String, Object> part(String bean, @Nullable Health health) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("part", bean.substring(0, bean.length() - INDICATOR.length()));
    part.put("status", health == null ? Status.UNKNOWN.getCode() : health.getStatus().getCode());
    Map<String, Object> details = health == null ? Map.of() : health.getDetails();
    if (details.containsKey(Indicators.WHAT_TO_DO)) {
      WHAT_TO_DO.stream()
          .filter(details::containsKey)
          .forEach(name -> part.put(name, text(details.get(name))));
      Map<String, String> because = new TreeMap<>();
      details.forEach((name, value) -> because.put(name, text(value)));
      because.keySet().removeAll(WHAT_TO_DO);
      part.put("because", because);
    }
    return part;
  }

  private static String text(@Nullable Object value) {
    return value instanceof Collection<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  /** Records that could not be read wait in the topic of poison until somebody replays them. */
  private static Map<String, Object> reader(TopicReader reader) {
    return Map.of("topic", reader.topic(), "putAside", reader.staleAggregates());
  }
}
