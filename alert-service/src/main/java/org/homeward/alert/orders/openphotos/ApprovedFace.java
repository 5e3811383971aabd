package org.homeward.alert.orders.openphotos;

import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.posters.FindFace;
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
  public Optional<byte[]> find(String alert, Alert.Active active, String child) {
    return states.photosNow(active).values().stream()
        .filter(photo -> photo.child().equals(child))
        .filter(photo -> photo.label().is(PhotoLabel.UNCHANGED)) // paper has no room to say more
        .findFirst()
        .map(photo -> readOpenPhoto.read(alert, photo, FOR_PAPER))
        .flatMap(
            answer ->
                answer instanceof PhotoAnswer.Bytes(byte[] content)
                    ? Optional.of(content)
                    : Optional.empty());
  }
}
