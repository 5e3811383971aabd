package org.homeward.testkit.planted.web;

import org.homeward.testkit.planted.reports.SubmitReport;

/** Technology that uses a feature, which is allowed. */
public final class ReportPage {
  public static final String TITLE = String.valueOf("report");

  public SubmitReport submits() {
    return new SubmitReport();
  }
}
