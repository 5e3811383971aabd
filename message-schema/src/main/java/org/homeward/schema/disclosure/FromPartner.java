package org.homeward.schema.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;

/** Judges facts that a partner sent: they must hold no more than a partner may be told. */
public final class FromPartner {

  private FromPartner() {}

  /** Whether partners may know each of these facts, by the schema and by the fact's own limit. */
  public static boolean isForPartners(Says facts) {
    List<Set<Audience>> others = new ArrayList<>();
    new FactFilter(
            those -> those.contains(Audience.PARTNER) || !others.add(those),
            any -> true,
            kept -> {})
        .apply(SaysCodec.write(facts));
    return others.isEmpty();
  }

  /** Whether it is no more than the minimum, which goes before a conflict was looked for. */
  public static boolean isMinimum(Says facts) {
    return PartnerReading.minimum(facts).equals(facts);
  }
}
