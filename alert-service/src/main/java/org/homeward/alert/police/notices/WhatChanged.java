package org.homeward.alert.police.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import tools.jackson.databind.JsonNode;

/** Names the fields in which two states of a notice differ, without their values. */
final class WhatChanged {

  private static final String STATUS = "/status";
  private static final Set<String> OF_THE_NOTICE =
      Set.of("/answers", "/withheld", "/toldByPhone", "/photos", "/desk", "/kind");

  private WhatChanged() {}

  static List<String> between(PoliceNotice.Active earlier, PoliceNotice.Active later) {
    List<String> what = new ArrayList<>();
    JsonNode before = SaysCodec.write(earlier.facts());
    JsonNode now = SaysCodec.write(later.facts());
    Set<String> fields = names(before, now);
    fields.remove("children");
    fields.stream()
        .filter(field -> !before.path(field).equals(now.path(field)))
        .forEach(field -> what.add("/" + field));
    children(earlier, later, before.path("children"), now.path("children"), what);
    if (!earlier.withheld().equals(later.withheld())) {
      what.add("/withheld");
    }
    if (!earlier.toldByPhone().equals(later.toldByPhone())) {
      what.add("/toldByPhone");
    }
    if (!earlier.photos().equals(later.photos())) {
      what.add("/photos");
    }
    if (!Objects.equals(earlier.desk(), later.desk())) {
      what.add("/desk");
    }
    if (!Objects.equals(earlier.kind(), later.kind())) {
      what.add("/kind");
    }
    return what;
  }

  /** Those of these pointers that lead to a fact; the others are about the notice itself. */
  static Set<String> facts(List<String> what) {
    Set<String> facts = new TreeSet<>(what);
    facts.removeAll(OF_THE_NOTICE);
    facts.removeIf(pointer -> pointer.endsWith(STATUS));
    return facts;
  }

  private static void children(
      PoliceNotice.Active earlier,
      PoliceNotice.Active later,
      JsonNode before,
      JsonNode now,
      List<String> what) {
    Set<String> ids = new TreeSet<>(earlier.children().keySet());
    ids.addAll(later.children().keySet());
    ids.addAll(names(before, now));
    for (String id : ids) {
      String child = "/children/" + id;
      if (!Objects.equals(earlier.children().get(id), later.children().get(id))) {
        what.add(child + STATUS);
      }
      if (!now.has(id) && hasEnded(later, id)) {
        continue; // gone with its end, which the status says
      }
      names(before.path(id), now.path(id)).stream()
          .filter(field -> !before.path(id).path(field).equals(now.path(id).path(field)))
          .forEach(field -> what.add(child + "/" + field));
    }
  }

  private static boolean hasEnded(PoliceNotice.Active notice, String child) {
    ChildStatus status = notice.children().get(child);
    return status != null && status.status() == ChildState.ENDED;
  }

  private static Set<String> names(JsonNode before, JsonNode now) {
    Set<String> names = new TreeSet<>(before.propertyNames());
    names.addAll(now.propertyNames());
    return names;
  }
}
