package org.homeward.console.tips;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A point as people copy it from a map: {@code 45.25, 19.84}, or {@code 45,25; 19,84}. */
final class TypedPoint {

  /** One number, as Serbian and Greek write it: half a point. */
  private static final Pattern BARE_COMMA = Pattern.compile("[^.,;\\s]+,[^.,;\\s]+");

  private static final Pattern WITH_POINTS = point("\\.", "[,;\\s]");
  private static final Pattern WITH_COMMAS = point(",", "[;\\s]");
  private static final Pattern METRES = Pattern.compile("[0-9]{1,7}");

  private TypedPoint() {}

  private static Pattern point(String mark, String between) {
    String number = "([+-]?[0-9]{1,3}(?:" + mark + "[0-9]{1,12})?)";
    return Pattern.compile("\\s*" + number + "\\s*" + between + "\\s*" + number + "\\s*");
  }

  /** What is no number is left out. */
  static void put(ObjectNode body, String point, String withinMetres) {
    Matcher withPoints = WITH_POINTS.matcher(point);
    Matcher withCommas = WITH_COMMAS.matcher(point);
    boolean isHalf = BARE_COMMA.matcher(point.strip()).matches();
    if (withPoints.matches() && !isHalf) {
      put(body, withPoints);
    } else if (withCommas.matches()) {
      put(body, withCommas);
    }
    if (METRES.matcher(withinMetres.strip()).matches()) {
      body.put("withinMetres", Integer.parseInt(withinMetres.strip()));
    }
  }

  private static void put(ObjectNode body, Matcher found) {
    body.put("latitude", number(found.group(1)));
    body.put("longitude", number(found.group(2)));
  }

  private static BigDecimal number(String typed) {
    return new BigDecimal(typed.replace(',', '.'));
  }
}
