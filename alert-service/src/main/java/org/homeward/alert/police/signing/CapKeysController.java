package org.homeward.alert.police.signing;

import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys of CAP messages, for everybody. */
@RestController
class CapKeysController {

  static final String KEYS = "/api/v1/public/cap-keys";

  private final CapKeys capKeys;

  CapKeysController(CapKeys capKeys) {
    this.capKeys = capKeys;
  }

  /** Without any key the list is empty. */
  @GetMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> keys() {
    CapKeyRing keys =
        switch (capKeys.state()) {
          case CapKeys.State.Signs(var _, CapKeyRing all) -> all;
          case CapKeys.State.NoKey(CapKeyRing all) -> all;
          case CapKeys.State.Unusable _ -> throw FaceProblem.UNAVAILABLE.exception();
        };
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.APPLICATION_JSON)
        .body(keys.shown().json());
  }
}
