package org.homeward.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.SocketTimeoutException;
import java.util.List;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Counts the outcomes of the requests for one service. */
final class HttpAnswerCount implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  private static final String TIMED_OUT = "timed-out";
  private static final String UNAVAILABLE = "unavailable";

  private final Upstream upstream;
  private final MeterRegistry metrics;

  HttpAnswerCount(Upstream upstream, MeterRegistry metrics) {
    this.upstream = upstream;
    this.metrics = metrics;
    // Numbers before there is a request.
    List.of("2xx", "3xx", "4xx", "5xx", TIMED_OUT, UNAVAILABLE).forEach(this::counter);
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    try {
      ServerResponse answer = next.handle(request);
      counter(answer.statusCode().value() / 100 + "xx").increment();
      return answer;
    } catch (Exception failure) {
      counter(outcome(failure)).increment();
      throw failure;
    }
  }

  private static String outcome(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException && !(cause instanceof ConnectTimeoutException)) {
        return TIMED_OUT;
      }
    }
    return UNAVAILABLE;
  }

  private Counter counter(String outcome) {
    return metrics.counter(
        "homeward.gateway.requests", "upstream", upstream.id(), "outcome", outcome);
  }
}
