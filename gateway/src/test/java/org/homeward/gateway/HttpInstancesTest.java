package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

class HttpInstancesTest {

  private static final URI A = URI.create("http://a:1");
  private static final URI B = URI.create("http://b:2");
  private final Map<URI, IOException> failing = new HashMap<>();
  private final List<URI> asked = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final HttpInstances instances = new HttpInstances(List.of(A, B), nanos::get);

  @Test
  void theyTakeTurns() throws Exception {
    send(4);

    assertThat(asked).containsExactly(A, B, A, B);
  }

  @Test
  void whatCannotBeConnectedToIsPassedOnAndRestsForFiveSeconds() throws Exception {
    for (IOException refusal :
        List.of(
            new ConnectException("refused"),
            new ConnectTimeoutException("too slow"),
            new UnknownHostException("gone"))) {
      failing.put(A, refusal);
      send(2);
      assertThat(asked).containsExactly(A, B, B);

      asked.clear();
      failing.clear();
      nanos.addAndGet(Duration.ofSeconds(4).toNanos());
      send(2);
      assertThat(asked).as("rests").containsExactly(B, B);

      asked.clear();
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      send(2);
      assertThat(asked).as("is back").containsExactly(A, B);
      asked.clear();
    }
  }

  @Test
  void afterItsRestOneRequestTriesItWhileTheOthersGoElsewhere() throws Exception {
    failing.put(A, new ConnectException());
    send(2);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    asked.clear();

    instances.filter(
        request(),
        _ -> {
          send(2); // while the one that tries has no answer yet
          return ServerResponse.ok().build();
        });

    assertThat(asked).containsExactly(B, B);
  }

  @Test
  void whatHappensOnAConnectionIsNotRepeatedElsewhereAndNotCountedWhileTheOtherIsWell()
      throws Exception {
    for (IOException broken :
        List.of(
            new SocketException("Connection reset"),
            new SocketTimeoutException("no answer"),
            new IOException("broken"))) {
      failing.put(A, broken);

      assertThatThrownBy(() -> send(1))
          .hasRootCause(broken)
          .satisfies(failure -> assertThat(new UpstreamFailure().test(failure)).isFalse());
      assertThat(asked).containsExactly(A);
      send(3);
      assertThat(asked).as("rests").containsExactly(A, B, B, B);

      failing.put(B, broken);
      assertThatThrownBy(() -> send(1))
          .satisfies(failure -> assertThat(new UpstreamFailure().test(failure)).isTrue());
      failing.clear();
      nanos.addAndGet(Duration.ofSeconds(5).toNanos());
      send(3);
      asked.clear();
    }
  }

  @Test
  void whenNoneCanBeConnectedToEachIsAskedOnce() {
    failing.put(A, new ConnectException());
    failing.put(B, new ConnectException());

    for (int i = 1; i <= 3; i++) {
      assertThatThrownBy(() -> send(1)).hasRootCauseInstanceOf(ConnectException.class);
      assertThat(asked).hasSize(2 * i);
    }
  }

  private void send(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      instances.filter(request(), this::answer);
    }
  }

  private ServerResponse answer(ServerRequest request) {
    URI to = (URI) request.attribute(MvcUtils.GATEWAY_REQUEST_URL_ATTR).orElseThrow();
    asked.add(to);
    IOException failure = failing.get(to);
    if (failure != null) {
      throw new ResourceAccessException("as the client throws it", failure);
    }
    return ServerResponse.ok().build();
  }

  private static ServerRequest request() {
    return ServerRequest.create(new MockHttpServletRequest("GET", "/api/v1/cases"), List.of());
  }
}
