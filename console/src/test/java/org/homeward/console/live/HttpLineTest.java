package org.homeward.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class HttpLineTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final HttpLine line = new HttpLine(response, Place.NOWHERE);

  private static News read(boolean anew) {
    var changes =
        Json.mapper()
            .readTree(
                "[{\"type\":\"case\",\"id\":\"893c3a1e-1c0e-4ef1-93e1-d352a11e274f\",\"version\":2}]");
    return new News.Read(Part.CASES, changes, anew, "abcd1234.2");
  }

  @Test
  void changesAreEventsOfIdsAndThePlaceComesAfterThem() throws IOException {
    line.begin();
    line.tell(read(false));
    line.bye();

    assertThat(response.getContentType()).isEqualTo("text/event-stream");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.getContentAsString())
        .isEqualTo(
            """
            retry: 1000

            event: here
            data: {"part":"cases"}

            event: change
            data: {"type":"case","id":"893c3a1e-1c0e-4ef1-93e1-d352a11e274f","version":2}

            id: cases.abcd1234.2
            event: place
            data: {}

            event: bye
            data: {}

            """);
  }

  @Test
  void whoeverWasTooFarBehindIsToldToReadAnewAndWhoIsAwayIsNamed() throws IOException {
    line.tell(read(true));
    line.tell(new News.Away(Part.CASES));
    line.sign();

    assertThat(response.getContentAsString())
        .contains("event: anew\ndata: {\"part\":\"cases\"}\n\n")
        .endsWith("event: away\ndata: {\"part\":\"cases\"}\n\n:\n\n");
  }
}
