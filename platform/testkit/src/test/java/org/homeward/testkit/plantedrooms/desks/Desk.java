package org.homeward.testkit.plantedrooms.desks;

/** A room that knows no other. */
public record Desk(String name) {}
