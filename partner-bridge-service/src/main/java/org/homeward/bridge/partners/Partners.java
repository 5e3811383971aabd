package org.homeward.bridge.partners;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.Registry;
import org.jspecify.annotations.Nullable;

/** The registry in use; there may be none yet. */
public final class Partners {

  private final String node;
  private volatile @Nullable Registry registry;
  private volatile String trouble = "registry-missing";
  private final Map<String, Way> leftOut = new ConcurrentHashMap<>();

  /**
   * @param node this node, which stands in the registry too and is no partner
   */
  Partners(String node) {
    this.node = node;
  }

  public String node() {
    return node;
  }

  public Optional<Registry> registry() {
    return Optional.ofNullable(registry);
  }

  /**
   * Where a signal goes, and who can have signed its receipt.
   *
   * @param registry in which the partner stands
   */
  public record Way(Partner partner, Registry registry) {}

  /** A partner that is no longer listed gets signals and no content. */
  public Optional<Way> way(String slug) {
    return find(slug)
        .map(partner -> new Way(partner, Objects.requireNonNull(registry)))
        .or(() -> Optional.ofNullable(leftOut.get(slug)));
  }

  public Optional<Partner> find(String slug) {
    Registry now = registry;
    return now == null || slug.equals(node) ? Optional.empty() : now.partner(slug);
  }

  /** As a case's {@code notTo} would name the partner, or as it did when it was last listed. */
  public Set<String> names(String slug) {
    Set<String> names = new HashSet<>(Set.of("node:" + slug));
    way(slug).ifPresent(way -> names.add("country:" + way.partner().country()));
    return names;
  }

  public List<Partner> all() {
    Registry now = registry;
    return now == null
        ? List.of()
        : now.partners().stream().filter(partner -> !partner.node().equals(node)).toList();
  }

  /** Content may neither be sent nor taken; signals may. */
  public boolean isExpired(Instant now) {
    Registry known = registry;
    return known == null || known.isExpiredAt(now);
  }

  /**
   * This node's clock or its keys are so far off that no partner would take content signed now. A
   * message keeps its time and signature for ever, so that one would never arrive.
   */
  public boolean isOutOfKeyTime(Instant now) {
    Registry known = registry;
    return known != null && known.partner(node).filter(self -> !self.canSignAt(now)).isPresent();
  }

  /** The file's error as a code; empty when the newest file is in use. */
  public String trouble() {
    return trouble;
  }

  void use(Registry newest) {
    registry = newest;
    trouble = "";
  }

  /** The registry accepted by an earlier process: valid for signals, too old for content. */
  void useKept(Registry kept) {
    registry = new Registry(kept.version(), kept.issuedAt(), kept.issuedAt(), kept.partners());
  }

  /**
   * @param last the newest in which the partner stands
   */
  void leaveOut(String slug, Registry last) {
    last.partner(slug).ifPresent(partner -> leftOut.put(slug, new Way(partner, last)));
  }

  void keepUsing(String why) {
    trouble = why;
  }
}
