package org.homeward.schema.json;

/** The schemas of version 1. */
public enum SchemaName {
  CASE("case"),
  REPORT_SAYS("report-says"),
  POLICE_NOTICE("police-notice"),
  ENVELOPE("envelope");

  private final String file;

  SchemaName(String file) {
    this.file = file;
  }

  /** Name of the file without its ending, also of its folder of examples. */
  public String file() {
    return file;
  }
}
