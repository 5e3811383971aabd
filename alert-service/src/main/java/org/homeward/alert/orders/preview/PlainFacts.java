package org.homeward.alert.orders.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Vehicle;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.Place;
import org.homeward.schema.writing.Links;
import org.jspecify.annotations.Nullable;

/** Removes typed text from facts that no mail may hold: links and hidden characters. */
final class PlainFacts {

  /** Groups of capitals and digits, with a digit somewhere, as {@code BG.123-AC}. */
  private static final Pattern PLATE =
      Pattern.compile("(?=.*\\p{Nd})[\\p{Lu}\\p{Nd}]{1,5}(?:[. -][\\p{Lu}\\p{Nd}]{1,5}){1,4}");

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
        child.names().stream()
            .flatMap(name -> Optional.ofNullable(name(at + "/names", name)).stream())
            .toList();
    return child.with().names(names).build();
  }

  private @Nullable PersonName name(String at, PersonName name) {
    String full = keep(at, name.full());
    return full == null
        ? null
        : new PersonName(full, name.given(), name.family(), name.script(), name.kind());
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
            place.region(),
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
            plate(vehicle.plate()),
            keep("/vehicle/country", vehicle.country()),
            keep("/vehicle/make", vehicle.make()),
            vehicle.colour(),
            vehicle.description());
  }

  /** Dots only part the groups of a plate: where they look like a link's, spaces do it. */
  private @Nullable String plate(@Nullable String plate) {
    return plate != null && PLATE.matcher(plate).matches() && Links.isIn(plate)
        ? plate.replace('.', ' ')
        : keep("/vehicle/plate", plate);
  }

  private @Nullable String keep(String at, @Nullable String text) {
    if (text == null || AuthorText.isPlainFact(text)) {
      return text;
    }
    String apart = Links.withInitialsApart(text);
    if (AuthorText.isPlainFact(apart)) {
      return apart;
    }
    leftOut.add(new PreviewDocument.LeftOut(at, "not-plain"));
    return null;
  }
}
