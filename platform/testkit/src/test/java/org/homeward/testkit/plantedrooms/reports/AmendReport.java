package org.homeward.testkit.plantedrooms.reports;

/** A use case that knows an adapter, and no technology itself. */
public final class AmendReport {
  private final MongoReports reports = new MongoReports();

  @Override
  public String toString() {
    return reports.toString();
  }
}
