package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A picture that everybody is shown with the words of an alert. Its digests stand in what is
 * approved, so another picture needs another approval.
 *
 * @param photo its id in intake, which no stranger is told
 * @param child whom it shows
 * @param takenOn when it was taken, as far as somebody knows
 * @param digests SHA-256, hex, of the bytes by size
 */
public record OpenPhoto(
    String photo,
    String child,
    Code<PhotoLabel> label,
    @Nullable PartialDate takenOn,
    Map<String, String> digests) {

  public OpenPhoto {
    requireNonNull(photo, "photo");
    requireNonNull(child, "child");
    requireNonNull(label, "label");
    digests = Collections.unmodifiableMap(new TreeMap<>(digests == null ? Map.of() : digests));
  }

  /** Those of these children that two people let the public be shown. */
  static List<OpenPhoto> of(CaseSnapshot told, Set<String> children) {
    return told.photos().stream()
        .filter(photo -> photo.isFor(Audience.PUBLIC)) // upholds 6
        .filter(photo -> children.contains(photo.child()))
        .map(OpenPhoto::of)
        .toList();
  }

  private static OpenPhoto of(CasePhoto photo) {
    return new OpenPhoto(
        photo.id(), photo.child(), photo.label(), photo.takenOn(), photo.publicDigests());
  }

  /** Whether the case still tells exactly this of it, and the child is missing. */
  boolean isStillTold(CaseSnapshot told) {
    return !told.frozen()
        && PublicReading.isMissing(told, child)
        && of(told, Set.of(child)).contains(this); // upholds 3
  }

  @Override
  public String toString() {
    return "OpenPhoto[redacted]";
  }
}
