package org.homeward.alert.orders.preview;

import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Names the facts that do not go out because their code is of a newer list than ours. */
final class UnknownCodes {

  private final List<PreviewDocument.LeftOut> found = new ArrayList<>();

  private UnknownCodes() {}

  static List<PreviewDocument.LeftOut> in(Says facts) {
    var codes = new UnknownCodes();
    facts.children().forEach((id, child) -> codes.child("/children/" + id, child));
    if (facts.vehicle() != null) {
      codes.look("/vehicle/colour", facts.vehicle().colour());
    }
    return codes.found;
  }

  private void child(String at, ChildFacts child) {
    look(at + "/sex", child.sex());
    look(at + "/hair", child.hair());
    look(at + "/eyes", child.eyes());
    child.marks().forEach(mark -> look(at + "/marks", mark.kind()));
    child.marks().forEach(mark -> look(at + "/marks", mark.bodyPart()));
    child.clothing().forEach(piece -> look(at + "/clothing", piece.garment()));
    child.clothing().forEach(piece -> look(at + "/clothing", piece.colour()));
  }

  private void look(String at, @Nullable Code<?> code) {
    if (code != null && code.raw() != null) {
      found.add(new PreviewDocument.LeftOut(at, "unknown-code"));
    }
  }
}
