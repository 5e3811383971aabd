package org.homeward.intake.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.durable.command.Command;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.proposals.ReleaseProposals;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.rulings.Rulings;
import org.homeward.intake.rulings.Word;
import org.homeward.schema.disclosure.EarlierFacts;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.NothingSaid;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report inside its case.
 *
 * @param newChildren ids of the children it brought, in the order in which it named them
 * @param by the opaque id of the person who took it
 * @param command the request that made it, kept with it however many others follow
 * @param releaseReason why it was released against the proposal, in the words of whoever did
 * @param amended who changed which of its facts last, by pointer into what it says
 * @param earlier what those facts were before their last change, as far as nobody has taken it back
 * @param amendments how often it was amended; a change that is taken back is one more
 */
public record KeptReport(
    Report report,
    List<String> newChildren,
    Proposal proposal,
    String by,
    Command command,
    @Nullable String releaseReason,
    Map<String, Amended> amended,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says earlier,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int amendments) {

  private static final Matter GONE =
      new Matter(Matter.Kind.ERASE, Set.of(EraseReason.SUBJECT_REQUEST.name()));

  /** One that nobody has amended. */
  public KeptReport(
      Report report,
      List<String> newChildren,
      Proposal proposal,
      String by,
      Command command,
      @Nullable String releaseReason,
      Map<String, Amended> amended,
      Says earlier) {
    this(report, newChildren, proposal, by, command, releaseReason, amended, earlier, 0);
  }

  /** Begins the id of the command of a report that an import has brought. */
  public static final String IMPORT = "import/";

  /** Begins the id of the command of a report that opened a new episode of a child. */
  public static final String AGAIN = "again/";

  /** Begins the hash of it where another episode has a report that calls for care. */
  public static final String CAREFUL = "careful/";

  public KeptReport {
    earlier = earlier == null ? Says.EMPTY : earlier;
    amended = amended == null ? Map.of() : Map.copyOf(amended);
    newChildren = newChildren == null ? List.of() : List.copyOf(newChildren);
  }

  /**
   * A report that was just taken. Every report starts held: a person decides whether the police may
   * know it.
   *
   * @param known what the case says already; it tells with the report how soon to review
   */
  public static KeptReport held(
      String id,
      Channel channel,
      HoldReason why,
      Says says,
      List<String> newChildren,
      Says known,
      Command command,
      String by,
      Instant now) {
    Says all = CaseFacts.fold(List.of(known, says));
    var held = new PoliceRelease.Held(Code.of(why), HoldReviews.next(all, now));
    var report = new Report(id, now, Code.of(channel), held, says);
    return new KeptReport(
        report, newChildren, proposed(says), by, command, null, Map.of(), Says.EMPTY);
  }

  public String id() {
    return report.id();
  }

  /** An import has brought it, and nobody has touched it since. */
  public boolean isUntouchedImport() {
    return command.id().startsWith(IMPORT)
        && amended.isEmpty()
        && report.policeRelease() instanceof PoliceRelease.Held held
        && held.reason().is(HoldReason.UNDECIDED);
  }

  /** Whether it is held, or names harm at home: police learn of another episode with care. */
  public boolean callsForCare() {
    return report.isHeld() || ReleaseProposals.isHarmAtHome(List.of(report.says()));
  }

  /** A person's request about a child of a case that had ended has made it. */
  boolean isOfNewEpisode() {
    return command.id().startsWith(AGAIN);
  }

  /** It opened an episode of a child of whom another episode calls for care. */
  boolean isCareful() {
    return isOfNewEpisode() && command.hash().startsWith(CAREFUL);
  }

  /**
   * Whether imports alone have brought a case, and nobody has decided or changed anything in it;
   * one person's word for erasing it, because its source has deleted it, decides nothing yet.
   */
  public static boolean isAllOf(Case live) {
    Rulings asOpened = Rulings.NONE.being(live.rulings().kind());
    List<Word> others =
        live.rulings().words().stream().filter(word -> !word.matter().equals(GONE)).toList();
    return live.reports().stream().allMatch(KeptReport::isUntouchedImport)
        && live.freeze() == null
        && live.notTo().isEmpty()
        && live.tasks().isEmpty()
        && live.heard().isEmpty()
        && live.children().values().stream().allMatch(KeptChild.MISSING::equals)
        && live.rulings().waitingFor(others).equals(asOpened);
  }

  /** Whether police may read it, and it speaks of this child. */
  boolean isReleasedAbout(String child) {
    return report.isReleased()
        && (newChildren.contains(child) || report.says().children().containsKey(child));
  }

  /** The same under another release. */
  KeptReport releasedAs(PoliceRelease release) {
    var changed = new Report(report.id(), report.at(), report.channel(), release, report.says());
    return new KeptReport(
        changed, newChildren, proposal, by, command, releaseReason, amended, earlier, amendments);
  }

  /**
   * The same with other facts. Its proposal follows from them alone until {@link #beside} is
   * called.
   */
  public KeptReport saying(Says says) {
    var changed =
        new Report(report.id(), report.at(), report.channel(), report.policeRelease(), says);
    return new KeptReport(
        changed,
        newChildren,
        proposed(says),
        by,
        command,
        releaseReason,
        amended,
        earlier,
        amendments);
  }

  /**
   * With what is proposed for it by all that the case says.
   *
   * @param all what every report says, this one included, in their order
   * @param kind what its case is about
   * @param careful whether another episode objects, and what it knows is not carried
   */
  KeptReport beside(List<Says> all, KindRuling kind, boolean careful) {
    Proposal now = ReleaseProposals.propose(report.says(), all, threat(kind)).proposal();
    if (careful && !now.isHold()) now = new Proposal(HoldReason.OTHER); // upholds 12
    return new KeptReport(
        report, newChildren, now, by, command, releaseReason, amended, earlier, amendments);
  }

  /** How a case of this kind stands to a child who is at risk. */
  static ReleaseProposals.Threat threat(KindRuling kind) {
    if (kind.is(CaseKind.AT_RISK)) {
      return ReleaseProposals.Threat.STANDS;
    }
    return kind.missingSince().isPresent()
        ? ReleaseProposals.Threat.CAME_TRUE
        : ReleaseProposals.Threat.AS_REPORTED;
  }

  /** The same, who changed these facts, and what they were. */
  KeptReport amended(Says says, String person, Instant now) {
    Map<String, Amended> all = new TreeMap<>(amended);
    Set<String> differing = Amended.differing(report.says(), says);
    differing.forEach(pointer -> all.put(pointer, new Amended(person, now)));
    KeptReport after = saying(says);
    return new KeptReport(
        after.report,
        newChildren,
        after.proposal,
        by,
        command,
        releaseReason,
        all,
        EarlierFacts.standing(EarlierFacts.replaced(earlier, report.says(), differing), says),
        amendments + 1);
  }

  /** What its sightings take of an event, in bytes of UTF-8. */
  int bytesOfSightings() {
    return report.says().sightings().isEmpty()
        ? 0
        : SaysCodec.write(report.says()).path("sightings").toString().getBytes(UTF_8).length;
  }

  private static Proposal proposed(Says says) {
    return ReleaseProposals.propose(says, List.of(says)).proposal();
  }

  public KeptReport withNewChildren(List<String> brought) {
    return new KeptReport(
        report, brought, proposal, by, command, releaseReason, amended, earlier, amendments);
  }

  KeptReport because(@Nullable String reason) {
    return new KeptReport(
        report, newChildren, proposal, by, command, reason, amended, earlier, amendments);
  }

  @Override
  public String toString() {
    return "KeptReport[" + report.id() + "]";
  }

  /**
   * The person who changed a fact of a report after it was taken.
   *
   * @param by the opaque id of the person
   */
  public record Amended(String by, Instant at) {

    private static final String CHILDREN = "children";
    private static final String ANSWERS = "answers";

    /**
     * Pointers to the facts in which two differ. A value and the answer instead of it are two
     * facts: a reader may know of one and not of the other.
     */
    static Set<String> differing(Says before, Says after) {
      Set<String> pointers = new TreeSet<>();
      collect("", SaysCodec.write(before), SaysCodec.write(after), pointers);
      return pointers;
    }

    private static void collect(String at, JsonNode was, JsonNode is, Set<String> pointers) {
      Set<String> names = new TreeSet<>(was.propertyNames());
      names.addAll(is.propertyNames());
      names.remove("audiences");
      for (String name : names) {
        String pointer = at + "/" + name;
        boolean hasFacts =
            name.equals(CHILDREN) || name.equals(ANSWERS) || at.equals("/" + CHILDREN);
        if (hasFacts) {
          collect(pointer, was.path(name), is.path(name), pointers);
        } else if (!was.path(name).equals(is.path(name))) {
          pointers.add(pointer);
        }
      }
    }
  }
}
