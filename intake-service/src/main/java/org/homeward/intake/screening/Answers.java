package org.homeward.intake.screening;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answers of one screening. Those about a child have no place for means or consent: whatever
 * was used or agreed to, it counts for nothing there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answers.OfChild.class, name = "CHILD"),
  @JsonSubTypes.Type(value = Answers.OfAdult.class, name = "ADULT")
})
public sealed interface Answers {

  /** Of a child. */
  record OfChild(List<Answered> act, List<Answered> purpose) implements Answers {

    public OfChild {
      act = act == null ? List.of() : List.copyOf(act);
      purpose = purpose == null ? List.of() : List.copyOf(purpose);
    }
  }

  /** Of an adult. */
  record OfAdult(
      List<Answered> act, List<Answered> means, List<Answered> consent, List<Answered> purpose)
      implements Answers {

    public OfAdult {
      act = act == null ? List.of() : List.copyOf(act);
      means = means == null ? List.of() : List.copyOf(means);
      consent = consent == null ? List.of() : List.copyOf(consent);
      purpose = purpose == null ? List.of() : List.copyOf(purpose);
    }
  }

  /** Whom they are about. */
  default Age about() {
    return switch (this) {
      case OfChild _ -> Age.CHILD;
      case OfAdult _ -> Age.ADULT;
    };
  }

  /** All of them, element by element. */
  default List<Answered> all() {
    return switch (this) {
      case OfChild(var act, var purpose) -> joined(act, purpose);
      case OfAdult(var act, var means, var consent, var purpose) ->
          joined(act, means, consent, purpose);
    };
  }

  @SafeVarargs
  private static List<Answered> joined(List<Answered>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
