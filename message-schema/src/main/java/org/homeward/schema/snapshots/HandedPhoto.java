package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A photo as a holder is told of it, without its bytes: it fetches them from the owner.
 *
 * @param id of this handover alone; that of the photo never leaves the owner
 * @param child whom it shows, by the handover's id
 * @param digest hash of the bytes that the owner hands out
 */
public record HandedPhoto(
    String id,
    String child,
    Code<PhotoSource> source,
    @Nullable PartialDate takenOn,
    Code<PhotoWitness> saidBy,
    Code<PhotoLabel> label,
    String digest) {

  public HandedPhoto {
    requireNonNull(id, "id");
    requireNonNull(child, "child");
    requireNonNull(source, "source");
    requireNonNull(saidBy, "saidBy");
    requireNonNull(label, "label");
    requireNonNull(digest, "digest");
  }

  @Override
  public String toString() {
    return "HandedPhoto[" + id + "]";
  }
}
