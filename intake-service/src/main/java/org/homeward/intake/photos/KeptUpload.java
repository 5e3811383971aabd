package org.homeward.intake.photos;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored document of a photo or a paper. It holds the key of its bytes, which lie elsewhere:
 * without the document nobody reads them. A locked one has no place for anything to show, and a
 * tombstone none for a key.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Photo.class, name = "PHOTO"),
  @JsonSubTypes.Type(value = Photo.Waiting.class, name = KeptUpload.WAITS),
  @JsonSubTypes.Type(value = Paper.class, name = "PAPER"),
  @JsonSubTypes.Type(value = LockedUpload.class, name = "LOCKED"),
  @JsonSubTypes.Type(value = GoneUpload.class, name = "GONE")
})
sealed interface KeptUpload permits LiveUpload, LockedUpload, GoneUpload {

  /** By which the uploads of a case are asked for. */
  String CASE_ID = "caseId";

  String WAITS = "WAITS";

  /**
   * Shape 2 adds three things that a reader of shape 1 would drop or cannot read: the tip that a
   * photo came with, the witness NOBODY, and a child's own picture that waits.
   */
  Shapes SHAPES = Shapes.of(new Upgrade(UnaryOperator.identity(), KeptUpload::to1));

  String caseId();

  boolean exercise();

  /** The circle of the team that a paper is for; null of a photo. */
  @Nullable Audience paperFor();

  default boolean isPaper() {
    return paperFor() != null;
  }

  private static ObjectNode to1(ObjectNode was) {
    if (was.path("kept").asString("").equals(WAITS)) {
      throw new StoreFailure.NewerSchema("a child's own picture", 2, 1); // upholds 1
    }
    if (was.hasNonNull("fromTip")
        || was.at("/words/saidBy").asString("").equals(PhotoWitness.NOBODY.name())) {
      throw new StoreFailure.NewerSchema("a photo with its origin", 2, 1); // upholds 1
    }
    return was;
  }

  /** Whether it, or the record of its end, stays when its case is erased. */
  default boolean outlivesCase() {
    return this instanceof LockedUpload || this instanceof GoneUpload gone && gone.isDestroyed();
  }

  /** Whether this reader may know of it. */
  default boolean isFor(Reader reader) {
    return reader.isOf(paperFor());
  }

  /**
   * A person who asks for photos and papers.
   *
   * @param supervises whether she decides what becomes of locked ones
   */
  record Reader(Viewer viewer, boolean supervises) {

    static Reader of(Caller caller) {
      return new Reader(Viewer.of(caller), caller.is(Role.SUPERVISOR));
    }

    /**
     * @param circle that a paper is for; null of a photo, which is for the whole team
     */
    boolean isOf(@Nullable Audience circle) {
      Audience needed = circle == null ? Audience.CASE_TEAM : circle;
      return viewer.circles().contains(needed); // upholds 6
    }
  }
}
