package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Copies;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A photo that was released, without its bytes: who may have them fetches them.
 *
 * @param child whom it shows
 * @param takenOn when it was taken, as far as somebody knows
 * @param saidBy who says that it shows this child
 * @param audiences who may have it; where nobody is named, police
 * @param digests SHA-256, hex, of the bytes by size; {@code original} stands for them as they came
 * @param publicDigests those of the part of the picture that the public may be shown; empty while
 *     it may be shown none
 */
public record CasePhoto(
    String id,
    String child,
    Code<PhotoSource> source,
    @Nullable PartialDate takenOn,
    Code<PhotoWitness> saidBy,
    Code<PhotoLabel> label,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Audience> audiences,
    Map<String, String> digests,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> publicDigests) {

  /** The most photos that a case holds; the schema of its event allows no more. */
  public static final int MOST_OF_A_CASE = 20;

  public CasePhoto {
    requireNonNull(id, "id");
    requireNonNull(child, "child");
    requireNonNull(source, "source");
    requireNonNull(saidBy, "saidBy");
    requireNonNull(label, "label");
    audiences =
        audiences == null || audiences.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(audiences));
    digests = Copies.map(digests);
    publicDigests = publicDigests == null ? Map.of() : Copies.map(publicDigests);
    if (audiences.contains(Audience.PUBLIC) == publicDigests.isEmpty()) {
      throw new IllegalArgumentException("the public has a picture of its own, or none");
    }
  }

  /** One for police alone. */
  public CasePhoto(
      String id,
      String child,
      Code<PhotoSource> source,
      @Nullable PartialDate takenOn,
      Code<PhotoWitness> saidBy,
      Code<PhotoLabel> label,
      Map<String, String> digests) {
    this(id, child, source, takenOn, saidBy, label, Set.of(), digests, Map.of());
  }

  /** The same, kept from the public. */
  public CasePhoto withoutPublic() {
    if (publicDigests.isEmpty()) {
      return this;
    }
    Set<Audience> others = EnumSet.copyOf(audiences);
    others.remove(Audience.PUBLIC);
    return new CasePhoto(id, child, source, takenOn, saidBy, label, others, digests, Map.of());
  }

  /** The same, kept from everybody else. */
  public CasePhoto forPoliceAlone() {
    return new CasePhoto(id, child, source, takenOn, saidBy, label, digests);
  }

  public boolean isFor(Audience reader) {
    return audiences.isEmpty() ? reader == Audience.POLICE : audiences.contains(reader);
  }

  @Override
  public String toString() {
    return "CasePhoto[" + id + "]";
  }
}
