package org.homeward.console.pages;

import java.time.Duration;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files for browsers, kept there for as long as they like. */
@RestController
class FilesController {

  private final BrowserFiles files;

  FilesController(BrowserFiles files) {
    this.files = files;
  }

  @GetMapping("/assets/{version}/{name}")
  ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String name) {
    var file = files.find(version, name).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(file.bytes());
  }
}
