package org.homeward.alert.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code GET /actuator/reader} tells how the reader of cases does; {@code POST} with {@code action}
 * {@code accept-gap} lets it go on after records were lost.
 */
@Endpoint(id = "reader")
public final class ReaderEndpoint {

  private static final String ACCEPT_GAP = "accept-gap";

  private final TopicReader reader;

  public ReaderEndpoint(TopicReader reader) {
    this.reader = reader;
  }

  @ReadOperation
  public Map<String, Object> state() {
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
    answer.put("staleCases", reader.staleAggregates());
    return answer;
  }

  /** A reader that has not stopped has no gap: then nothing happens. */
  @WriteOperation
  public Map<String, Object> act(String action) {
    if (!action.equals(ACCEPT_GAP)) {
      throw new InvalidEndpointRequestException("unknown action", "the action is " + ACCEPT_GAP);
    }
    if (reader.state() instanceof ReaderState.Stopped) {
      reader.acceptGap();
    }
    return state();
  }
}
