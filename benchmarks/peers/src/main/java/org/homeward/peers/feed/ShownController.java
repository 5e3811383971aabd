package org.homeward.peers.feed;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the process that measures. */
@RestController
class ShownController {
  private final Shown shown;

  ShownController(Shown shown) {
    this.shown = shown;
  }

  @GetMapping("/shown")
  List<String> shown(@RequestParam int from) {
    return shown.from(from);
  }
}
