package org.homeward.console.photos;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The rectangle of a form, if somebody typed one. */
final class CropForm {

  private static final List<String> SIDES = List.of("left", "top", "width", "height");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

  private CropForm() {}

  /** Passes on as typed whatever is no number: the API says what is wrong with it. */
  static void put(ObjectNode body, Map<String, String> form) {
    if (SIDES.stream().allMatch(side -> form.getOrDefault(side, "").isBlank())) {
      return;
    }
    ObjectNode crop = body.putObject("crop");
    for (String side : SIDES) {
      String typed = form.getOrDefault(side, "").strip();
      if (NUMBER.matcher(typed).matches()) {
        crop.put(side, Integer.parseInt(typed));
      } else if (!typed.isEmpty()) {
        crop.put(side, typed);
      }
    }
  }
}
