package org.homeward.bridge.handovers.dialogue;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.durable.command.DerivedIds;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;

/**
 * Each handover has its own ids of children and photos, so that partners cannot compare their data.
 */
public final class ChildIds {

  private final DerivedIds ids;

  public ChildIds(DerivedIds ids) {
    this.ids = ids;
  }

  /** As the partner knows the child. */
  public String there(String handover, String child) {
    return ids.of("handed-child", handover + "/" + child, 0);
  }

  /** As the partner knows the photo. */
  public String photoThere(String handover, String photo) {
    return ids.of("handed-photo", handover + "/" + photo, 0);
  }

  /** The same facts under the ids of the handover. */
  public Says there(String handover, Says says) {
    Map<String, ChildFacts> children = new TreeMap<>();
    says.children().forEach((child, facts) -> children.put(there(handover, child), facts));
    return says.with().children(children).build();
  }

  /** The same facts under our own ids; of children that are not in the case, nothing. */
  public Says here(String handover, Says says, Collection<String> ours) {
    Map<String, String> back =
        ours.stream().collect(Collectors.toMap(own -> there(handover, own), Function.identity()));
    Map<String, ChildFacts> children = new TreeMap<>();
    says.children()
        .forEach(
            (child, facts) -> {
              String own = back.get(child);
              if (own != null) {
                children.put(own, facts);
              }
            });
    return says.with().children(children).build();
  }
}
