package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The description that somebody here has given of a photo.
 *
 * @param takenOn absent when nobody knows
 * @param saidBy who says that it shows this child
 */
record PhotoWords(
    PhotoSource source, @Nullable PartialDate takenOn, PhotoWitness saidBy, PhotoLabel label) {

  PhotoWords {
    requireNonNull(source, "source");
    requireNonNull(saidBy, "saidBy");
    requireNonNull(label, "label");
  }

  @Override
  public String toString() {
    return "PhotoWords[redacted]";
  }
}
