package org.homeward.alert.orders.authorities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Shows the register; a country has dozens of entries at most. */
public final class ReadAuthorities {

  private final GuardedDocuments<Authority> authorities;

  ReadAuthorities(GuardedDocuments<Authority> authorities) {
    this.authorities = authorities;
  }

  /** All, by office. */
  public List<Guarded<Authority>> all() {
    List<Guarded<Authority>> all = new ArrayList<>();
    authorities.forEach(all::add);
    all.sort(
        Comparator.comparing((Guarded<Authority> entry) -> entry.state().office())
            .thenComparing(Guarded::id));
    return all;
  }

  public Optional<Guarded<Authority>> one(String id) {
    return authorities.find(id);
  }
}
