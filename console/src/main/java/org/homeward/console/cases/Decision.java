package org.homeward.console.cases;

import static org.homeward.console.steps.StepField.Kind.LINE;
import static org.homeward.console.steps.StepField.Kind.LONG;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Typed;
import org.homeward.console.steps.StepField;
import org.homeward.schema.json.Json;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A decision about a case or one of its children, on a page of its own that says its effect. */
enum Decision {
  /** Somebody says where the child is; nobody has confirmed it. */
  LOCATED(true, List.of()) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.isOnCases() && isOurs(found, node) && status(found, child).equals("MISSING");
    }

    @Override
    String address(String child) {
      return "/children/" + child + "/located";
    }
  },
  /** The search for a child is over, and it is said how this was verified. */
  END(
      true,
      List.of(
          choice("outcome", "Outcome", Outcome.values()),
          choice("verifiedBy", "Verification", Verification.values()),
          StepField.of("reference", LINE))) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.isOnCases()
          && isOurs(found, node)
          && !child.isEmpty()
          && !status(found, child).equals("ENDED");
    }

    @Override
    String address(String child) {
      return "/children/" + child + "/end";
    }
  },
  /** Police have said whether there are custody or protection orders. */
  ORDERS(
      false,
      List.of(
          choice("finding", "OrdersFinding", OrdersFinding.values()),
          StepField.of("reference", LINE),
          StepField.of("officer", LINE),
          StepField.of("orders", LONG),
          StepField.of("note", LONG))) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.isOnCases();
    }

    @Override
    String address(String child) {
      return "/orders-checked";
    }

    /** A mistake is no word of police: the page says that only its note is kept. */
    @Override
    void put(ObjectNode body, String subject) {
      if (body.path("finding").asString("").equals("MISTAKEN")) {
        body.retain("finding", "note");
      }
    }
  },
  /** The child of a case at risk is missing now. */
  MISSING(false, List.of(StepField.of("reason", LONG))) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.takesReports() && isAtRisk(found) && isOurs(found, node);
    }

    @Override
    String address(String child) {
      return "/missing";
    }
  },
  /** A case at risk stands for another year. */
  RENEW(false, List.of(StepField.of("reason", LONG))) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.isOnCases() && isAtRisk(found) && isOurs(found, node);
    }

    @Override
    String address(String child) {
      return "/at-risk/renew";
    }
  },
  /** Nothing new goes out. */
  FREEZE(false, List.of()) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.isOnCases() && standing(found).equals("OPEN");
    }

    @Override
    String address(String child) {
      return "/freeze";
    }
  },
  /** One of two persons says that something may go out again. */
  LIFT(false, List.of(StepField.of("reason", LONG))) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.is("supervisor") && found.has("freeze") && !standing(found).equals("ENDED");
    }

    @Override
    String address(String child) {
      return "/freeze/lift";
    }

    @Override
    String subject(JsonNode found) {
      return found.path("freeze").path("number").asString("");
    }

    @Override
    void put(ObjectNode body, String subject) {
      if (subject.matches("\\d{1,7}")) {
        body.put("freeze", Integer.parseInt(subject));
      }
    }
  },
  /** A partner's brake is answered. */
  BRAKE(false, List.of(StepField.of("reason", LONG))) {
    @Override
    boolean isOpenTo(Person person, JsonNode found, String node, String child) {
      return person.is("supervisor") && found.has("braked");
    }

    @Override
    String address(String child) {
      return "/brake/end";
    }

    @Override
    String subject(JsonNode found) {
      return found.path("brakes").toString();
    }

    @Override
    void put(ObjectNode body, String subject) {
      try {
        if (Json.mapper().readTree(subject) instanceof ObjectNode brakes) {
          body.set("brakes", brakes);
        }
      } catch (JacksonException notOurs) {
        body.remove("brakes"); // the API says that they are missing
      }
    }
  };

  private final boolean aboutAChild;
  private final List<StepField> fields;

  Decision(boolean aboutAChild, List<StepField> fields) {
    this.aboutAChild = aboutAChild;
    this.fields = fields;
  }

  private static StepField choice(String name, String list, Enum<?>[] codes) {
    return StepField.choice(
        name,
        list,
        Stream.of(codes).map(Enum::name).filter(code -> !code.equals("OTHER")).toList());
  }

  /** The name in addresses and in the keys of words. */
  String place() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Decision> at(String place) {
    return Stream.of(values()).filter(each -> each.place().equals(place)).findFirst();
  }

  boolean isAboutAChild() {
    return aboutAChild;
  }

  /** The answers of the person. */
  List<StepField> fields() {
    return fields;
  }

  /** Whether the page offers it: the API decides. */
  abstract boolean isOpenTo(Person person, JsonNode found, String node, String child);

  /** Below the address of the case in the API. */
  abstract String address(String child);

  /** The thing it is about, as the person has seen it; empty where the case is enough. */
  String subject(JsonNode found) {
    return "";
  }

  /** Writes what it is about into the request. */
  void put(ObjectNode body, String subject) {}

  ObjectNode body(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    fields.forEach(field -> Typed.put(body, form, field.name()));
    put(body, form.getOrDefault("subject", ""));
    return body;
  }

  private static boolean isAtRisk(JsonNode found) {
    return found.path("kind").asString("").equals("AT_RISK") && !standing(found).equals("ENDED");
  }

  static String standing(JsonNode found) {
    return found.path("standing").asString("");
  }

  static String status(JsonNode found, String child) {
    return found.path("children").path(child).path("status").asString("");
  }

  /** Facts and ends of another node's case are its owner's. */
  static boolean isOurs(JsonNode found, String node) {
    return found.path("home").asString("").equals(node);
  }
}
