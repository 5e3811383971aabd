package org.homeward.alert.orders.openphotos;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.durable.command.DerivedIds;

/** Tells since when the pictures of an alert that were taken back are given to nobody. */
public final class GonePhotos {

  private final AlertStates states;
  private final PhotoCopies copies;
  private final DerivedIds ids;

  GonePhotos(AlertStates states, PhotoCopies copies, DerivedIds ids) {
    this.states = states;
    this.copies = copies;
    this.ids = ids;
  }

  /** By picture; without those of which nobody knows the time. */
  public Map<String, Instant> since(String alert, Issue issue) {
    PreviewDocument approved = issue.preview().read();
    Set<String> kept = states.photosKept(approved, issue.withdrawn());
    Map<String, Instant> gone = new TreeMap<>();
    for (OpenPhoto photo : approved.photos()) {
      if (!kept.contains(photo.photo())) {
        copies
            .goneSince(ReadOpenPhoto.link(ids, alert, photo))
            .ifPresent(since -> gone.put(photo.photo(), since));
      }
    }
    return gone;
  }
}
