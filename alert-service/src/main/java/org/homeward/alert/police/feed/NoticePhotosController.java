package org.homeward.alert.police.feed;

import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.formats.FeedAddress;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.alert.police.photos.ReadPhoto;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The photos of a notice, for a desk's program and its people. */
@RestController
class NoticePhotosController {

  static final String ORIGINAL = "original";

  private final ShowNotice showNotice;
  private final ReadPhoto readPhoto;

  NoticePhotosController(ShowNotice showNotice, ReadPhoto readPhoto) {
    this.showNotice = showNotice;
    this.readPhoto = readPhoto;
  }

  /** Nothing of it is asked for, or kept, before it is known that the desk may have it now. */
  @GetMapping(FeedAddress.PHOTOS + "{size}")
  ResponseEntity<byte[]> photo(
      @PathVariable String id,
      @PathVariable String photo,
      @PathVariable String size,
      @AuthenticationPrincipal KnownDesk desk) {
    ShowNotice.Found found =
        showNotice.find(desk, id).orElseThrow(FaceProblem.NOT_FOUND::exception);
    NoticePhoto listed = found.photo(photo).orElseThrow(FaceProblem.NOT_FOUND::exception);
    boolean may =
        showNotice.mayHave(desk, found, listed).orElseThrow(FaceProblem.UNAVAILABLE::exception);
    if (!may) { // upholds 6
      throw FaceProblem.NOT_FOUND.exception();
    }
    return switch (readPhoto.read(found.id(), listed, size)) {
      case PhotoAnswer.Bytes(byte[] content) -> answer(size, content);
      case PhotoAnswer.Nothing() -> throw FaceProblem.NOT_FOUND.exception();
      case PhotoAnswer.Away() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  /** As it came it is nobody's picture to render: a browser saves it. */
  private static ResponseEntity<byte[]> answer(String size, byte[] content) {
    var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (size.equals(ORIGINAL)) {
      String saved = ContentDisposition.attachment().filename("photo").build().toString();
      return answer
          .header(HttpHeaders.CONTENT_DISPOSITION, saved)
          .contentType(MediaType.APPLICATION_OCTET_STREAM)
          .body(content);
    }
    return answer.contentType(MediaType.IMAGE_JPEG).body(content);
  }
}
