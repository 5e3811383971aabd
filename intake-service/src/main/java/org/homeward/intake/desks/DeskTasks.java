package org.homeward.intake.desks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.schema.facts.DeskSnapshot;

/** The checks of desks that wait for the data-protection officer, as tasks. */
public final class DeskTasks {

  private static final String CHECK_DESK = "CHECK_DESK";

  private final CheckDesks checkDesks;

  DeskTasks(CheckDesks checkDesks) {
    this.checkDesks = checkDesks;
  }

  /** The longest waiting first. */
  public List<Map<String, Object>> open() {
    return checkDesks.open().stream().map(DeskTasks::task).toList();
  }

  private static Map<String, Object> task(DeskCopy copy) {
    DeskSnapshot desk = copy.told();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id(desk.id()));
    json.put("kind", CHECK_DESK);
    json.put("subject", "desk/" + desk.id());
    json.put("name", desk.name());
    json.put("jurisdiction", List.copyOf(desk.jurisdiction()));
    json.put("exercise", desk.exercise());
    json.put("confirmed", desk.confirmed());
    json.put("since", copy.since().toString());
    return json;
  }

  static String id(String desk) {
    return CHECK_DESK + ".desk." + desk;
  }
}
