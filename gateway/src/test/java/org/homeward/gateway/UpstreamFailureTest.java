package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.homeward.face.problem.FaceProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.client.ResourceAccessException;

class UpstreamFailureTest {

  private final UpstreamFailure counted = new UpstreamFailure();

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException("127.0.0.1"), FaceProblem.UNAVAILABLE),
        Arguments.of(new ConnectTimeoutException("127.0.0.1"), FaceProblem.UNAVAILABLE),
        Arguments.of(new NoHttpResponseException("127.0.0.1"), FaceProblem.UNAVAILABLE),
        Arguments.of(new SocketTimeoutException("read"), FaceProblem.TIMED_OUT));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failedConnectionsAndTimeOutsCount(IOException failure, FaceProblem kind) {
    assertThat(counted.test(new ResourceAccessException("http://127.0.0.1", failure))).isTrue();
    assertThat(UpstreamFailure.problem(failure).orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  void whatTheCallerDidDoesNotCount() {
    var hungUp = new ClientAbortException(new SocketTimeoutException());

    assertThat(counted.test(new ResourceAccessException("http://127.0.0.1", hungUp))).isFalse();
    assertThat(counted.test(FaceProblem.TOO_LARGE.exception())).isFalse();
    assertThat(counted.test(new IllegalStateException())).isFalse();
    assertThat(UpstreamFailure.problem(hungUp)).isEmpty();
  }

  @Test
  void nothingWasSentOnlyIfThereWasNoConnection() {
    var open =
        CallNotPermittedException.createCallNotPermittedException(
            CircuitBreaker.ofDefaults("console"));

    assertThat(UpstreamFailure.isUnsent(new IllegalStateException(open))).isTrue();
    assertThat(UpstreamFailure.isUnsent(new RuntimeException(new ConnectException()))).isTrue();
    assertThat(UpstreamFailure.isUnsent(new ConnectTimeoutException("x"))).isTrue();
    assertThat(UpstreamFailure.isUnsent(new NoHttpResponseException("x"))).isFalse();
    assertThat(UpstreamFailure.isUnsent(new SocketTimeoutException("read"))).isFalse();
  }

  @Test
  void aServiceIsAwayForItsOwnFailuresAlone() {
    var open =
        CallNotPermittedException.createCallNotPermittedException(
            CircuitBreaker.ofDefaults("console"));

    assertThat(UpstreamFailure.away(new IllegalStateException(open)).orElseThrow().kind())
        .isEqualTo(FaceProblem.UNAVAILABLE);
    assertThat(
            UpstreamFailure.away(new RuntimeException(new SocketTimeoutException()))
                .orElseThrow()
                .kind())
        .isEqualTo(FaceProblem.TIMED_OUT);
    assertThat(
            UpstreamFailure.away(
                new RuntimeException(new ClientAbortException(new SocketTimeoutException()))))
        .isEmpty();
    assertThat(UpstreamFailure.away(new IllegalStateException())).isEmpty();
  }
}
