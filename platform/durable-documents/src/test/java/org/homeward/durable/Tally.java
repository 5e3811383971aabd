package org.homeward.durable;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.durable.shape.StateCodec;

/** A state that shows which writes were applied, in order. */
public record Tally(List<String> facts) {

  public static final StateCodec<Tally> CODEC =
      new StateCodec<>() {
        @Override
        public int schema() {
          return 1;
        }

        @Override
        public Document write(Tally state) {
          return new Document("facts", state.facts());
        }

        @Override
        public Tally read(Document stored, int schema) {
          return new Tally(stored.getList("facts", String.class));
        }
      };

  public static Tally of(String... facts) {
    return new Tally(List.of(facts));
  }

  public Tally and(String fact) {
    return new Tally(Stream.concat(facts.stream(), Stream.of(fact)).toList());
  }
}
