package org.homeward.alert.orders.preview;

import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;

/**
 * Names the looks of which somebody has said more in words of her own. No text has such words, and
 * its author must know that a bag or white trainers are missing from it.
 */
final class TypedLooks {

  private final List<PreviewDocument.LeftOut> found = new ArrayList<>();

  private TypedLooks() {}

  /**
   * @param told what reports say that a person has released
   * @param open the part of it that everybody may know: of the rest not even the field is named
   */
  static List<PreviewDocument.LeftOut> leftOut(Says told, Says open) {
    var looks = new TypedLooks();
    open.children()
        .forEach(
            (id, child) ->
                looks.child(
                    "/children/" + id, told.children().getOrDefault(id, ChildFacts.EMPTY), child));
    looks.look(
        "/vehicle",
        open.vehicle() != null && told.vehicle() != null && told.vehicle().description() != null);
    return looks.found;
  }

  private void child(String at, ChildFacts told, ChildFacts open) {
    look(
        at + "/clothing",
        !open.clothing().isEmpty()
            && told.clothing().stream().anyMatch(piece -> piece.description() != null));
    look(
        at + "/marks",
        !open.marks().isEmpty()
            && told.marks().stream().anyMatch(mark -> mark.description() != null));
  }

  private void look(String at, boolean isTyped) {
    if (isTyped) {
      found.add(new PreviewDocument.LeftOut(at, "own-words"));
    }
  }
}
