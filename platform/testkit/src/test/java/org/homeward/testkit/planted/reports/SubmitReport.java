package org.homeward.testkit.planted.reports;

import org.homeward.testkit.planted.web.ReportPage;

/** A feature that knows its technology: wrong direction, and a circle. */
public final class SubmitReport {
  public String title() {
    return ReportPage.TITLE;
  }
}
