package org.homeward.alert.police.notices;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.disclosure.WithheldClass;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.values.Audience;

/**
 * Filters facts to those that any police desk may read, so that a notice never holds more. Nobody
 * looks and nothing leaves here, therefore nothing is recorded; the way out is the feed's own
 * disclosure.
 */
final class PoliceReading {

  /** The facts that the police may read, and the sorts of facts that were taken out. */
  record Readable(Says facts, Set<WithheldClass> withheld) {}

  private final Disclosures unrecorded;

  PoliceReading(Clock clock) {
    unrecorded = new Disclosures(look -> {}, (home, reader, purpose, basis) -> true, clock);
  }

  Readable of(CaseSnapshot about, Says facts) {
    var subject =
        new Subject(about.id(), "police-notice", about.home(), about.exercise(), Set.of(), facts);
    var anyDesk = new Recipient("police", "ZZ", about.home(), null, null, about.exercise());
    Disclosure disclosure =
        unrecorded.of(
            List.of(subject), Audience.POLICE, anyDesk, Purpose.POLICE_SEARCH, Basis.LEGAL_DUTY);
    return switch (disclosure) {
      case Disclosure.Disclosed(List<DisclosedSubject> told, var _) ->
          new Readable(told.getFirst().facts(), told.getFirst().withheld());
      case Disclosure.Withheld _ -> new Readable(Says.EMPTY, Set.of(WithheldClass.RESTRICTED));
    };
  }
}
