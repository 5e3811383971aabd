package org.homeward.intake.carefiles;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Listing;
import org.homeward.face.access.Caller;
import org.homeward.intake.carefiles.KeptCareLink.CareLink;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;

/** Lists care files, the newest first, and the links between files and cases. */
final class ViewCareFiles {

  static final Listing<KeptCareFile> NEWEST_FIRST =
      new Listing<>(KeptCareFile.KEPT, _ -> 0, ViewCareFiles::openedAt);

  static final ListWalk TOP = ListWalk.of(ListOrder.RANK, KeptCareFile.FILE);

  private final GuardedDocuments<KeptCareFile> files;
  private final LookAtCareFile lookAtCareFile;
  private final LookAtCase lookAtCase;
  private final CareLinks links;

  ViewCareFiles(
      GuardedDocuments<KeptCareFile> files,
      LookAtCareFile lookAtCareFile,
      LookAtCase lookAtCase,
      CareLinks links) {
    this.files = files;
    this.lookAtCareFile = lookAtCareFile;
    this.lookAtCase = lookAtCase;
    this.links = links;
  }

  /**
   * A page of those that the person may know of; others stand in the place of those she may not.
   */
  ListPage<KeptCareFile> page(ListWalk walk, int limit, Caller caller) {
    ListPage<KeptCareFile> page =
        files.list(walk, limit, each -> lookAtCareFile.mayKnowOf(each, caller)); // upholds 6
    lookAtCareFile.record(ids(page.documents()), caller); // upholds 10
    return page;
  }

  /** The files of a case that the person has looked at, as far as she may open them. */
  List<Guarded<KeptCareFile>> of(LookAtCase.Seen seen, Caller caller) {
    Set<String> linked =
        links.ofCase(seen.id()).stream().map(CareLink::file).collect(Collectors.toSet());
    List<Guarded<KeptCareFile>> found =
        files.find(linked).stream()
            .filter(each -> lookAtCareFile.mayOpen(each.state(), caller)) // upholds 6
            .sorted(Comparator.comparing(each -> openedAt(each.state())))
            .toList();
    lookAtCareFile.record(ids(found), caller); // upholds 10
    return found.reversed();
  }

  /** The links of a file, as far as the person may see the other end. */
  List<CareLink> links(LookAtCareFile.SeenFile seen, Caller caller) {
    List<CareLink> all = links.ofFile(seen.id());
    Set<String> cases = all.stream().map(CareLink::caseId).collect(Collectors.toSet());
    Set<String> known = lookAtCase.known(cases, Viewer.of(caller));
    List<CareLink> shown =
        all.stream().filter(each -> known.contains(each.caseId())).toList(); // upholds 6
    lookAtCareFile.record(known, caller); // upholds 10
    return shown.stream().sorted(Comparator.comparing(CareLink::at)).toList();
  }

  boolean mayOpen(Guarded<KeptCareFile> found, Caller caller) {
    return lookAtCareFile.mayOpen(found.state(), caller);
  }

  private static Set<String> ids(List<Guarded<KeptCareFile>> found) {
    return found.stream().map(Guarded::id).collect(Collectors.toSet());
  }

  private static Instant openedAt(KeptCareFile each) {
    return each instanceof CareFile file ? file.openedAt() : Instant.EPOCH;
  }
}
