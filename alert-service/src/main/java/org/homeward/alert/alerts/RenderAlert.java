package org.homeward.alert.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;

/** Makes the preview of an alert from the copy of its case and the author's wish. */
public final class RenderAlert {

  private final GuardedDocuments<CaseCopy> copies;
  private final PublicReading reading;
  private final AlertStates states;
  private final FindRegisterEntry register;
  private final Watermark watermark;
  private final WritePart writer;
  private final Clock clock;

  /** The newest subscription there is. */
  @FunctionalInterface
  public interface Watermark {
    long now();
  }

  /**
   * @param phone the hotline's number
   * @param zone in which times of ours are said
   */
  public RenderAlert(
      GuardedDocuments<CaseCopy> copies,
      Disclosures disclosures,
      AlertStates states,
      FindRegisterEntry register,
      Watermark watermark,
      String node,
      String phone,
      String zone,
      Clock clock) {
    this.copies = copies;
    this.reading = new PublicReading(disclosures, node);
    this.states = states;
    this.register = register;
    this.watermark = watermark;
    this.writer = new WritePart(phone, zone);
    this.clock = clock;
  }

  /** Which words of which alert are made. */
  record Which(String alert, String caseId, int edition, Set<String> withdrawn) {}

  Rendered render(Which which, Wish wish, String author) {
    Guarded<CaseCopy> copy = copies.find(which.caseId()).orElse(null);
    if (copy == null || !(copy.state() instanceof CaseCopy.Known(CaseSnapshot told))) {
      return new Rendered.UnknownCase();
    }
    Instant now = clock.instant();
    Optional<RegisterEntry> entry =
        register.find(wish.authority()).filter(found -> found.holdsAt(now));
    Optional<Refusal> refusal = refusal(which, wish, entry, now);
    if (refusal.isPresent()) {
      return new Rendered.Refused(refusal.get());
    }
    if (!PublicReading.hasReleased(told)) return new Rendered.NothingReleased(); // upholds 12
    return switch (reading.of(told, wish.area().country(), author)) {
      case Disclosure.Withheld(Disclosure.Reason reason) -> new Rendered.Withheld(reason);
      case Disclosure.Disclosed(var subjects, var _) ->
          worded(
              which,
              wish,
              author,
              told,
              caseVersion(copy),
              without(subjects.getFirst().facts(), which.withdrawn()),
              entry.orElseThrow(),
              now);
    };
  }

  private Optional<Refusal> refusal(
      Which which, Wish wish, Optional<RegisterEntry> entry, Instant now) {
    if (!states.against(which.caseId(), which.alert()).isEmpty()) {
      return Optional.of(Refusal.HELD);
    }
    if (entry.isEmpty()) {
      return Optional.of(Refusal.NOT_IN_REGISTER);
    }
    if (!now.isBefore(wish.until())) {
      return Optional.of(Refusal.EXPIRED);
    }
    return wish.until().isAfter(now.plus(ApprovalRules.LONGEST))
        ? Optional.of(Refusal.TOO_LONG)
        : Optional.empty();
  }

  private Rendered worded(
      Which which,
      Wish wish,
      String author,
      CaseSnapshot told,
      long caseVersion,
      Says facts,
      RegisterEntry entry,
      Instant now) {
    if (facts.children().isEmpty()) {
      return new Rendered.NobodyMissing();
    }
    List<PreviewDocument.LeftOut> leftOut = new ArrayList<>(UnknownCodes.in(facts));
    PlainFacts.Read plain = PlainFacts.of(facts);
    leftOut.addAll(plain.leftOut());
    Map<String, Part> parts = new TreeMap<>();
    for (String language : wish.languages()) {
      Optional<Words> words = Words.in(language);
      try {
        parts.put(
            language,
            writer.write(
                words.orElseThrow(() -> new Words.Missing(language)),
                plain.facts(),
                told.exercise(),
                which.edition() > 1,
                entry.office(),
                wish.until(),
                wish.text().get(language)));
      } catch (Words.Missing noWord) {
        leftOut.add(new PreviewDocument.LeftOut(language, "no-words"));
      }
    }
    if (parts.isEmpty()) {
      return new Rendered.NoLanguage();
    }
    var rule =
        new PreviewDocument.Rule(
            wish.area(), List.copyOf(parts.keySet()), told.exercise(), watermark.now());
    var document =
        new PreviewDocument(
            which.alert(),
            which.edition(),
            which.caseId(),
            caseVersion,
            told.home(),
            told.exercise(),
            Audience.VOLUNTEER,
            Words.VERSION,
            rule,
            wish.until(),
            new PreviewDocument.Authority(entry.id(), entry.office(), wish.reference()),
            parts,
            leftOut);
    var proposal = Proposal.by(author, wish, Preview.of(document, now));
    return new Rendered.Ready(proposal, told.home(), told.exercise());
  }

  private static Says without(Says facts, Set<String> withdrawn) {
    Map<String, ChildFacts> children = new TreeMap<>(facts.children());
    children.keySet().removeAll(withdrawn);
    return facts.with().children(children).build();
  }

  private static long caseVersion(Guarded<CaseCopy> copy) {
    return copy.from() == null ? 0 : copy.from().version();
  }
}
