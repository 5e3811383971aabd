package org.homeward.alert.orders.openphotos;

import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.KeptCopy;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.pictures.keeping.PhotosAway;

/**
 * Deletes the pictures that may not be shown any more: after each version of the case, and after
 * each change of the alert, a stop among them.
 */
public final class DropOpenPhotos implements AfterCopy, FollowStates.Alarm {

  private final PhotoCopies copies;
  private final GuardedDocuments<Alert> alerts;

  DropOpenPhotos(PhotoCopies copies, GuardedDocuments<Alert> alerts) {
    this.copies = copies;
    this.alerts = alerts;
  }

  /** After the alerts; safe to repeat. */
  @Override
  public void follows(KeptCopy kept) {
    if (!kept.first()) {
      alerts.each("caseId", kept.caseId()).forEach(alert -> ring(alert.id()));
    }
  }

  /** An end that is owed waits for no disk: the copy's own alarm tries again. */
  @Override
  public void ring(String alert) {
    try {
      copies.drop(alert); // upholds 7
    } catch (PhotosAway e) {
      // the document has said that it is gone, and is looked at again
    }
  }
}
