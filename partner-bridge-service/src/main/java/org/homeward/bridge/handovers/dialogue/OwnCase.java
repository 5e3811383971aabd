package org.homeward.bridge.handovers.dialogue;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The part of its own case that a handover has to know.
 *
 * @param version of the case
 * @param frozen nothing goes on: the case is frozen, or is no search any more
 * @param braked a partner's word holds the case: no partner gets more than it has
 * @param excluded the case is kept from the partner of this handover
 * @param brakes how many of the partner's brakes in this handover the case knows of
 */
public record OwnCase(
    long version,
    boolean frozen,
    boolean ended,
    boolean erased,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean braked,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean excluded,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long brakes) {

  /** A case that nobody has braked or keeps from the partner. */
  public OwnCase(long version, boolean frozen, boolean ended, boolean erased) {
    this(version, frozen, ended, erased, false, false, 0);
  }

  /** Whether the partner has to be told to stop for now. */
  public boolean stopsPartner() {
    return frozen || excluded;
  }

  /** Whether the case is frozen or braked, for whatever reason. */
  public boolean isHeld() {
    return frozen || braked;
  }
}
