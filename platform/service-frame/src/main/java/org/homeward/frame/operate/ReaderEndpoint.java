package org.homeward.frame.operate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.Replayed;
import org.homeward.durable.reader.TopicReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code GET /actuator/reader} shows the state of the readers; {@code POST} with {@code action}
 * {@code accept-gap} and {@code topic} lets one go on after records were lost.
 */
@Endpoint(id = "reader")
public final class ReaderEndpoint {

  private static final String ACCEPT_GAP = "accept-gap";
  private static final String REPLAY_POISON = "replay-poison";

  private final Supplier<List<TopicReader>> readers;

  public ReaderEndpoint(Supplier<List<TopicReader>> readers) {
    this.readers = readers;
  }

  @ReadOperation
  public Map<String, Object> state() {
    return Map.of("readers", readers.get().stream().map(ReaderEndpoint::state).toList());
  }

  /**
   * A reader that has not stopped has no gap: then nothing happens. {@code replay-poison} tries the
   * records again that were put aside; what is gone from the topic is for its owner to republish.
   *
   * @param topic with the node, such as {@code rs.cases}; all readers that have stopped, when none
   *     is named
   */
  @WriteOperation
  public Map<String, Object> act(String action, @Nullable String topic) {
    return switch (action) {
      case ACCEPT_GAP -> acceptGap(topic);
      case REPLAY_POISON ->
          Map.of("readers", named(topic).stream().map(ReaderEndpoint::replayed).toList());
      default ->
          throw new InvalidEndpointRequestException(
              "unknown action", "the action is " + ACCEPT_GAP + " or " + REPLAY_POISON);
    };
  }

  private static Map<String, Object> replayed(TopicReader reader) {
    Replayed replayed = reader.replayPoison();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("topic", reader.topic());
    answer.put("putAside", replayed.putAside());
    answer.put("applied", replayed.applied());
    answer.put("unreadable", replayed.unreadable());
    answer.put("failed", replayed.failed());
    answer.put("gone", replayed.gone());
    answer.put("stale", replayed.stale());
    return answer;
  }

  private Map<String, Object> acceptGap(@Nullable String topic) {
    for (TopicReader reader : named(topic)) {
      if (reader.state() instanceof ReaderState.Stopped) {
        reader.acceptGap();
      }
    }
    return state();
  }

  private List<TopicReader> named(@Nullable String topic) {
    List<TopicReader> named = new ArrayList<>(readers.get());
    if (topic != null) {
      named.removeIf(reader -> !reader.topic().equals(topic));
    }
    if (named.isEmpty()) {
      throw new InvalidEndpointRequestException("unknown topic", "no reader has this topic");
    }
    return named;
  }

  private static Map<String, Object> state(TopicReader reader) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("topic", reader.topic());
    answer.put("state", reader.state().getClass().getSimpleName());
    switch (reader.state()) {
      case ReaderState.Starting(String waitingFor) -> answer.put("waitingFor", waitingFor);
      case ReaderState.Reading _ -> {}
      case ReaderState.Retrying(String cause, int attempts) -> {
        answer.put("cause", cause);
        answer.put("attempts", attempts);
      }
      case ReaderState.Stopped(String reason) -> answer.put("reason", reason);
    }
    answer.put("stale", reader.staleAggregates());
    return answer;
  }
}
