package org.homeward.testkit.plantedrooms.reports;

/** Wires a room. */
public final class ReportsConfiguration {}
