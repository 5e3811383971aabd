package org.homeward.face.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeward.face.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

class WaitingBodiesTest {

  private static final int FORM = 256 * 1024;
  private static final int PICTURE = 1000 * 1024;

  private final DoorSettings settings =
      new Binder(
              new MapConfigurationPropertySource(
                  Map.of(
                      "homeward.door.waiting", "16MB",
                      "homeward.door.slow[0].path", "/cases/{id}/photos",
                      "homeward.door.slow[0].limit", "1MB",
                      "homeward.door.slow[0].within", "6m")))
          .bindOrCreate("homeward.door", DoorSettings.class);
  private final WaitingBodies bodies = new WaitingBodies(settings, new Clients(settings.proxies()));

  @Test
  void slowBodiesOfStrangersLeaveAQuarterToShortOnes() throws IOException {
    for (int network : IntStream.rangeClosed(1, 3).flatMap(n -> IntStream.of(n, n)).toArray()) {
      waits("192.0.2." + network, "/cases/1/photos", PICTURE);
    }

    assertThatThrownBy(() -> waits("192.0.2.4", "/cases/1/photos", PICTURE))
        .isInstanceOf(ProblemException.class);
    assertThat(waits("192.0.2.5", "/intake", FORM)).isEqualTo(FORM);
  }

  @Test
  void whatOneSlowBodyTookAnotherMayTake() throws IOException {
    for (int i = 0; i < 20; i++) {
      var request = posted("192.0.2.1", "/cases/1/photos", PICTURE);
      try (var room = bodies.room(request, FORM)) {
        room.read(request);
      }
    }

    assertThat(bodies.taken()).isZero();
  }

  private int waits(String from, String path, int length) throws IOException {
    var request = posted(from, path, length);
    return bodies.room(request, FORM).read(request).stream().mapToInt(piece -> piece.length).sum();
  }

  private static MockHttpServletRequest posted(String from, String path, int length) {
    var request = new MockHttpServletRequest("POST", path);
    request.setRemoteAddr(from);
    request.setContent(new byte[length]);
    return request;
  }
}
