package org.homeward.alert.orders.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.PersonName;
import org.homeward.schema.facts.Place;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Vehicle;
import org.jspecify.annotations.Nullable;

/** Takes out of facts what somebody typed and no mail may hold: a link, or text that hides. */
final class PlainFacts {

  private final List<PreviewDocument.LeftOut> leftOut = new ArrayList<>();

  private PlainFacts() {}

  /** The facts that stay, and the ones left out. */
  record Read(Says facts, List<PreviewDocument.LeftOut> leftOut) {}

  static Read of(Says facts) {
    var plain = new PlainFacts();
    Map<String, ChildFacts> children = new TreeMap<>();
    facts
        .children()
        .forEach((id, child) -> children.put(id, plain.child("/children/" + id, child)));
    Says left =
        facts
            .with()
            .children(children)
            .lastSeen(plain.lastSeen(facts.lastSeen()))
            .vehicle(plain.vehicle(facts.vehicle()))
            .build();
    return new Read(left, plain.leftOut);
  }

  private ChildFacts child(String at, ChildFacts child) {
    List<PersonName> names =
        child.names().stream().filter(name -> keep(at + "/names", name.full()) != null).toList();
    return child.with().names(names).build();
  }

  private @Nullable LastSeen lastSeen(@Nullable LastSeen seen) {
    if (seen == null || seen.place() == null) {
      return seen;
    }
    Place place = seen.place();
    String locality = keep("/lastSeen/place/locality", place.locality());
    return new LastSeen(
        seen.at(),
        seen.uncertaintyMinutes(),
        seen.zone(),
        new Place(
            place.country(),
            locality,
            place.text(),
            place.latitude(),
            place.longitude(),
            place.uncertaintyMetres()));
  }

  private @Nullable Vehicle vehicle(@Nullable Vehicle vehicle) {
    return vehicle == null
        ? null
        : new Vehicle(
            keep("/vehicle/plate", vehicle.plate()),
            keep("/vehicle/country", vehicle.country()),
            keep("/vehicle/make", vehicle.make()),
            vehicle.colour(),
            vehicle.description());
  }

  private @Nullable String keep(String at, @Nullable String text) {
    if (text == null || AuthorText.isPlainFact(text)) {
      return text;
    }
    leftOut.add(new PreviewDocument.LeftOut(at, "not-plain"));
    return null;
  }
}
