package org.homeward.alert.orders.posters;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A poster that was made just now.
 *
 * @param code of the page that says whether it still holds
 * @param link to that page
 * @param phone the number to call
 * @param exercise how an exercise is marked; empty for a real alert
 * @param sheets one for each language
 * @param faces the public picture of each child of whom one may be shown, a JPEG, by id
 * @param leftOut what was approved and is not on it
 */
record Poster(
    String code,
    URI link,
    String phone,
    String exercise,
    List<Sheet> sheets,
    Map<String, byte[]> faces,
    List<LeftOut> leftOut) {

  Poster {
    sheets = List.copyOf(sheets);
    faces = Map.copyOf(faces);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Something that is not on it.
   *
   * @param language of the sheet; empty for all of them
   */
  record LeftOut(What what, String language) {

    /** The kinds of it. */
    enum What {
      /** There is no public picture of a child. */
      FACE,
      /** One of the ways in which a name is written has letters that our fonts do not. */
      NAME_FORM,
      /** Its words do not fit on one sheet in letters that people can read. */
      TOO_LONG,
      /** Its words have letters that our fonts do not. */
      NO_LETTERS
    }
  }

  List<String> languages() {
    return sheets.stream().map(Sheet::language).toList();
  }

  @Override
  public String toString() {
    return "Poster[" + code + "]";
  }
}
