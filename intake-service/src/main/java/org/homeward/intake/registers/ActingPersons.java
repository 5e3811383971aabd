package org.homeward.intake.registers;

import java.util.HashSet;
import java.util.Set;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.staff.AuthorityPersons;
import org.homeward.schema.snapshots.AuthoritySnapshot;

/** Everybody who acts, or has acted, for an authority; a country has dozens of them at most. */
final class ActingPersons implements AuthorityPersons {

  private final GuardedDocuments<EntryCopy<AuthoritySnapshot>> authorities;

  ActingPersons(GuardedDocuments<EntryCopy<AuthoritySnapshot>> authorities) {
    this.authorities = authorities;
  }

  @Override
  public Set<String> now() {
    Set<String> persons = new HashSet<>();
    authorities.forEach(copy -> persons.addAll(copy.state().told().persons()));
    return persons;
  }
}
