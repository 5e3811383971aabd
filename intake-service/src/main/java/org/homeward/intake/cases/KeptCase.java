package org.homeward.intake.cases;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.schema.disclosure.Exclusion;

/** The stored document of a case: the case, or its tombstone, which has no place for facts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KeptCase.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Case.class, name = KeptCase.CASE),
  @JsonSubTypes.Type(value = ErasedCase.class, name = "ERASED")
})
public sealed interface KeptCase permits Case, ErasedCase {

  /** The field that says what is stored, in every shape. */
  String KEPT = "kept";

  String CASE = "CASE";

  /** The form of an entry of {@code notTo}. */
  Pattern NOT_TO =
      Pattern.compile(
          "country:[A-Z]{2}|node:[a-z]{2,8}|(desk|person):[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** The entries of one node: those of a case's owner and those of its holder fit the schema. */
  int MOST_KEPT_FROM = 100;

  /** The list of those that must not learn of it, in every shape. */
  String NOT_TO_LIST = "notTo";

  String id();

  /** Slug of the node that opened the case and owns it. */
  String home();

  boolean exercise();

  /** Countries, nodes, desks and people that must not learn of it. */
  Set<String> notTo();

  /** Desks and people: a country or a node that must not learn of it does not bind this team. */
  default Set<String> notToHere() {
    return bindingHere(notTo());
  }

  /** Those of {@code notTo} that bind this team. */
  static Set<String> bindingHere(Set<String> notTo) {
    return notTo.stream()
        .filter(who -> Exclusion.isDesk(who) || Exclusion.isPerson(who))
        .collect(Collectors.toSet());
  }

  /** Somebody from whom the case is kept does not find it, erased or not. */
  default boolean isKeptFrom(String person) {
    return notTo().contains(named(person));
  }

  /** As {@code notTo} names a person. */
  static String named(String person) {
    return Exclusion.person(person);
  }
}
