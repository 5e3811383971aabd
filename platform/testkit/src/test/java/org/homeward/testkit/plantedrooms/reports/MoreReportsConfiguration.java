package org.homeward.testkit.plantedrooms.reports;

/** Wires the same room once more. */
public final class MoreReportsConfiguration {}
