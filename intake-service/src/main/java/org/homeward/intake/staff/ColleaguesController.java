package org.homeward.intake.staff;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.face.access.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The names of the hotline's people, for themselves. */
@RestController
class ColleaguesController {

  static final String COLLEAGUES = "/api/v1/colleagues";

  private final KnowStaff staff;

  ColleaguesController(KnowStaff staff) {
    this.staff = staff;
  }

  @GetMapping(COLLEAGUES)
  Map<String, Object> list() {
    return Map.of(
        "colleagues",
        staff.named().stream()
            .sorted(
                Comparator.comparing(KnowStaff.Named::name).thenComparing(KnowStaff.Named::person))
            .map(ColleaguesController::json)
            .toList());
  }

  private static Map<String, Object> json(KnowStaff.Named colleague) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("person", colleague.person());
    json.put("name", colleague.name());
    List<String> roles = colleague.lately().stream().sorted().map(Role::wire).toList();
    json.put("roles", roles);
    return json;
  }
}
