package org.homeward.alert.mongo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.homeward.alert.slices.Slice;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.Shapes;
import org.homeward.durable.document.StateCodec;
import org.homeward.schema.json.Json;

/**
 * A slice is written twice for each batch of its 400 destinations: were each state stored whole,
 * and kept whole as history, that would grow with the square of their number.
 */
public final class SliceCodec implements StateCodec<Slice> {

  private static final String DELIVERIES = "deliveries";
  private static final String BUSY = "busyUntil";

  private final JsonStateCodec<Slice> json =
      new JsonStateCodec<>(Json.mapper(), Slice.class, Shapes.FIRST);

  @Override
  public int schema() {
    return json.schema();
  }

  @Override
  public Document write(Slice state) {
    return json.write(state);
  }

  @Override
  public Document past(Slice before, Slice after) {
    return before instanceof Slice.Open open && after instanceof Slice.Open next
        ? json.write(open.whatChanged(next))
        : json.write(before);
  }

  @Override
  public Optional<Patch> patch(Slice before, Slice after) {
    return before instanceof Slice.Open open && after instanceof Slice.Open next
        ? Optional.of(patch(open, next))
        : Optional.empty();
  }

  private Patch patch(Slice.Open before, Slice.Open after) {
    Document changed = json.write(after.whatChanged(before));
    Map<String, Object> set = new HashMap<>();
    changed
        .get(DELIVERIES, new Document())
        .forEach((number, delivery) -> set.put(DELIVERIES + "." + number, delivery));
    Set<String> unset = new TreeSet<>();
    before.deliveries().keySet().stream()
        .filter(number -> !after.deliveries().containsKey(number))
        .forEach(number -> unset.add(DELIVERIES + "." + number));
    if (changed.get(BUSY) instanceof Object busy) {
      set.put(BUSY, busy);
    } else {
      unset.add(BUSY);
    }
    return new Patch(set, unset);
  }

  @Override
  public Slice read(Document stored, int schema) {
    return json.read(stored, schema);
  }
}
