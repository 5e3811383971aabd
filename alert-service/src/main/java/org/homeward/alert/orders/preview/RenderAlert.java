package org.homeward.alert.orders.preview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.orders.criteria.CheckedCriteria;
import org.homeward.alert.orders.criteria.CountryRules;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Makes the preview of an alert from the copy of its case and the author's wish. */
public final class RenderAlert {

  private final GuardedDocuments<CaseCopy> copies;
  private final PublicReading reading;
  private final Addressees addressees;
  private final TakeReference takeReference;
  private final WritePart writer;
  private final WriteSms writeSms;
  private final CountryRules countryRules;
  private final Clock clock;

  /** Counts the destinations that would get it now. */
  public interface Addressees {

    /** The channels that are open on this node. */
    List<Channel> channels();

    /** The newest subscription there is. */
    long watermark();

    /**
     * By channel; empty when they could not be counted in a short time: an alert does not wait for
     * that.
     */
    Optional<Map<Channel, Integer>> count(PreviewDocument.Rule rule);
  }

  /**
   * @param phone the hotline's number
   * @param zone in which times of ours are said
   */
  public RenderAlert(
      GuardedDocuments<CaseCopy> copies,
      Disclosures disclosures,
      Addressees addressees,
      TakeReference takeReference,
      String node,
      String phone,
      String zone,
      CountryRules countryRules,
      Clock clock) {
    this.copies = copies;
    this.reading = new PublicReading(disclosures, node);
    this.addressees = addressees;
    this.takeReference = takeReference;
    this.writer = new WritePart(phone, zone);
    this.writeSms = new WriteSms(phone, zone);
    this.countryRules = countryRules;
    this.clock = clock;
  }

  /**
   * Which words of which alert are made.
   *
   * @param reference that its earlier words have; null when it has none yet
   * @param beside other alerts of the case that are live for some of the same people
   */
  public record Which(
      String alert,
      String caseId,
      int edition,
      Set<String> withdrawn,
      @Nullable String reference,
      List<String> beside) {

    public Which {
      withdrawn = Set.copyOf(withdrawn);
      beside = List.copyOf(beside);
    }

    /** The same beside these. */
    public Which beside(List<String> others) {
      return new Which(alert, caseId, edition, withdrawn, reference, others);
    }
  }

  /** Whether there is a copy of this case to make words of. */
  public boolean knows(String caseId) {
    return known(caseId).isPresent();
  }

  /**
   * @param order by whose order the words go out
   * @param officeCountry of the authority that gives it
   * @param author opaque id of the person, as the one who looks at the case
   */
  public Rendered render(
      Which which,
      AlertWish wish,
      PreviewDocument.Authority order,
      String officeCountry,
      String author) {
    Guarded<CaseCopy> copy = known(which.caseId()).orElse(null);
    if (copy == null || !(copy.state() instanceof CaseCopy.Known(CaseSnapshot told))) {
      return new Rendered.UnknownCase();
    }
    Instant now = clock.instant();
    if (!PublicReading.hasReleased(told)) return new Rendered.NothingReleased(); // upholds 12
    return switch (reading.of(told, wish.to(), wish.area().country(), author)) {
      case Disclosure.Withheld(Disclosure.Reason reason) -> new Rendered.Withheld(reason);
      case Disclosure.Disclosed(var subjects, var _) ->
          worded(
              which,
              wish,
              order,
              officeCountry,
              told,
              caseVersion(copy),
              without(subjects.getFirst().facts(), which.withdrawn()),
              now);
    };
  }

  private Optional<Guarded<CaseCopy>> known(String caseId) {
    return copies.find(caseId).filter(copy -> copy.state() instanceof CaseCopy.Known);
  }

  private Rendered worded(
      Which which,
      AlertWish wish,
      PreviewDocument.Authority order,
      String officeCountry,
      CaseSnapshot told,
      long caseVersion,
      Says facts,
      Instant now) {
    if (facts.children().isEmpty()) {
      return new Rendered.NobodyMissing();
    }
    List<PreviewDocument.LeftOut> leftOut = new ArrayList<>(UnknownCodes.in(facts));
    PlainFacts.Read plain = PlainFacts.of(facts);
    leftOut.addAll(plain.leftOut());
    boolean isPublic = wish.to() == Audience.PUBLIC;
    List<Channel> channels = isPublic ? List.of() : addressees.channels();
    Map<String, Part> parts = new TreeMap<>();
    for (String language : wish.languages()) {
      if (!OpenLanguages.suit(wish, officeCountry, language)) {
        leftOut.add(new PreviewDocument.LeftOut(language, "not-spoken-there"));
        continue;
      }
      Optional<Words> words = Words.in(language);
      try {
        Part part =
            writer.write(
                wish.to(),
                words.orElseThrow(() -> new Words.Missing(language)),
                plain.facts(),
                told.exercise(),
                which.edition() > 1,
                order.office(),
                wish.until(),
                wish.text().get(language));
        parts.put(
            language,
            channels.contains(Channel.SMS)
                ? withSms(part, language, plain.facts(), told, which, wish)
                : part);
      } catch (Words.Missing noWord) {
        leftOut.add(new PreviewDocument.LeftOut(language, "no-words"));
      }
    }
    if (parts.isEmpty()) {
      return new Rendered.NoLanguage();
    }
    leftOut.addAll(TypedLooks.leftOut(PublicReading.letGo(told), facts));
    String reference =
        which.reference() == null ? takeReference.take(which.alert()) : which.reference();
    parts.replaceAll((language, part) -> part.named(reference));
    long watermark = 0;
    if (!isPublic) watermark = addressees.watermark(); // upholds 3
    var rule =
        new PreviewDocument.Rule(
            wish.area(), List.copyOf(parts.keySet()), told.exercise(), watermark, true, channels);
    List<OpenPhoto> photos = isPublic ? OpenPhoto.of(told, facts.children().keySet()) : List.of();
    Optional<Map<Channel, Integer>> counted = isPublic ? Optional.empty() : addressees.count(rule);
    var document =
        new PreviewDocument(
            which.alert(),
            which.edition(),
            which.caseId(),
            caseVersion,
            told.home(),
            told.exercise(),
            wish.to(),
            Words.VERSION,
            rule,
            counted.map(RenderAlert::total).orElse(null),
            wish.until(),
            order,
            parts,
            leftOut,
            reference,
            which.beside(),
            counted.orElse(Map.of()),
            photos,
            isPublic ? criteria(officeCountry, told, plain.facts(), photos, now) : null);
    return new Rendered.Ready(Preview.of(document, now), told.home(), told.exercise());
  }

  /** By what police may read: what stays inside changes nothing that an authority sees. */
  private @Nullable CheckedCriteria criteria(
      String country, CaseSnapshot told, Says shown, List<OpenPhoto> photos, Instant now) {
    Says police = PublicReading.letGo(told);
    police = ReadablePart.of(police, Set.of(Audience.POLICE)).says(); // upholds 6
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return countryRules.check(country, police, shown, !photos.isEmpty(), today).orElse(null);
  }

  private Part withSms(
      Part part, String language, Says facts, CaseSnapshot told, Which which, AlertWish wish) {
    return part.with(
        writeSms.write(
            language,
            Words.ofSms(language).orElseThrow(() -> new Words.Missing(language)),
            facts,
            told.exercise(),
            which.edition() > 1,
            wish.until()));
  }

  private static int total(Map<Channel, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
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
