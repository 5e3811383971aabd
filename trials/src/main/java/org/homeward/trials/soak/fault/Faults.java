package org.homeward.trials.soak.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All faults, and the choice for a round. */
public final class Faults {
  private static final List<Fault> ALL =
      List.of(
          new Kill(),
          new SuspendPublisher(),
          new SuspendSender(),
          new LostReply(),
          new ReadOnlyStore(),
          new FullDisk(),
          new BrokerAway(),
          new ReaderAway(),
          new PartnerCut(),
          new PartnerDelayed(),
          new PartnerHalfOpen(),
          new WrongClock(),
          new EarlierCopy());

  private Faults() {}

  /** The names of all faults. */
  public static Set<String> names() {
    return ALL.stream().map(Fault::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Two to four, at most one of those that take long; a kill may come twice.
   *
   * @param only names of those that may come; all when empty
   */
  public static List<Fault> draw(Random random, Set<String> only) {
    List<Fault> possible = new ArrayList<>(ALL);
    possible.removeIf(fault -> fault instanceof FullDisk && !FullDisk.isPossible());
    possible.removeIf(fault -> !only.isEmpty() && !only.contains(fault.name()));
    if (possible.isEmpty()) {
      return List.of();
    }
    List<Fault> drawn = new ArrayList<>();
    int wanted = 2 + random.nextInt(3);
    boolean once = only.size() == 1; // then it is a round of its own
    for (int attempt = 0; drawn.size() < (once ? 1 : wanted) && attempt < 50; attempt++) {
      Fault next = possible.get(random.nextInt(possible.size()));
      boolean again = drawn.contains(next) && !(next instanceof Kill);
      boolean tooLong = next.takesLong() && drawn.stream().anyMatch(Fault::takesLong);
      boolean tooRare = only.isEmpty() && next.rarity() > 1 && random.nextInt(next.rarity()) > 0;
      if (!again && !tooLong && !tooRare) {
        drawn.add(next);
      }
    }
    return drawn;
  }
}
