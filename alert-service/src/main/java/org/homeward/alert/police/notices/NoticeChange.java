package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.schema.disclosure.EarlierFacts;
import org.homeward.schema.facts.NothingSaid;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import tools.jackson.databind.JsonNode;

/**
 * A change of a notice that the police were told of.
 *
 * @param what {@code new}, or pointers to the fields that changed, such as {@code /risk} and {@code
 *     /children/{id}/clothing}; never a value
 * @param was the facts that it replaced, as police had read them and as far as they still read such
 *     a fact; nothing of an older change, or of one before another desk came to read the notice
 */
public record NoticeChange(
    Instant at,
    List<String> what,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says was) {

  public static final String NEW = "new";

  /** The case is about something else now, such as a child who is missing since. */
  public static final String KIND = "/kind";

  private static final Set<String> NO_FACTS = Set.of("children", "answers", "audiences");

  public NoticeChange {
    requireNonNull(at, "at");
    what = List.copyOf(what);
    was = was == null ? Says.EMPTY : was;
  }

  /** One that replaced no fact. */
  public NoticeChange(Instant at, List<String> what) {
    this(at, what, Says.EMPTY);
  }

  public boolean isNew() {
    return what.contains(NEW);
  }

  /**
   * The same with old values only of facts that police still read: what was narrowed or taken back,
   * and what was said of children who are found, is gone from here too.
   *
   * @param now the facts as police read them now
   */
  NoticeChange standingIn(JsonNode now) {
    if (was.isEmpty()) {
      return this;
    }
    Set<String> left = new TreeSet<>();
    JsonNode old = SaysCodec.write(was);
    addStanding(old, now, "", left);
    old.path("children")
        .propertyNames()
        .forEach(
            id -> {
              String child = "/children/" + id;
              addStanding(old.at(child), now.at(child), child, left);
            });
    Says standing = EarlierFacts.replaced(Says.EMPTY, was, left);
    return standing.equals(was) ? this : new NoticeChange(at, what, standing);
  }

  private static void addStanding(JsonNode old, JsonNode now, String place, Set<String> left) {
    Set<String> fields = new TreeSet<>(old.propertyNames());
    fields.addAll(old.path("answers").propertyNames());
    fields.removeAll(NO_FACTS);
    fields.stream().filter(now::has).forEach(field -> left.add(place + "/" + field)); // upholds 6
  }

  /** The same without what it replaced. */
  public NoticeChange withoutValues() {
    return was.isEmpty() ? this : new NoticeChange(at, what);
  }

  @Override
  public String toString() {
    return "NoticeChange" + what;
  }
}
