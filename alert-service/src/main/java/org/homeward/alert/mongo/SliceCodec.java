package org.homeward.alert.mongo;

import org.bson.Document;
import org.homeward.alert.slices.Slice;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.Shapes;
import org.homeward.durable.document.StateCodec;
import org.homeward.schema.json.Json;

/**
 * A slice is written for each batch of its 400 destinations: were each old state kept whole, its
 * history would grow with the square of their number.
 */
public final class SliceCodec implements StateCodec<Slice> {

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
  public Slice read(Document stored, int schema) {
    return json.read(stored, schema);
  }
}
