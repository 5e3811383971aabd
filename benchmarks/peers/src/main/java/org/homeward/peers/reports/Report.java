package org.homeward.peers.reports;

import java.util.List;

/** The report that ours is given, too. */
record Report(boolean exercise, String channel, Says says, List<Child> newChildren) {

  record Says(String category, Risk risk, Vehicle vehicle) {}

  record Risk(String level) {}

  record Vehicle(String plate, String country) {}

  record Child(Years ageYears, String sex) {}

  record Years(int from, int to) {}
}
