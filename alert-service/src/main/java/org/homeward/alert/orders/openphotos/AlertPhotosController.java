package org.homeward.alert.orders.openphotos;

import java.util.List;
import java.util.Optional;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.disclosure.Purpose;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of an alert, for those who decide whether it goes out. */
@RestController
class AlertPhotosController {

  static final String PHOTO = "/api/v1/alerts/{id}/photos/{number}/{size}";

  private final SeeAlert seeAlert;
  private final ReadOpenPhoto readOpenPhoto;

  AlertPhotosController(SeeAlert seeAlert, ReadOpenPhoto readOpenPhoto) {
    this.seeAlert = seeAlert;
    this.readOpenPhoto = readOpenPhoto;
  }

  /** The picture that waits for approval, or else went out; the look is recorded first. */
  @GetMapping(PHOTO)
  ResponseEntity<byte[]> photo(
      @PathVariable String id,
      @PathVariable String number,
      @PathVariable String size,
      Caller caller) {
    SeenAlert alert =
        seeAlert
            .see(
                id, CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, Role.AUTHORITY, Role.SUPERVISOR))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    OpenPhoto photo =
        alert
            .preview()
            .flatMap(preview -> numbered(preview, number))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return switch (readOpenPhoto.preview(photo, size)) {
      case PhotoAnswer.Bytes(byte[] content) ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .contentType(MediaType.IMAGE_JPEG)
              .body(content);
      case PhotoAnswer.Nothing() -> throw FaceProblem.NOT_FOUND.exception();
      case PhotoAnswer.Away() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  private static Optional<OpenPhoto> numbered(PreviewDocument preview, String number) {
    List<OpenPhoto> photos = preview.photos();
    for (int i = 0; i < photos.size(); i++) {
      if (number.equals(String.valueOf(i + 1))) {
        return Optional.of(photos.get(i));
      }
    }
    return Optional.empty();
  }
}
