package org.homeward.alert.orders.openphotos;

import java.util.List;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.posters.FindFace;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.schema.facts.PhotoLabel;

/** Gives posters the first unchanged picture of a child that the page of the alert may show now. */
final class ApprovedFace implements FindFace {

  private static final String FOR_PAPER = "1600";

  private final AlertStates states;
  private final ReadOpenPhoto readOpenPhoto;

  ApprovedFace(AlertStates states, ReadOpenPhoto readOpenPhoto) {
    this.states = states;
    this.readOpenPhoto = readOpenPhoto;
  }

  @Override
  public Face find(String alert, Alert.Active active, String child) {
    List<OpenPhoto> shown =
        states.photosNow(active).values().stream()
            .filter(photo -> photo.child().equals(child))
            .toList();
    Optional<OpenPhoto> plain =
        shown.stream()
            .filter(
                photo -> photo.label().is(PhotoLabel.UNCHANGED)) // paper has no room to say more
            .findFirst();
    if (plain.isEmpty()) {
      return shown.isEmpty() ? new Face.None() : new Face.Labelled();
    }
    return switch (readOpenPhoto.read(alert, plain.get(), FOR_PAPER)) {
      case PhotoAnswer.Bytes(byte[] content) -> new Face.Jpeg(content);
      case PhotoAnswer.Nothing() -> new Face.None();
      case PhotoAnswer.Away() -> new Face.Away();
    };
  }
}
