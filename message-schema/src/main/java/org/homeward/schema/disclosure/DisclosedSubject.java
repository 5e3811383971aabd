package org.homeward.schema.disclosure;

import java.util.Set;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import tools.jackson.databind.node.ObjectNode;

/** The content that one reader may know of one subject. Only {@link Disclosures} makes them. */
public final class DisclosedSubject {

  private final String id;
  private final String kind;
  private final String home;
  private final boolean exercise;
  private final Says facts;
  private final Set<WithheldClass> withheld;

  DisclosedSubject(Subject subject, Says facts, Set<WithheldClass> withheld) {
    this.id = subject.id();
    this.kind = subject.kind();
    this.home = subject.home();
    this.exercise = subject.exercise();
    this.facts = facts;
    this.withheld = Set.copyOf(withheld);
  }

  public String id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public String home() {
    return home;
  }

  public boolean exercise() {
    return exercise;
  }

  /** Filtered for the reader. */
  public Says facts() {
    return facts;
  }

  /** The filtered facts as they are written. */
  public ObjectNode json() {
    return SaysCodec.write(facts);
  }

  /** The kinds of facts that exist and are withheld. */
  public Set<WithheldClass> withheld() {
    return withheld;
  }

  @Override
  public String toString() {
    return "DisclosedSubject[redacted]";
  }
}
