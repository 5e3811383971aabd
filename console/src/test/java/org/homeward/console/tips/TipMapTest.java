package org.homeward.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.tips.TipMap.Dot;
import org.homeward.console.tips.TipMap.Point;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The drawing is to scale, north on top, and whole. */
class TipMapTest {

  private static Point point(double latitude, double longitude, int within) {
    return new Point(latitude + "/" + longitude, "x", latitude, longitude, within);
  }

  private static double number(String drawn) {
    return Double.parseDouble(drawn);
  }

  @Test
  void northIsOnTopAndEastIsRight() {
    TipMap map = TipMap.of(List.of(point(45.0, 19.0, 0), point(45.1, 19.2, 0)), null);
    Dot south = map.tips().getFirst();
    Dot north = map.tips().getLast();

    assertThat(number(north.y())).isLessThan(number(south.y()));
    assertThat(number(north.x())).isGreaterThan(number(south.x()));
    assertThat(map.number("45.1/19.2")).isEqualTo(2);
    assertThat(map.number("none")).isZero();
  }

  @Test
  void aDegreeOfLongitudeIsShorterThanOneOfLatitude() {
    TipMap map = TipMap.of(List.of(point(60.0, 20.0, 0), point(60.1, 20.1, 0)), null);
    Dot one = map.tips().getFirst();
    Dot other = map.tips().getLast();
    double east = number(other.x()) - number(one.x());
    double north = number(one.y()) - number(other.y());

    assertThat(east / north).isBetween(0.49, 0.52);
  }

  @Test
  void everyCircleIsInsideAndTheBarHasItsLength() {
    var seen = point(45.25, 19.84, 5_000);
    TipMap map = TipMap.of(List.of(point(45.30, 19.90, 50_000), point(45.30, 19.90, 50)), seen);

    List.of(map.tips().getFirst(), map.tips().getLast(), map.seen())
        .forEach(
            dot -> {
              double within = number(dot.within());
              assertThat(number(dot.x())).isBetween(within, TipMap.WIDTH - within);
              assertThat(number(dot.y())).isBetween(within, TipMap.HEIGHT - within);
            });
    double metresOfAPixel = map.bar().metres() / number(map.bar().length());
    assertThat(number(map.tips().getFirst().within()) * metresOfAPixel)
        .isBetween(49_000.0, 51_000.0);
    assertThat(map.bar().metres()).isEqualTo(50_000);
  }

  @Test
  void onePointThatNobodyDoubtsIsDrawnToo() {
    TipMap map = TipMap.of(List.of(point(-90, 180, 0)), null);

    assertThat(map.tips().getFirst().x()).isEqualTo("320.0");
    assertThat(map.bar().metres()).isEqualTo(200);
    assertThat(TipMap.of(List.of(), point(1, 1, 1)).isEmpty()).isTrue();
  }

  @Test
  void theWholeWorldHasRoom() {
    TipMap map = TipMap.of(List.of(point(-90, -180, 1_000_000), point(90, 180, 1_000_000)), null);

    map.tips().forEach(dot -> assertThat(number(dot.x())).isBetween(0.0, (double) TipMap.WIDTH));
    assertThat(map.bar().metres()).isPositive();
  }

  @Test
  void aPointIsTypedAsMapsTellIt() {
    assertThat(typed("45.2517, 19.8369")).isEqualTo("{\"latitude\":45.2517,\"longitude\":19.8369}");
    assertThat(typed(" 45,2517; 19,8369 ")).isEqualTo(typed("45.2517 19.8369"));
    assertThat(typed("-33, 151")).isEqualTo("{\"latitude\":-33,\"longitude\":151}");
    for (String none :
        List.of("", "Novi Sad", "45.25", "44,81", "45.25, 19.84, 3", "<b>", "1e9, 2")) {
      assertThat(typed(none)).isEqualTo("{}");
    }
  }

  private static String typed(String point) {
    var body = JsonNodeFactory.instance.objectNode();
    TypedPoint.put(body, point, "x");
    return body.toString();
  }
}
