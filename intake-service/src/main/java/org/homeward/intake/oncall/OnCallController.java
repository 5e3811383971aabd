package org.homeward.intake.oncall;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The card of who is on call: the team reads it, an administrator writes it. */
@RestController
class OnCallController {

  static final String ON_CALL = "/api/v1/on-call";

  private static final int ENTRIES = 30;
  private static final int NAME = 120;
  private static final int NOTE = 200;
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  /** Short numbers as 192 too. */
  private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()/.-]{1,38}[0-9]");

  private final KeepCard keepCard;

  OnCallController(KeepCard keepCard) {
    this.keepCard = keepCard;
  }

  @GetMapping(ON_CALL)
  ResponseEntity<Map<String, Object>> read() {
    return answer(keepCard.now());
  }

  /** The whole card, each time. */
  @PutMapping(path = ON_CALL, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> write(@RequestBody byte[] body, IfMatch read, Caller caller) {
    Fields fields = Fields.of(body);
    List<OnCallCard.Entry> entries = entries(fields);
    fields.check();
    return read.first(
        version ->
            answer(
                keepCard
                    .put(entries, version, caller.person())
                    .orElseThrow(FaceProblem.PRECONDITION_FAILED::exception)));
  }

  private List<OnCallCard.Entry> entries(Fields fields) {
    OnCallCard before = keepCard.now();
    List<OnCallCard.Entry> entries = new ArrayList<>();
    for (Fields entry : fields.objects("entries", ENTRIES)) {
      String known = entry.text("id", ID);
      if (known != null && before.entry(known).isEmpty()) {
        entry.wrong("id", "unknown-entry");
      }
      entries.add(
          new OnCallCard.Entry(
              known == null ? UUID.randomUUID().toString() : known,
              entry.requiredCode("duty", EnumSet.allOf(OnCallCard.Duty.class)),
              entry.requiredText("name", NAME),
              entry.requiredText("phone", PHONE),
              entry.text("note", NOTE)));
      entry.noOthers();
    }
    if (!fields.has("entries")) {
      fields.wrong("entries", "required");
    }
    return entries;
  }

  private static ResponseEntity<Map<String, Object>> answer(OnCallCard card) {
    List<Map<String, Object>> entries =
        card.entries().stream().map(OnCallController::json).toList();
    return ResponseEntity.ok()
        .eTag(ETags.of(card.edition()))
        .body(Map.of("edition", card.edition(), "entries", entries));
  }

  private static Map<String, Object> json(OnCallCard.Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("duty", entry.duty());
    json.put("name", entry.name());
    json.put("phone", entry.phone());
    json.put("note", entry.note());
    json.values().removeIf(Objects::isNull);
    return json;
  }
}
