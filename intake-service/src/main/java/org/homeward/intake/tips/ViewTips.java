package org.homeward.intake.tips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Listing;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.jspecify.annotations.Nullable;

/** Lists tips for the team: those that wait first, the newest of them at the top. */
final class ViewTips {

  static final Listing<KeptTip> WAITING_FIRST =
      new Listing<>(KeptTip.KEPT, each -> isWaiting(each) ? 1 : 0, ViewTips::receivedAt);

  static final ListWalk TOP = ListWalk.of(ListOrder.RANK, KeptTip.TIP);

  private static final int MOST_ALIKE = 50;
  private static final int MOST_PAGES_ALIKE = 20;
  private static final int MOST_OF_A_CASE = 200;

  private final GuardedDocuments<KeptTip> tips;
  private final LookAtTip lookAtTip;

  ViewTips(GuardedDocuments<KeptTip> tips, LookAtTip lookAtTip) {
    this.tips = tips;
    this.lookAtTip = lookAtTip;
  }

  /** By what two tips are alike. */
  enum Alike {
    TEXT,
    CONTACT,
    PICTURE
  }

  /** Another tip with the same words or picture, or from the same telephone or address. */
  record Other(String id, Instant receivedAt, Set<Alike> by) {}

  /** A page without those that are kept from the viewer; others stand in their place. */
  ListPage<KeptTip> page(ListWalk walk, int limit, Viewer viewer) {
    ListPage<KeptTip> page = tips.list(walk, limit, each -> lookAtTip.mayKnowOf(each, viewer));
    lookAtTip.recordAll(page.documents(), viewer); // upholds 10
    return page;
  }

  /** The tips of a case that the person has looked at, the newest first. */
  List<Guarded<KeptTip>> of(LookAtCase.Seen seen, Viewer viewer) {
    List<Guarded<KeptTip>> all =
        tips.page(Tip.CASE_ID, seen.id(), "", MOST_OF_A_CASE).stream()
            .filter(each -> each.state() instanceof Tip)
            .sorted(
                Comparator.comparing((Guarded<KeptTip> each) -> receivedAt(each.state()))
                    .reversed())
            .toList();
    lookAtTip.recordAll(all, viewer); // upholds 10
    return all;
  }

  /** Other tips of the same giver, as far as this person may know of them. */
  List<Other> alike(LookAtTip.SeenTip seen, Viewer viewer) {
    Map<String, Other> found = new LinkedHashMap<>();
    add(found, Tip.SAME_TEXT, seen.tip().sameText(), Alike.TEXT, seen, viewer);
    add(found, Tip.SAME_CONTACT, seen.tip().sameContact(), Alike.CONTACT, seen, viewer);
    add(found, Tip.SAME_PICTURE, seen.tip().samePicture(), Alike.PICTURE, seen, viewer);
    return found.values().stream()
        .sorted(Comparator.comparing(Other::receivedAt).reversed())
        .toList();
  }

  private void add(
      Map<String, Other> found,
      String field,
      @Nullable String value,
      Alike by,
      LookAtTip.SeenTip seen,
      Viewer viewer) {
    if (value == null) {
      return;
    }
    for (Guarded<KeptTip> each : known(field, value, seen, viewer)) {
      Other before = found.get(each.id());
      Set<Alike> all = before == null ? EnumSet.of(by) : EnumSet.copyOf(before.by());
      all.add(by);
      found.put(each.id(), new Other(each.id(), receivedAt(each.state()), all));
    }
  }

  /** Those that are kept from the viewer take no place of the others. */
  private List<Guarded<KeptTip>> known(
      String field, String value, LookAtTip.SeenTip seen, Viewer viewer) {
    List<Guarded<KeptTip>> known = new ArrayList<>();
    String after = "";
    for (int i = 0; i < MOST_PAGES_ALIKE && known.size() < MOST_ALIKE; i++) {
      List<Guarded<KeptTip>> page = tips.page(field, value, after, MOST_ALIKE);
      if (page.isEmpty()) {
        break;
      }
      after = page.getLast().id();
      Set<String> ids = page.stream().map(Guarded::id).collect(Collectors.toSet());
      ids.remove(seen.id());
      Set<String> shown = lookAtTip.known(ids, viewer);
      page.stream()
          .filter(each -> shown.contains(each.id())) // upholds 6
          .forEach(known::add);
    }
    return known.subList(0, Math.min(known.size(), MOST_ALIKE));
  }

  /** Those of the same giver stand under the first of them. */
  static List<Guarded<KeptTip>> together(List<Guarded<KeptTip>> page) {
    List<List<Guarded<KeptTip>>> groups = new ArrayList<>();
    for (Guarded<KeptTip> each : page) {
      groups.stream()
          .filter(group -> group.stream().anyMatch(other -> areAlike(other, each)))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(each), () -> groups.add(new ArrayList<>(List.of(each))));
    }
    return groups.stream().flatMap(List::stream).toList();
  }

  static boolean areAlike(Guarded<KeptTip> one, Guarded<KeptTip> other) {
    return one.state() instanceof Tip a
        && other.state() instanceof Tip b
        && (isSame(a.sameText(), b.sameText())
            || isSame(a.sameContact(), b.sameContact())
            || isSame(a.samePicture(), b.samePicture()));
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }

  /** How many tips nobody has tied to a case or laid aside, whoever may see them. */
  long waiting() {
    return tips.count(Map.of(Tip.STANDING, Tip.Standing.WAITING.name()));
  }

  private static boolean isWaiting(KeptTip each) {
    return each instanceof Tip tip && tip.standing() == Tip.Standing.WAITING;
  }

  private static Instant receivedAt(KeptTip each) {
    return each instanceof Tip tip ? tip.receivedAt() : Instant.EPOCH;
  }
}
