package org.homeward.face.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.homeward.face.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;

class AllowancesTest {

  private final Allowances allowances = places(1);

  private static Allowances places(int each) {
    var settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "homeward.door.places.notice-pages", each,
                        "homeward.door.places.pages", each)))
            .bindOrCreate("homeward.door", DoorSettings.class);
    return new Allowances(
        settings,
        new Clients(List.of()),
        List.of(
            AllowanceRow.of(HttpMethod.GET, "/n/*", Allowance.NOTICE_PAGES),
            AllowanceRow.of(HttpMethod.GET, "/desk", Allowance.PAGES)));
  }

  @Test
  void aVisitorOfAPublicPageWaitsForThePlaceOfAnother() throws Exception {
    var first = allowances.take(request("/n/K7QX-2MRDU", 1));
    try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
      var next = visitors.submit(() -> allowances.take(request("/n/K7QX-2MRDU", 2)));
      assertThat(allowances.taken(Allowance.NOTICE_PAGES)).isEqualTo(1);

      first.close();

      next.get(1, TimeUnit.MINUTES).close();
    }
    assertThat(allowances.taken(Allowance.NOTICE_PAGES)).isZero();
  }

  @Test
  void oneVisitorHoldsNoMoreThanAShareOfThePlaces() {
    var four = places(4);
    four.take(request("/n/K7QX-2MRDU", 1));
    four.take(request("/n/K7QX-2MRDU", 1));

    assertThatThrownBy(() -> four.take(request("/n/K7QX-2MRDU", 1)))
        .isInstanceOf(ProblemException.class);
    four.take(request("/n/K7QX-2MRDU", 2)).close();
  }

  @Test
  void aVisitorIsRefusedWhenNoPlaceBecomesFree() {
    allowances.take(request("/n/K7QX-2MRDU", 1));

    assertThatThrownBy(() -> allowances.take(request("/n/K7QX-2MRDU", 2)))
        .isInstanceOf(ProblemException.class);
    allowances.take(request("/desk", 2)).close();
  }

  @Test
  void otherCallersAreRefusedAtOnceAndKeepNoShare() {
    var place = allowances.take(request("/desk", 1));
    assertThatThrownBy(() -> allowances.take(request("/desk", 2)))
        .isInstanceOf(ProblemException.class);

    place.close();

    allowances.take(request("/desk", 2)).close();
  }

  private static MockHttpServletRequest request(String path, int client) {
    var request = new MockHttpServletRequest("GET", path);
    request.setRemoteAddr("192.0.2." + client);
    return request;
  }
}
