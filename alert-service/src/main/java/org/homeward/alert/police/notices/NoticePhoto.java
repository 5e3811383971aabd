package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A photo that police may have.
 *
 * @param id of the link, made here; that of the photo in intake never leaves the node
 * @param photo in intake
 * @param digests SHA-256, hex, of the bytes by size
 */
public record NoticePhoto(
    String id,
    String photo,
    String child,
    Code<PhotoSource> source,
    @Nullable PartialDate takenOn,
    Code<PhotoWitness> saidBy,
    Code<PhotoLabel> label,
    Map<String, String> digests) {

  public NoticePhoto {
    requireNonNull(id, "id");
    requireNonNull(photo, "photo");
    requireNonNull(child, "child");
    requireNonNull(source, "source");
    requireNonNull(saidBy, "saidBy");
    requireNonNull(label, "label");
    digests = digests == null ? Map.of() : Map.copyOf(new TreeMap<>(digests));
  }

  static NoticePhoto of(String id, CasePhoto told) {
    return new NoticePhoto(
        id,
        told.id(),
        told.child(),
        told.source(),
        told.takenOn(),
        told.saidBy(),
        told.label(),
        told.digests());
  }

  @Override
  public String toString() {
    return "NoticePhoto[" + id + "]";
  }
}
