package org.homeward.intake.carefiles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.carefiles.KeptCareLink.CareLink;
import org.homeward.intake.carefiles.KeptCareLink.GoneCareLink;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.rulings.ErasedBeside;
import org.jspecify.annotations.Nullable;

/**
 * Links a care file with a missing-child case of the same person. The two stay what they are: a
 * link shows itself to those alone who may open both, and goes with either of them.
 */
public final class CareLinks
    implements AlarmHandler, ErasedBeside, LookAtCareFile.ErasedBesideFile {

  private static final String BY = "intake";
  private static final String SETTLE_DUE = "settle";

  /** Longer than the write of an erasure can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final GuardedDocuments<KeptCareLink> links;
  private final Predicate<String> isErasedCase;
  private final Predicate<String> isFile;
  private final DerivedIds ids;
  private final Clock clock;

  /**
   * @param isErasedCase whether only the tombstone of a case is left
   * @param isFile whether there is such a care file
   */
  CareLinks(
      GuardedDocuments<KeptCareLink> links,
      Predicate<String> isErasedCase,
      Predicate<String> isFile,
      DerivedIds ids,
      Clock clock) {
    this.links = links;
    this.isErasedCase = isErasedCase;
    this.isFile = isFile;
    this.ids = ids;
    this.clock = clock;
  }

  private String id(String file, String caseId) {
    return ids.of("care-link", file + "/" + caseId, 0);
  }

  /** The person has seen both; another child takes the place of the one that stands there. */
  WriteOutcome.OfPuttingOnce<KeptCareLink, Boolean> link(
      LookAtCareFile.SeenFile file, LookAtCase.Seen of, @Nullable String child, Command command) {
    Instant now = clock.instant();
    return links.put(
        id(file.id(), of.id()),
        command,
        read ->
            read.filter(
                        found ->
                            found.state() instanceof CareLink link
                                && Objects.equals(link.child(), child))
                    .isPresent()
                ? Decision.keep(false)
                : Decision.write(
                    Edit.<KeptCareLink>of(
                            new CareLink(file.id(), of.id(), child, file.person(), now),
                            file.person())
                        .withDues(Map.of(SETTLE_DUE, now.plus(SETTLED))),
                    true));
  }

  WriteOutcome.OfPuttingOnce<KeptCareLink, Boolean> unlink(
      LookAtCareFile.SeenFile file, LookAtCase.Seen of, Command command) {
    return links.put(
        id(file.id(), of.id()),
        command,
        read ->
            read.filter(found -> found.state() instanceof CareLink).isPresent()
                ? Decision.write(gone(file.person()), true)
                : Decision.keep(false));
  }

  /** The oldest id first; a file has a few. */
  List<CareLink> ofFile(String file) {
    return live(links.each(KeptCareLink.FILE, file)).toList();
  }

  /**
   * The cases of the person of a file, for a rule and never for a reader: by id of the case, the
   * child, or nothing where nobody said which.
   */
  public Map<String, String> childrenOf(String file) {
    return ofFile(file).stream()
        .collect(
            Collectors.toMap(
                CareLink::caseId, each -> Optional.ofNullable(each.child()).orElse("")));
  }

  List<CareLink> ofCase(String caseId) {
    return live(links.each(KeptCareLink.CASE_ID, caseId)).toList();
  }

  private static Stream<CareLink> live(Stream<Guarded<KeptCareLink>> found) {
    return found
        .filter(each -> each.state() instanceof CareLink)
        .map(each -> (CareLink) each.state());
  }

  @Override
  public void fileErased(String file) {
    links.each(KeptCareLink.FILE, file).map(Guarded::id).toList().forEach(this::erase); // upholds 7
  }

  @Override
  public void caseErased(String caseId) {
    links
        .each(KeptCareLink.CASE_ID, caseId)
        .map(Guarded::id)
        .toList()
        .forEach(this::erase); // upholds 7
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return !ofCase(caseId).isEmpty();
  }

  /** Either of the two may have been erased while the link was made. */
  @Override
  public void due(String id) {
    Instant now = clock.instant();
    links
        .find(id)
        .filter(read -> read.dueAt(now).contains(SETTLE_DUE))
        .ifPresent(
            read -> {
              boolean isOfErased =
                  read.state() instanceof CareLink link
                      && (isErasedCase.test(link.caseId()) || !isFile.test(link.file()));
              if (isOfErased) {
                erase(id);
              } else {
                links.note(read, read.state(), Map.of());
              }
            });
  }

  private void erase(String id) {
    WriteOutcome<KeptCareLink, Boolean> _ =
        links.change(
            id,
            read ->
                read.state() instanceof CareLink
                    ? Decision.write(gone(BY), true)
                    : Decision.keep(false));
  }

  private Edit<KeptCareLink> gone(String by) {
    return Edit.<KeptCareLink>of(GoneCareLink.GONE, by)
        .withDues(KeptHistory.goneDues(clock.instant(), GoneCareLink.KEPT_FOR)) // upholds 8
        .asEssential();
  }
}
