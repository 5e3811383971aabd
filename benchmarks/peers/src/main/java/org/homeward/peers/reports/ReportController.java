package org.homeward.peers.reports;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {
  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  @PostMapping("/reports")
  @ResponseStatus(HttpStatus.CREATED)
  void accept(@RequestBody Report report) {
    reports.accept(report);
  }
}
